"""The queries for what was entered, each in one statement however many KPIs and lines there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, Text, select, type_coerce

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.actual import Actual, ActualState, Measured, Reading
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActualRow

MEASURED = "measured"
"""The question under which a scope remembers lines, beside the days between which they were asked for."""

Actuals: TypeAlias = dict[int, tuple[Actual, ...]]
"""The lines of each KPI that has any."""


def current_actuals(scope: Scope, kpi_ids: Collection[int], since: date = date.min, until: date = date.max) -> Actuals:
    """What stands now for periods that begin in [since, until), oldest first, but for what was withdrawn."""
    found = latest_lines(scope, kpi_ids, since, until)
    return {
        kpi_id: tuple(line for line in lines if line.state is not ActualState.WITHDRAWN)
        for kpi_id, lines in found.items()
    }


def measured(scope: Scope, kpi_ids: Collection[int], since: date, until: date) -> dict[int, tuple[Measured, ...]]:
    """The same, as far as it is scored."""
    first, last = _window(scope, kpi_ids, since, until)
    found = scope.each_once((MEASURED, first, last), kpi_ids, lambda ids: _measured(scope, ids, first, last))
    inside = ((kpi_id, _between(lines, since, until)) for kpi_id, lines in found.items())
    return {kpi_id: lines for kpi_id, lines in inside if lines}


def _window(scope: Scope, kpi_ids: Collection[int], since: date, until: date) -> tuple[date, date]:
    """These days, or those of which the KPIs' lines are known already if these are among them."""
    for question, known in (scope.known or {}).items():
        match question:
            case (str(kind), date() as first, date() as last) if kind == MEASURED and first <= since and until <= last:
                if known.keys() >= set(kpi_ids):
                    return first, last
    return since, until


def _between(lines: tuple[Measured, ...], since: date, until: date) -> tuple[Measured, ...]:
    if since <= lines[0].period.start and lines[-1].period.start < until:
        return lines
    return tuple(line for line in lines if since <= line.period.start < until)


def _measured(scope: Scope, kpi_ids: Collection[int], since: date, until: date) -> dict[int, tuple[Measured, ...]]:
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
