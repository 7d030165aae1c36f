"""The two companies, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.conversations.rights.acme import Place, make
from tests.conversations.rights.both import Companies


@pytest.fixture(scope="session")
def companies(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Place]]:
    """The database, and what commands there are about."""
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("two") / "two.db"))
    return file, make(file)


@pytest.fixture(scope="module")
def both(companies: tuple[Path, Mapping[str, Place]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Companies]:
    found = Companies(companies[0], tmp_path_factory.mktemp("typed") / "two.db")
    yield found
    for stage in found.stages.values():
        stage.close()
