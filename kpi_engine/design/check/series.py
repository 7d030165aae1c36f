"""A KPI's values and scores over time, as far as rules look back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.targets import Suggestion, TooFew, suggest
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.past import history_of, to_judge_by
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import ActualState
from kpi_engine.model.kpi import Definition, Direction
from kpi_engine.model.score import KpiScore

CYCLES_BACK = 6
_YEAR = timedelta(days=365)
COMPARED = 13
"""Cycles in which values are compared with others: twelve, and the one that still runs."""


def values(record: KpiRecord) -> dict[Period, Decimal]:
    """The values that were entered, oldest first; of what is computed none."""
    entered = (line for line in record.actuals if line.period.kind is record.definition.frequency)
    return {line.period: line.reading.value for line in entered if line.reading and line.state is ActualState.OK}


def count_of_values(model: Model, record: KpiRecord) -> int:
    """How many values there are to go by: of what is computed, of how many entry periods it can be."""
    if not record.definition.expression:
        return len(values(record))
    cycle = model.company.calendar.holding(model.today, record.definition.cycle)
    history = history_of(record.version, _source(model, record), cycle, _book(model, record))
    return len(history.known) if history else 0


def paired(model: Model, one: KpiRecord, other: KpiRecord) -> tuple[list[Decimal], list[Decimal]]:
    """The values of periods for which both have one, oldest first, of the last thirteen cycles of the first."""
    since = model.company.calendar.holding(model.today, one.definition.cycle).back(COMPARED).start
    ours, theirs = values(one), values(other)
    both = sorted(period for period in ours.keys() & theirs.keys() if period.start >= since)
    return [ours[period] for period in both], [theirs[period] for period in both]


def closed_scores(model: Model, record: KpiRecord, kind: PeriodKind | None = None) -> Iterator[KpiScore]:
    """The lines of the last six cycles (or periods of a kind) that are over, newest first; none without a curve."""
    if not all(_has_curve(version.definition) for version in record.versions):
        return
    period = model.company.calendar.holding(model.today, kind or record.definition.cycle)
    for _ in range(CYCLES_BACK):
        period = period.previous()
        if line := _score(model, record, period):
            yield line


def last_closed(model: Model, record: KpiRecord) -> KpiScore | None:
    """The line of the last cycle that is over."""
    return next(closed_scores(model, record), None)


def chance(model: Model, record: KpiRecord) -> Decimal | None:
    """Of reaching the target of the present cycle, from 0 to 1, by what was measured before it began.

    None where there are fewer than six values, of what is met or not by itself, and where the targets of single
    cycles follow a season that the history is too short to know.
    """
    version, calendar = record.version, model.company.calendar
    cycle = calendar.holding(max(model.today, version.in_force), version.definition.cycle)
    history = to_judge_by(version, _source(model, record), cycle, _book(model, record))
    if history is None or (_goes_by_season(record) and not _knows_seasons(history, cycle)):
        return None
    found = _suggestion(history, cycle, version.definition.direction)
    agreed = (each.target for each in record.targets if each.cycle == cycle)
    target = next(agreed, version.definition.target)
    return found.level(target).chance if isinstance(found, Suggestion) else None


def presence_of(model: Model, record: KpiRecord) -> Presence:
    """When the person is there whose own KPI it is."""
    person = model.person(record.version.kpi.person_id or 0)
    return person.presence if person else ALWAYS


def _goes_by_season(record: KpiRecord) -> bool:
    """Whether some cycles are to bring more than others."""
    return len({each.target.value for each in record.targets}) > 1


def _knows_seasons(history: History, cycle: Period) -> bool:
    """Whether each part of the year has been seen twice."""
    return history.periods[0].start <= cycle.start - 2 * _YEAR


@lru_cache(maxsize=256)
def _suggestion(history: History, cycle: Period, direction: Direction) -> Suggestion | TooFew | None:
    """Kept, as a check is made anew for every button, and what is over does not change."""
    return suggest(history, cycle, direction)


def _has_curve(definition: Definition) -> bool:
    direction, target = definition.direction, definition.target
    return not (target_problem(direction, target) or scoring_problems(direction, target, definition.scoring))


def _score(model: Model, record: KpiRecord, period: Period) -> KpiScore | None:
    return score_kpi(_source(model, record), period, _book(model, record))


def _source(model: Model, record: KpiRecord) -> Source:
    return Source(record.versions, record.actuals, record.targets, presence_of(model, record))


def _book(model: Model, record: KpiRecord) -> Book:
    """With what the KPI is computed from, what that is computed from, and so on."""
    found, missing = dict[int, Source](), _source(model, record).operands
    by_id = {each.id: each for each in model.kpis} if missing else {}
    while missing:
        more = {id: _source(model, by_id[id]) for id in missing & by_id.keys()}
        found |= more
        missing = frozenset(id for each in more.values() for id in each.operands) - found.keys()
    return Book(model.today, model.company.calendar, found)
