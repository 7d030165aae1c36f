"""A period while it runs: what is in, what is still to come, and what was before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.late import is_late
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.score.target import combined_target, target_shares
from kpi_engine.measure.values.record import known_actuals, readings_in
from kpi_engine.measure.values.slots import Slot, rule_of, slots, version_in
from kpi_engine.model.actual import ActualState, Reading, Standing
from kpi_engine.model.kpi import KpiVersion, PeriodTarget, Target, UnitKind
from kpi_engine.model.score import KpiScore


@dataclass(frozen=True, slots=True)
class Inside:
    """What the pace of a line is told from."""

    line: KpiScore
    goal: Target | None
    """For the entry periods that have a value or may still get one; None where that is none."""
    readings: tuple[Reading, ...]
    """What is in, values of free days among it."""
    entered: tuple[Period, ...]
    to_come: tuple[Period, ...]
    history: History | None
    """What was measured by the same rule up to now; None of nothing."""


def inside(
    line: KpiScore,
    versions: Sequence[KpiVersion],
    period_targets: Sequence[PeriodTarget],
    actuals: Sequence[Standing],
    today: date,
    calendar: Calendar,
) -> Inside:
    """The line's period as it runs. A value may still come until it is late, and none where a later one is in."""
    known = known_actuals(actuals)
    every = slots(versions, line.period, today, calendar)
    wanted = [slot for slot in every if is_expected(slot.period, calendar)]
    entered = [slot for slot in wanted if slot.period in known and known[slot.period].state is ActualState.OK]
    last = entered[-1].period if entered else None
    to_come = [slot for slot in wanted if _may_come(slot.period, last, known.keys(), today, calendar)]
    shares = target_shares([*entered, *to_come], period_targets, calendar)
    return Inside(
        line,
        combined_target(line.version.definition.aggregation, shares),
        tuple(readings_in(every, known)),
        _periods(entered),
        _periods(to_come),
        history_of(line.version, versions, actuals, line.period, calendar),
    )


def history_of(
    version: KpiVersion,
    versions: Sequence[KpiVersion],
    actuals: Sequence[Standing],
    until: Period,
    calendar: Calendar,
) -> History | None:
    """What was measured by the version's rule, in that period and before it; None of nothing.

    What was before the KPI was in force, given as proof that there are data, is by its first version's rule.
    """
    definition, first = version.definition, min(versions, key=lambda each: (each.in_force, each.number))
    found = {
        period: actual.reading
        for period, actual in known_actuals(actuals).items()
        if actual.reading
        and period.kind is definition.frequency
        and period.middle < until.end
        and is_expected(period, calendar)
        and (then := first if period.end <= first.in_force else version_in(versions, period, calendar))
        and rule_of(then) == rule_of(version)
    }
    if not found:
        return None
    share = definition.unit.kind is UnitKind.PERCENT
    return History.of(found, definition.aggregation, calendar, share=share)


def _may_come(period: Period, last: Period | None, known: Collection[Period], today: date, calendar: Calendar) -> bool:
    later = last is None or period > last
    return later and period not in known and not is_late(period, today, calendar)


def _periods(slots: Sequence[Slot]) -> tuple[Period, ...]:
    return tuple(slot.period for slot in slots)
