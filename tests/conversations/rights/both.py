"""The two companies, to be talked to and put back as they were."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.conversations.rights.acme import stage_of


class Companies:
    """Both companies as they were made, whatever was said there before."""

    def __init__(self, made: Path, file: Path) -> None:
        self._made = made
        self._file = Path(shutil.copy(made, file))
        self.stages = {who: stage_of(self._file, who) for who in ("Anna", "Xia")}

    def restore(self) -> None:
        """As they were made."""
        with closing(sqlite3.connect(self._made)) as made, closing(sqlite3.connect(self._file)) as file:
            made.backup(file)
        for stage in self.stages.values():
            stage.forget()

    def deeds(self, owner: str) -> list[tuple[int, str]]:
        """All that was done in the company, the last first."""
        with self.stages[owner].reader(owner) as reader:
            return [(entry.id, entry.deed.value) for entry in reader.audit(200)]
