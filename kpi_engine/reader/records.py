"""All records of some KPIs for some time, read at once, and the scores they give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.formula.compute import operands
from kpi_engine.measure.score.kpi import score_kpi, trend
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import Measured
from kpi_engine.model.kpi import PeriodTarget
from kpi_engine.model.score import KpiScore
from kpi_engine.store import load, record, values
from kpi_engine.store.load import Versions
from kpi_engine.store.scope import Scope

_OVERLAP = timedelta(days=7)
"""A week counts in the month of its Thursday, so it may begin before the month does."""


@dataclass(frozen=True, slots=True)
class Records:
    """What KPIs are scored from."""

    versions: Versions
    targets: Mapping[int, tuple[PeriodTarget, ...]]
    actuals: Mapping[int, Sequence[Measured]]
    """Of these KPIs, and of those that they are computed from."""
    calendar: Calendar
    presences: Mapping[int, Presence]
    """When the people are there whose own KPIs these are."""
    sources: Mapping[int, Source] = field(init=False, compare=False, repr=False)
    """Each KPI with everything that it is measured by; put together once for all lines."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sources", {id: self._source(id) for id in self.versions})

    def book(self, today: date) -> Book:
        """Where formulas find their operands on that day."""
        return Book(today, self.calendar, self.sources)

    def score(self, kpi_id: int, period: Period, today: date) -> KpiScore | None:
        """The KPI's line for the period; None where it is not measured in it."""
        return score_kpi(self.sources[kpi_id], period, self.book(today))

    def score_with_trend(self, kpi_id: int, period: Period, today: date, before: int) -> KpiScore | None:
        """The same, with the values of as many periods before."""
        source, book = self.sources[kpi_id], self.book(today)
        line = score_kpi(source, period, book)
        return line and replace(line, trend=trend(source, period, book, before))

    def _source(self, kpi_id: int) -> Source:
        versions = self.versions[kpi_id]
        own = self.presences.get(versions[0].kpi.person_id or 0, ALWAYS)
        return Source(versions, self.actuals.get(kpi_id, ()), self.targets.get(kpi_id, ()), own)


def read_records(scope: Scope, versions: Versions, since: date, until: date) -> Records:
    """The records of these KPIs that periods inside [since, until) are made of."""
    every = with_operands(scope, versions)
    return Records(
        every,
        load.period_targets(scope, versions),
        record.measured(scope, every, since - _OVERLAP, until + _OVERLAP),
        values.calendar(scope.company()),
        load.presences(scope, every),
    )


def with_operands(scope: Scope, versions: Versions) -> Versions:
    """These KPIs, those that they are computed from, those that these are computed from, and so on."""
    every, missing = dict(versions), _operands(versions)
    while missing:
        found = load.versions_with(scope, missing)
        every |= found
        missing = _operands(found) - every.keys()
    return every


def _operands(versions: Versions) -> set[int]:
    return _named(versions) - versions.keys()


def _named(versions: Versions) -> set[int]:
    """The KPIs in these KPIs' formulas."""
    expressions = {version.definition.expression for each in versions.values() for version in each}
    return {id for expression in expressions for id in operands(expression)}
