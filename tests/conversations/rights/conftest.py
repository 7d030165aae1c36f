"""The two companies, with somebody at every keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.conversations.rights.acme import Place
from tests.conversations.rights.both import Companies


@pytest.fixture(scope="module")
def both(companies: tuple[Path, Mapping[str, Place]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Companies]:
    found = Companies(companies[0], tmp_path_factory.mktemp("typed") / "two.db")
    yield found
    for stage in found.stages.values():
        stage.close()
