"""The history of a KPI, from its records."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.period import Period
from kpi_engine.measure.exact import divide
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.outlook import FEWEST
from kpi_engine.measure.values.before import whole_cycles
from kpi_engine.measure.values.computed import on_record, readings
from kpi_engine.measure.values.slots import Slot, in_order, rule_of, version_in
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation, KpiVersion, UnitKind

_MOSTLY = Fraction(3, 4)
"""Of an entry period's working days on which somebody must be there before a sum says what a whole one would be."""


def history_of(version: KpiVersion, source: Source, until: Period, book: Book) -> History | None:
    """What was measured by the version's rule, in that period and before it; None of nothing.

    A formula is computed for the time before its KPI began as well, as far as its operands go back. A sum of which
    somebody was there on most of the days is raised to all of them; of fewer days it is left out.
    """
    definition = version.definition
    every = _slots(version, source, until, book)
    found = {
        period: whole
        for period, reading in readings(source, every, book).items()
        if (whole := _whole(reading, definition.aggregation, source.presence.part(period, book.calendar)))
    }
    if not found:
        return None
    share = definition.unit.kind is UnitKind.PERCENT
    return History.of(found, definition.aggregation, book.calendar, share=share)


def to_judge_by(version: KpiVersion, source: Source, until: Period, book: Book) -> History | None:
    """What a target is judged by: the history, or its cycles with those given as wholes while these say more."""
    history, cycle = history_of(version, source, until, book), version.definition.cycle
    given = whole_cycles(version, source)
    by_cycle = history.by(cycle) if history else None
    entered = {} if by_cycle is None else _known(by_cycle)
    if not given or len(entered) >= FEWEST:
        return history
    share = version.definition.unit.kind is UnitKind.PERCENT
    return History.of(given | entered, version.definition.aggregation, book.calendar, share=share)


def _known(history: History) -> dict[Period, Reading]:
    pairs = zip(history.periods, history.readings, strict=True)
    return {period: reading for period, reading in pairs if reading}


def _slots(version: KpiVersion, source: Source, until: Period, book: Book) -> Iterator[Slot]:
    kind = version.definition.frequency
    for period in {book.calendar.holding(one.middle, kind) for one in on_record(source, book)}:
        if period.middle < until.end and is_expected(period, book.calendar) and _is_of(version, source, period, book):
            yield Slot(period, version)


def _is_of(version: KpiVersion, source: Source, period: Period, book: Book) -> bool:
    """Whether the version's rule held in that entry period.

    What was before any version was in force, given as proof that there are data, is by the first one's rule; a formula
    is computed for that time whatever was first.
    """
    then = version_in(source.versions, period, book.calendar)
    if then is None:
        first = in_order(source.versions)[0]
        known = bool(version.definition.expression) or rule_of(first) == rule_of(version)
        return known and period.middle < first.in_force
    return rule_of(then) == rule_of(version)


def _whole(reading: Reading, how: Aggregation, part: Fraction) -> Reading | None:
    if how is not Aggregation.SUM or part in (0, 1):
        return reading if part else None
    return Reading(divide(reading.value * part.denominator, Decimal(part.numerator))) if part >= _MOSTLY else None
