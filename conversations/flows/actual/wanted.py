"""A value to be asked for."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Place


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value to be asked for; `given` is what was typed for it already, and `note` behind it."""

    version: KpiVersion
    period: Period
    given: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """Its identity in the dialog's answers."""
        return f"kpi{self.version.kpi.id}@{write_period(self.period)}"

    @property
    def place(self) -> Place:
        """Where it is entered, and by whom as a rule."""
        return Place(self.version.kpi.department_id, self.version.definition.owner_id)
