"""What is closed stays as it is: the one place where a change to it is refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.presence import Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.commands import ReopenPeriod
from kpi_engine.errors import Refusal
from kpi_engine.measure.values.slots import decides_since, rule_of, version_in
from kpi_engine.model.agreement import Agreement
from kpi_engine.model.company import Person
from kpi_engine.model.kpi import Kpi, KpiVersion
from kpi_engine.model.review import carded_with
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.reader.computed import entries_touched, touched_since
from kpi_engine.rights import review_place, those_who_may
from kpi_engine.store import load, values
from kpi_engine.store.reviews import closed_periods
from kpi_engine.store.scope import Scope

Closed: TypeAlias = Mapping[Subject, Sequence[Period]]


def check_entries(scope: Scope, entries: Iterable[tuple[int, Period]]) -> None:
    """Refusal("period_closed", period, by) where an entry, or what is computed from it, counts in a closed period."""
    calendar, entered = values.calendar(scope.company()), defaultdict(set)
    for kpi_id, entry in entries:
        entered[kpi_id].add(entry)
    touched = entries_touched(scope, entered, calendar)
    versions = load.versions_with(scope, touched)
    closed = _closed(scope, (each[0].kpi for each in versions.values()))
    for kpi_id, every in versions.items():
        for entry in touched[kpi_id]:
            hit = [period for period in _of(closed, every[0].kpi) if _counts(entry, period)]
            if hit and version_in(every, entry, calendar):
                raise period_closed(scope, carded_with(every[0].kpi), hit[0])


def check_versions(scope: Scope, versions: Sequence[KpiVersion]) -> None:
    """The same where a version decides anything in such a period."""
    calendar = values.calendar(scope.company())
    _check_since(scope, [(version.kpi, decides_since(version, calendar)) for version in versions])
    _check_since(scope, _computed_since(scope, versions, calendar))


def check_cycle(scope: Scope, kpi: Kpi, cycle: Period) -> None:
    """The same where a target of that cycle is one in such a period."""
    for period in _of(_closed(scope, [kpi]), kpi):
        if cycle.start < period.end and period.start < cycle.end:
            raise period_closed(scope, carded_with(kpi), period)


def check_presence(scope: Scope, person: Person, before: Presence) -> None:
    """The same where the person was there on other days of such a period than was known before."""
    subject = Subject(SubjectKind.PERSON, person.id)
    for period in closed_periods(scope, [subject]).get(subject, ()):
        days = (period.start + timedelta(days=day) for day in range((period.end - period.start).days))
        if any(person.presence.holds(day) != before.holds(day) for day in days):
            raise period_closed(scope, subject, period)


def check_agreement(scope: Scope, agreed: Agreement) -> None:
    """The same where such a period's total is made by these terms."""
    for subject, periods in closed_periods(scope, _totalled_by(scope, agreed)).items():
        for period in periods:
            if agreed.in_force < period.end:
                raise period_closed(scope, subject, period)


def open_since(scope: Scope, kpi: Kpi) -> date:
    """The first day after everything that is closed of the KPI's scorecard."""
    return max((period.end for period in _of(_closed(scope, [kpi]), kpi)), default=date.min)


def period_closed(scope: Scope, subject: Subject, period: Period) -> Refusal:
    """Refusal("period_closed") with those who may reopen it."""
    people = load.people(scope)
    by = those_who_may(people, ReopenPeriod, review_place(subject, people))
    return Refusal("period_closed", period=period, by=by)


def _totalled_by(scope: Scope, agreed: Agreement) -> set[Subject]:
    """The company's card, those of the departments that have agreed it, and those of whoever works there."""
    here = {agreed.department_id} if agreed.department_id else {each.id for each in load.departments(scope)}
    whose = [who for who in load.people(scope) if not agreed.department_id or who.department_ids & here]
    return {
        Subject(SubjectKind.COMPANY, scope.company_id),
        *(Subject(SubjectKind.DEPARTMENT, id) for id in here),
        *(Subject(SubjectKind.PERSON, who.id) for who in whose),
    }


def _check_since(scope: Scope, since: Sequence[tuple[Kpi, date]]) -> None:
    closed = _closed(scope, (kpi for kpi, _ in since))
    for kpi, day in since:
        for period in _of(closed, kpi):
            if day < period.end:
                raise period_closed(scope, carded_with(kpi), period)


def _computed_since(scope: Scope, versions: Sequence[KpiVersion], calendar: Calendar) -> list[tuple[Kpi, date]]:
    """What is computed from those KPIs whose values are put together in another way from the version on."""
    since = {each.kpi.id: decides_since(each, calendar) for each in versions if _counts_otherwise(scope, each)}
    touched = touched_since(scope, since, calendar) if since else {}
    found = load.versions_with(scope, touched.keys() - since.keys())
    return [
        (every[0].kpi, calendar.holding(touched[id], every[-1].definition.frequency).middle)
        for id, every in found.items()
    ]


def _counts_otherwise(scope: Scope, version: KpiVersion) -> bool:
    # Of a KPI that begins, nothing has been computed yet.
    if version.number == 1:
        return False
    before = [each for each in load.versions_of(scope, version.kpi.id) if each.number < version.number]
    return version.retired or rule_of(version) != rule_of(before[-1])


def _closed(scope: Scope, kpis: Iterable[Kpi]) -> Closed:
    return closed_periods(scope, {carded_with(kpi) for kpi in kpis})


def _of(closed: Closed, kpi: Kpi) -> Sequence[Period]:
    return closed.get(carded_with(kpi), ())


def _counts(entry: Period, period: Period) -> bool:
    return entry.kind.rank <= period.kind.rank and entry.middle in period
