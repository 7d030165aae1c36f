"""The question for days away: `until Wed`, `24 Dec to 2 Jan`, `下周`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conversations.fields import Field, Rejected, Taken
from conversations.view import QuestionKind
from kpi_engine.calendar.away import Said, read_away


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayField(Field):
    """Days away: `Said`."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        said = read_away(raw, today)
        return Taken(_canonical(said), said) if said else Rejected("away_unread", {"raw": raw.strip()})


def _canonical(said: Said) -> str:
    return f"{said.first} to {said.last}" if said.first else f"until {said.last}"
