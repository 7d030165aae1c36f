"""The score of one KPI in one period, from its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.period import Period
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.measure.formula.compute import NotComputable
from kpi_engine.measure.score.shares import target_shares
from kpi_engine.measure.score.status import status_of
from kpi_engine.measure.score.target import combined_target, extent_of
from kpi_engine.measure.values.before import known_before
from kpi_engine.measure.values.computed import Derived, States, derive, states
from kpi_engine.measure.values.slots import Slot, in_order, last_begun, owed_since, rule_of, slots
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.score import KpiScore, ScoreState


def score_kpi(source: Source, period: Period, book: Book) -> KpiScore | None:
    """The line of a scorecard; None where the KPI was not in force, or is entered less often than that.

    A value counts as soon as it is entered, and the values are held against what was agreed for just the entry
    periods that have one: a missing one is neither zero nor a gift. A value for a free day is measured, though none
    was due. What is computed takes its values from the book. A person's own KPI is measured while the person is there,
    and a target that adds up is in proportion to their days.
    """
    every = slots(source, period, book)
    measured = [slot for slot in every if is_expected(slot.period, book.calendar)]
    if not measured:
        return None
    known = states(source, every, book)
    values = _in_state(every, known, ActualState.OK)
    since = owed_since(source.versions)
    expected = [slot for slot in measured if slot.period in known or _is_owed(slot.period, since, book.today)]
    answered = _in_state(measured, known, ActualState.OK)
    excused = _in_state(measured, known, ActualState.NOT_APPLICABLE, ActualState.AWAY)
    version = last_begun(measured, book.today).version
    full = target_shares(source, measured, book.calendar)
    line = KpiScore(
        version,
        period,
        _state(len(expected), len(answered), len(excused)),
        entered=len(answered),
        due=len(expected) - len(excused),
        of=len(measured),
        shares=target_shares(source, answered, book.calendar),
        full_target=combined_target(version.definition.aggregation, full),
        unasked=len(values) - len(answered),
    )
    return _scored(line, derive(source, values, book))


def _is_owed(period: Period, since: date, today: date) -> bool:
    return period.end <= today and period.end > since


def trend(source: Source, period: Period, book: Book, before: int) -> tuple[Decimal | None, ...]:
    """Values of as many periods before this one, and of this one; None where there is none that compares."""
    periods = [period.back(count) for count in range(before, -1, -1)]
    by_period = [slots(source, one, book) for one in periods]
    return tuple(
        _value(every, by_period[-1], source, book) if every else _before(source, one, by_period[-1], book)
        for one, every in zip(periods, by_period, strict=True)
    )


def line_before(source: Source, period: Period) -> KpiScore | None:
    """What is known of a period before the KPI was in force, without target and score; None of nothing."""
    reading = known_before(source, period)
    if reading is None:
        return None
    first = in_order(source.versions)[0]
    return KpiScore(first, period, ScoreState.NOT_DUE, 0, 0, 0, (), full_target=None, reading=reading)


def _state(expected: int, answered: int, excused: int) -> ScoreState:
    if answered:
        return ScoreState.SCORED
    if not expected:
        return ScoreState.NOT_DUE
    return ScoreState.NOT_APPLICABLE if excused == expected else ScoreState.MISSING


def _scored(line: KpiScore, derived: Derived) -> KpiScore:
    definition, found = line.version.definition, derived.reading
    target = combined_target(definition.aggregation, line.shares)
    if found is None or target is None:
        return line
    line = replace(line, operands=derived.operands)
    if isinstance(found, NotComputable):
        return replace(line, state=ScoreState.NOT_COMPUTABLE, problem=found.key)
    extent = extent_of(definition.aggregation, line.shares)
    curve = curve_for(definition.direction, target, definition.scoring, extent)
    raw, score = points(curve, found.value)
    status = status_of(score)
    return replace(line, reading=found, target=target, curve=curve, raw=raw, score=score, status=status)


def _value(every: Sequence[Slot], present: Sequence[Slot], source: Source, book: Book) -> Decimal | None:
    if not present:
        return None
    version, known = last_begun(every, book.today).version, states(source, every, book)
    if rule_of(version) != rule_of(last_begun(present, book.today).version):
        return None
    if version.definition.aggregation.adds_up and not _is_whole(every, known, owed_since(source.versions), book.today):
        return None
    found = derive(source, _in_state(every, known, ActualState.OK), book).reading
    return found.value if isinstance(found, Reading) else None


def _before(source: Source, period: Period, present: Sequence[Slot], book: Book) -> Decimal | None:
    first = in_order(source.versions)[0]
    if not present or rule_of(last_begun(present, book.today).version) != rule_of(first):
        return None
    found = known_before(source, period)
    return found.value if found else None


def _is_whole(every: Sequence[Slot], known: States, since: date, today: date) -> bool:
    """Whether a sum compares with others: its period is over, and what is from before the KPI was in force is known."""
    return every[-1].period.end <= today and all(slot.period in known for slot in every if slot.period.end <= since)


def _in_state(every: Sequence[Slot], known: States, *wanted: ActualState) -> list[Slot]:
    return [slot for slot in every if known.get(slot.period) in wanted]
