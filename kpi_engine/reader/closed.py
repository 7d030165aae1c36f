"""What is closed stays as it is: the one place where a change to it is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.commands import ReopenPeriod
from kpi_engine.errors import Refusal
from kpi_engine.measure.force import decides_since, version_in
from kpi_engine.model.kpi import Kpi, KpiVersion
from kpi_engine.model.review import carded_with
from kpi_engine.model.score import Subject
from kpi_engine.rights import review_place, those_who_may
from kpi_engine.store import load
from kpi_engine.store.load import Versions
from kpi_engine.store.reviews import closed_periods
from kpi_engine.store.scope import Scope

Closed: TypeAlias = Mapping[Subject, Sequence[Period]]


def check_entries(scope: Scope, versions: Versions, entries: Iterable[tuple[int, Period]]) -> None:
    """Refusal("period_closed", period, by) where an entry counts in a period that is closed."""
    closed = _closed(scope, (each[0].kpi for each in versions.values()))
    for kpi_id, entry in entries:
        kpi = versions[kpi_id][0].kpi
        hit = [period for period in _of(closed, kpi) if _counts(entry, period)]
        if hit and version_in(versions[kpi_id], entry):
            raise period_closed(scope, carded_with(kpi), hit[0])


def check_versions(scope: Scope, versions: Sequence[KpiVersion]) -> None:
    """The same where a version decides anything in such a period."""
    closed = _closed(scope, (version.kpi for version in versions))
    for version in versions:
        for period in _of(closed, version.kpi):
            if decides_since(version) < period.end:
                raise period_closed(scope, carded_with(version.kpi), period)


def check_cycle(scope: Scope, kpi: Kpi, cycle: Period) -> None:
    """The same where a target of that cycle is one in such a period."""
    for period in _of(_closed(scope, [kpi]), kpi):
        if cycle.start < period.end and period.start < cycle.end:
            raise period_closed(scope, carded_with(kpi), period)


def open_since(scope: Scope, kpi: Kpi) -> date:
    """The first day after everything that is closed of the KPI's scorecard."""
    return max((period.end for period in _of(_closed(scope, [kpi]), kpi)), default=date.min)


def period_closed(scope: Scope, subject: Subject, period: Period) -> Refusal:
    """Refusal("period_closed") with the names of those who may reopen it."""
    people = load.people(scope)
    by = those_who_may(people, ReopenPeriod, review_place(subject, people))
    return Refusal("period_closed", period=period, by=by)


def _closed(scope: Scope, kpis: Iterable[Kpi]) -> Closed:
    return closed_periods(scope, {carded_with(kpi) for kpi in kpis})


def _of(closed: Closed, kpi: Kpi) -> Sequence[Period]:
    return closed.get(carded_with(kpi), ())


def _counts(entry: Period, period: Period) -> bool:
    return entry.kind.rank <= period.kind.rank and entry.middle in period
