"""For which period a value is meant."""

from __future__ import annotations

from conversations.ask import Ask
from kpi_engine.calendar.due import can_be_asked, is_expected
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.when import read_when
from kpi_engine.calendar.words import read_period
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import KpiVersion


def latest(ask: Ask, version: KpiVersion) -> Period:
    """The latest period that has a value to be entered by now; one that stands there is corrected."""
    calendar = ask.know.company().calendar
    period = calendar.holding(ask.today, version.definition.frequency)
    while not can_be_asked(period, ask.today) or not is_expected(period, calendar):
        period = period.previous()
    return period


def owed_last(ask: Ask, version: KpiVersion) -> Period | None:
    """The latest period for which the person owes the value."""
    owed = [one.period for one in ask.know.owed() if one.version.kpi.id == version.kpi.id]
    return owed[-1] if owed else None


def for_period(ask: Ask, version: KpiVersion, said: Period | None) -> Period:
    """The period said, or the latest; Refusal where values are not entered by such periods."""
    if said is None:
        return latest(ask, version)
    if said.start > ask.today:
        raise Refusal("period_future", kpi=version.definition.name)
    if found := of_frequency(ask, version, said):
        return found
    raise Refusal("wrong_period", kpi=version.definition.name, kind=version.definition.frequency)


def of_frequency(ask: Ask, version: KpiVersion, said: Period) -> Period | None:
    """A day stands for the period that it lies in."""
    frequency = version.definition.frequency
    if said.kind is PeriodKind.DAY:
        return ask.know.company().calendar.holding(said.start, frequency)
    return said if said.kind is frequency else None


def dated(ask: Ask, note: str) -> tuple[Period | None, str]:
    """A note that is nothing but a day, or begins with a period: words such as `Monday` may begin any note."""
    year_start = ask.know.company().calendar.year_start
    if whole := read_when(note.rstrip(",."), ask.today, year_start):
        return whole, ""
    words = note.split()
    for count in range(len(words), 0, -1):
        period = read_period(" ".join(words[:count]).rstrip(","), ask.today, year_start)
        if period:
            return period, " ".join(words[count:])
    return None, note
