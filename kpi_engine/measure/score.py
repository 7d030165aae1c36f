"""The score of one KPI in one period, from its records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.period import Period
from kpi_engine.measure.aggregate import aggregate
from kpi_engine.measure.curve import curve_for, points
from kpi_engine.measure.force import Slot, last_begun, rule_of, slots
from kpi_engine.measure.status import status_of
from kpi_engine.measure.target import combined_target, target_shares
from kpi_engine.model.actual import Actual, ActualState, Reading
from kpi_engine.model.kpi import Aggregation, KpiVersion, PeriodTarget
from kpi_engine.model.score import KpiScore, ScoreState


def score_kpi(
    versions: Sequence[KpiVersion],
    period_targets: Sequence[PeriodTarget],
    actuals: Sequence[Actual],
    period: Period,
    today: date,
    working_days: frozenset[int],
) -> KpiScore | None:
    """The line of a scorecard; None where the KPI was not in force, or is entered less often than that.

    All records are this KPI's. A value counts as soon as it is entered, and the values are held against what
    was agreed for just the entry periods that have one: a missing one is neither zero nor a gift. A value for
    a free day is measured, though none was due.
    """
    every = slots(versions, period, today)
    measured = [slot for slot in every if is_expected(slot.period, working_days)]
    if not measured:
        return None
    known = known_actuals(actuals)
    expected = [slot for slot in measured if slot.period in known or slot.period.end <= today]
    answered = _in_state(measured, known, ActualState.OK)
    excused = _in_state(measured, known, ActualState.NOT_APPLICABLE, ActualState.AWAY)
    version = last_begun(measured, today).version
    full = target_shares(measured, period_targets, working_days)
    line = KpiScore(
        version,
        period,
        _state(len(expected), len(answered), len(excused)),
        entered=len(answered),
        due=len(expected) - len(excused),
        of=len(measured),
        shares=target_shares(answered, period_targets, working_days),
        full_target=combined_target(version.definition.aggregation, full),
    )
    return _scored(line, readings_in(every, known))


def trend(
    versions: Sequence[KpiVersion], actuals: Sequence[Actual], period: Period, today: date, before: int
) -> tuple[Decimal | None, ...]:
    """Values of as many periods before this one, and of this one; None where there is none that compares."""
    periods = [period.back(count) for count in range(before, -1, -1)]
    known = known_actuals(actuals)
    by_period = [slots(versions, one, today) for one in periods]
    return tuple(_value(every, by_period[-1], known, today) for every in by_period)


def known_actuals(actuals: Sequence[Actual]) -> dict[Period, Actual]:
    """What stands for each period, a reason for no value among it."""
    return {actual.period: actual for actual in actuals if actual.current and actual.state is not ActualState.WITHDRAWN}


def readings_in(slots: Sequence[Slot], known: Mapping[Period, Actual]) -> list[Reading]:
    """What was measured in the slots, oldest first."""
    found = (known[slot.period] for slot in slots if slot.period in known)
    return [actual.reading for actual in found if actual.state is ActualState.OK and actual.reading]


def _state(expected: int, answered: int, excused: int) -> ScoreState:
    if answered:
        return ScoreState.SCORED
    if not expected:
        return ScoreState.NOT_DUE
    return ScoreState.NOT_APPLICABLE if excused == expected else ScoreState.MISSING


def _scored(line: KpiScore, readings: Sequence[Reading]) -> KpiScore:
    definition = line.version.definition
    reading = aggregate(definition.aggregation, readings)
    target = combined_target(definition.aggregation, line.shares)
    if reading is None or target is None:
        return line
    curve = curve_for(definition.direction, target)
    raw, score = points(curve, reading.value)
    status = status_of(score)
    return replace(line, reading=reading, target=target, curve=curve, raw=raw, score=score, status=status)


def _value(
    every: Sequence[Slot], present: Sequence[Slot], known: Mapping[Period, Actual], today: date
) -> Decimal | None:
    if not every or not present:
        return None
    version = last_begun(every, today).version
    if rule_of(version) != rule_of(last_begun(present, today).version) or _is_growing(every, today):
        return None
    reading = aggregate(version.definition.aggregation, readings_in(every, known))
    return reading.value if reading else None


def _is_growing(every: Sequence[Slot], today: date) -> bool:
    """A sum over a period that is not over yet: less than it will be, and nothing to compare with whole ones."""
    return every[-1].version.definition.aggregation is Aggregation.SUM and every[-1].period.end > today


def _in_state(slots: Sequence[Slot], known: Mapping[Period, Actual], *states: ActualState) -> list[Slot]:
    return [slot for slot in slots if slot.period in known and known[slot.period].state in states]
