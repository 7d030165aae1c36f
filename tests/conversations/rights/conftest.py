"""The two companies, made once and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conversations.rights.acme import Place, make


@pytest.fixture(scope="session")
def companies(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Place]]:
    """The database, and what commands there are about."""
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("two") / "two.db"))
    return file, make(file)
