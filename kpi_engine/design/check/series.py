"""A KPI's values and scores over time, as far as rules look back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.model.actual import ActualState
from kpi_engine.model.score import KpiScore

CYCLES_BACK = 6


def values(record: KpiRecord) -> dict[Period, Decimal]:
    """The values that were entered, oldest first."""
    ok = (line for line in record.actuals if line.state is ActualState.OK)
    return {line.period: line.reading.value for line in ok if line.reading}


def paired(one: KpiRecord, other: KpiRecord) -> tuple[list[Decimal], list[Decimal]]:
    """The values of periods for which both have one, oldest first."""
    ours, theirs = values(one), values(other)
    both = sorted(ours.keys() & theirs.keys())
    return [ours[period] for period in both], [theirs[period] for period in both]


def closed_scores(model: Model, record: KpiRecord) -> Iterator[KpiScore]:
    """The lines of the last six cycles that are over, newest first; none where no curve can be made."""
    if any(target_problem(each.definition.direction, each.definition.target) for each in record.versions):
        return
    cycle = model.company.calendar.holding(model.today, record.definition.cycle)
    for _ in range(CYCLES_BACK):
        cycle = cycle.previous()
        if line := _score(model, record, cycle):
            yield line


def last_closed(model: Model, record: KpiRecord) -> KpiScore | None:
    """The line of the last cycle that is over."""
    return next(closed_scores(model, record), None)


def _score(model: Model, record: KpiRecord, cycle: Period) -> KpiScore | None:
    return score_kpi(record.versions, record.targets, record.actuals, cycle, model.today, model.company.calendar)
