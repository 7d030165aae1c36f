"""The queries that both services and readers ask, each in a statement or two however many rows there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, Text, literal_column, select, type_coerce

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import Presence
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import Actual, ActualState, Measured, Reading
from kpi_engine.model.agreement import Agreements
from kpi_engine.model.check import Mute
from kpi_engine.model.company import Department, Person
from kpi_engine.model.kpi import KpiVersion, PeriodTarget
from kpi_engine.model.strategy import Goal
from kpi_engine.store import values
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import (
    ActualRow,
    AgreementRow,
    DepartmentRow,
    GoalRow,
    KpiRow,
    KpiVersionRow,
    MuteRow,
    PeriodTargetRow,
    PersonRow,
    PositionRow,
)

Versions: TypeAlias = dict[int, tuple[KpiVersion, ...]]
"""The versions of each KPI by its id, in the order of their numbers; those taken back are left out."""
Actuals: TypeAlias = dict[int, tuple[Actual, ...]]
"""The lines of each KPI that has any."""


def departments(scope: Scope) -> tuple[Department, ...]:
    """All departments, in the order in which they were founded."""
    return tuple(values.department(row) for row in scope.all(select(DepartmentRow).order_by(DepartmentRow.id)))


def people(scope: Scope) -> tuple[Person, ...]:
    """Everybody who was ever added, in that order."""
    hats = defaultdict(list)
    for hat in scope.all(select(PositionRow).order_by(PositionRow.id)):
        hats[hat.person_id].append(hat)
    rows = scope.all(select(PersonRow).order_by(PersonRow.id))
    return tuple(values.person(row, hats[row.id]) for row in rows)


def everybody(scope: Scope) -> Iterator[Person]:
    """The same, read when somebody asks for the first: to name who may do something, once it is refused."""
    yield from people(scope)


def person(scope: Scope, id: int) -> Person:
    """The person with that id; Refusal("unknown_person")."""
    row = scope.find(PersonRow, id, "unknown_person")
    mine = select(PositionRow).where(PositionRow.person_id == id).order_by(PositionRow.id)
    return values.person(row, scope.all(mine))


def presences(scope: Scope, versions: Versions) -> dict[int, Presence]:
    """When the people are there whose own KPIs are among these."""
    ids = {each[0].kpi.person_id for each in versions.values() if each[0].kpi.person_id is not None}
    if not ids:
        return {}
    rows = scope.lines(select(PersonRow.id, PersonRow.presence).where(scope.among(PersonRow.id, ids)))
    return {row.id: row.presence for row in rows}


def goals(scope: Scope) -> tuple[Goal, ...]:
    """The goals that stand: the company's and the departments', each in their order."""
    rows = select(GoalRow).where(GoalRow.active).order_by(GoalRow.rank, GoalRow.id)
    return tuple(values.goal(row) for row in scope.all(rows))


def versions(scope: Scope, *which: ColumnElement[bool]) -> Versions:
    """The versions of the KPIs that the conditions choose; of all without any."""
    statement = (
        select(KpiVersionRow, KpiRow)
        .join(KpiRow, KpiRow.id == KpiVersionRow.kpi_id)
        .where(~KpiVersionRow.withdrawn, *which)
        .order_by(KpiVersionRow.kpi_id, KpiVersionRow.number)
    )
    found = defaultdict(list)
    for row, kpi in scope.lines(statement):
        found[kpi.id].append(values.version(row, kpi))
    return {kpi_id: tuple(each) for kpi_id, each in found.items()}


def computed(scope: Scope) -> Versions:
    """The versions that have a formula."""
    return versions(scope, KpiVersionRow.expression != literal_column("''"))


def versions_of(scope: Scope, kpi_id: int) -> tuple[KpiVersion, ...]:
    """The versions of one KPI; Refusal("unknown_kpi") where there is none."""
    found = versions(scope, KpiRow.id == kpi_id)
    if kpi_id not in found:
        raise Refusal("unknown_kpi", id=kpi_id)
    return found[kpi_id]


def period_targets(scope: Scope, kpi_ids: Collection[int]) -> dict[int, tuple[PeriodTarget, ...]]:
    """The targets agreed for single cycles."""
    rows = select(PeriodTargetRow).where(scope.among(PeriodTargetRow.kpi_id, kpi_ids))
    year_start = scope.company().year_start
    found = defaultdict(list)
    for row in scope.all(rows.order_by(PeriodTargetRow.period_start)):
        found[row.kpi_id].append(values.period_target(row, year_start))
    return {kpi_id: tuple(each) for kpi_id, each in found.items()}


def agreements(scope: Scope) -> Agreements:
    """What the company has agreed about totals, but for what was taken back."""
    stand = select(AgreementRow).where(~AgreementRow.withdrawn).order_by(AgreementRow.in_force, AgreementRow.id)
    return Agreements(tuple(values.agreement(row) for row in scope.all(stand)))


def mutes(scope: Scope) -> tuple[Mute, ...]:
    """What the check is to leave alone."""
    return tuple(values.mute(row) for row in scope.all(select(MuteRow).order_by(MuteRow.id)))


def current_actuals(scope: Scope, kpi_ids: Collection[int], since: date = date.min, until: date = date.max) -> Actuals:
    """What stands now for periods that begin in [since, until), oldest first, but for what was withdrawn."""
    found = latest_lines(scope, kpi_ids, since, until)
    return {
        kpi_id: tuple(line for line in lines if line.state is not ActualState.WITHDRAWN)
        for kpi_id, lines in found.items()
    }


def measured(scope: Scope, kpi_ids: Collection[int], since: date, until: date) -> dict[int, tuple[Measured, ...]]:
    """The same, as far as it is scored."""
    statement = (
        select(*_MEASURED)
        .where(*_current(scope, kpi_ids, since, until), ActualRow.state != ActualState.WITHDRAWN)
        .order_by(ActualRow.kpi_id, ActualRow.period_start, ActualRow.id)
    )
    year_start = scope.company().year_start
    found = defaultdict(list)
    for kpi_id, kind, start, state, value, numerator, denominator in scope.lines(statement):
        reading = None if value is None else Reading(value, numerator, denominator)
        found[kpi_id].append(Measured(_period(start, kind, year_start), _STATES[state], reading))
    return {kpi_id: tuple(lines) for kpi_id, lines in found.items()}


def latest_lines(scope: Scope, kpi_ids: Collection[int], since: date, until: date) -> Actuals:
    """The last line for each of those periods, even if it says that the value was withdrawn."""
    return _actuals(scope, *_current(scope, kpi_ids, since, until))


def standing(scope: Scope, spots: Sequence[tuple[int, Period]]) -> dict[tuple[int, Period], Actual]:
    """What stands for each of these KPIs and periods for which anything does that was not withdrawn."""
    if not spots:
        return {}
    since, until = min(period.start for _, period in spots), max(period.start for _, period in spots)
    found = current_actuals(scope, {kpi_id for kpi_id, _ in spots}, since, until + timedelta(days=1))
    lines = {(line.kpi_id, line.period): line for each in found.values() for line in each}
    return {spot: lines[spot] for spot in spots if spot in lines}


def recent_actuals(scope: Scope, kpi_id: int, n: int) -> tuple[Actual, ...]:
    """The last n values that stand now, oldest first."""
    stands = ActualRow.kpi_id == kpi_id, ActualRow.is_current.is_(True), ActualRow.state == ActualState.OK
    rows = select(*_LINE).where(*stands).order_by(ActualRow.period_start.desc(), ActualRow.id.desc()).limit(n)
    year_start = scope.company().year_start
    return tuple(_actual(row, year_start) for row in reversed(scope.lines(rows)))


def all_actuals(scope: Scope, kpi_id: int) -> tuple[Actual, ...]:
    """Every line of the KPI's record, newest first."""
    lines = _actuals(scope, ActualRow.kpi_id == kpi_id).get(kpi_id, ())
    return tuple(sorted(lines, key=lambda line: -line.id))


