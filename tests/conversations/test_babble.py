"""Whatever is typed, by several people at once: no exception, no answer without words, and the records hold.

The whole, 100,000 lines, is `make babble`; here are enough to see something common go wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.babble import babble


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_goes_wrong(tmp_path: Path, seed: int) -> None:
    babble(tmp_path, 120, seed)
