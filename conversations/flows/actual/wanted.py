"""A value to be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conversations.courtesy import polite
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import read_period, write_period
from kpi_engine.commands import EnterActuals, Entry
from kpi_engine.intake.evidence import evidence_apart
from kpi_engine.intake.said import Said
from kpi_engine.model.company import Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Place, may


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value to be asked for; `given` is what was typed for it already, and `note` behind it.

    `typed` is all that was typed of it, as it stands in the line.
    """

    version: KpiVersion
    period: Period
    given: str = ""
    note: str = ""
    typed: str = ""
    spared: bool = False
    """Whether it was asked for once and need not be entered any more, such as on a day of leave."""

    @property
    def key(self) -> str:
        """Its identity in the dialog's answers."""
        return f"kpi{self.version.kpi.id}@{write_period(self.period)}"


def read_key(key: str, today: date) -> tuple[int, Period | None]:
    """The KPI's id and the period of a key; None for a period that is none."""
    id, period = key.removeprefix("kpi").split("@")
    return int(id), read_period(period, today)


def place_of(version: KpiVersion) -> Place:
    """Where the KPI's values are entered, and by whom as a rule."""
    return Place(version.kpi.department_id, version.definition.owner_id)


def may_enter(person: Person, version: KpiVersion) -> bool:
    """Whether somebody has the right to enter values of the KPI."""
    return may(person, EnterActuals, place_of(version))


def entry(one: Wanted, said: Said) -> Entry:
    """What is entered of what was said: links in its note are what proves it, courtesy is none."""
    words = said.note or one.note
    note, evidence = evidence_apart("" if polite(words) else words)
    return Entry(one.version.kpi.id, one.period, said.state, said.read, note, evidence)