def actuals_with(scope: Scope, ids: Collection[int]) -> dict[int, Actual]:
    """Those lines, by their ids."""
    found = _actuals(scope, scope.among(ActualRow.id, ids))
    return {line.id: line for lines in found.values() for line in lines}


def _current(scope: Scope, kpi_ids: Collection[int], since: date, until: date) -> list[ColumnElement[bool]]:
    return [
        scope.among(ActualRow.kpi_id, kpi_ids),
        ActualRow.is_current.is_(True),
        ActualRow.period_start >= since,
        ActualRow.period_start < until,
    ]


def _actuals(scope: Scope, *which: ColumnElement[bool]) -> Actuals:
    statement = select(*_LINE).where(*which).order_by(ActualRow.period_start, ActualRow.id)
    year_start = scope.company().year_start
    found = defaultdict(list)
    for row in scope.lines(statement):
        found[row.kpi_id].append(_actual(row, year_start))
    return {kpi_id: tuple(lines) for kpi_id, lines in found.items()}


_LINE = (
    ActualRow.id,
    ActualRow.kpi_id,
    ActualRow.kind,
    ActualRow.period_start,
    ActualRow.state,
    ActualRow.value,
    ActualRow.numerator,
    ActualRow.denominator,
    ActualRow.author_id,
    ActualRow.entered_at,
    ActualRow.channel,
    ActualRow.note,
    ActualRow.evidence,
    ActualRow.reason,
    ActualRow.supersedes,
    ActualRow.is_current,
)
"""Columns rather than entities: a card reads thousands of lines."""


_MEASURED = (
    ActualRow.kpi_id,
    type_coerce(ActualRow.kind, Text),
    ActualRow.period_start,
    type_coerce(ActualRow.state, Text),
    ActualRow.value,
    ActualRow.numerator,
    ActualRow.denominator,
)
"""Words as they are kept: to look each up costs as much as all the rest of a line."""
_STATES = {state.value: state for state in ActualState}


@lru_cache(maxsize=8192)
def _period(start: date, kind: str, year_start: int) -> Period:
    """One for all the lines of a day: there are many."""
    return Period(start, PeriodKind(kind), year_start)


def _actual(row: Row[*tuple[Any, ...]], year_start: int) -> Actual:
    (id, kpi_id, kind, start, state, value, numerator, denominator, *rest) = row
    reading = None if value is None else Reading(value, numerator, denominator)
    return Actual(id, kpi_id, _period(start, kind, year_start), state, reading, *rest)
