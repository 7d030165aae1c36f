"""A whole company as data: every row of every table, and what it scores, to be held against later."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

FORMAT = "kpi-bot"
SCHEMA = "0001"
"""The schema whose tables are in it: the last revision of the migrations."""

Row: TypeAlias = Mapping[str, Any]
"""By column, as JSON."""
Tables: TypeAlias = Mapping[str, Sequence[Row]]
Scores: TypeAlias = Mapping[str, str | None]
"""By subject and period the score to its last digit; None where there is none."""


@dataclass(frozen=True, slots=True)
class Archive:
    """One company, or (as a backup) all that a database has."""

    taken_on: date
    """The day as of which the scores are."""
    scores: Scores
    tables: Tables

    @property
    def counts(self) -> dict[str, int]:
        """The rows of each table."""
        return {name: len(rows) for name, rows in self.tables.items()}

    def text(self) -> str:
        """What stands in the file."""
        head = {"format": FORMAT, "schema": SCHEMA, "taken_on": self.taken_on.isoformat(), "counts": self.counts}
        return json.dumps({**head, "scores": self.scores, "tables": self.tables}, ensure_ascii=False, indent=1)
