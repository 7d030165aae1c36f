"""A period while it runs: what is in, what is still to come, and what was before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.late import is_late
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.exact import decimal_of
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.past import history_of
from kpi_engine.measure.score.target import combined_target, target_shares
from kpi_engine.measure.values.computed import readings, states
from kpi_engine.measure.values.slots import Slot, slots
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.kpi import Target
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
    parts: Mapping[Period, Decimal]
    """Of both, how much of a whole entry period counts: as long as the person is there whose KPI it is."""
    history: History | None
    """What was measured by the same rule up to now; None of nothing."""

    def part(self, periods: Sequence[Period]) -> Decimal:
        """How many whole entry periods these make."""
        return sum((self.parts[period] for period in periods), Decimal(0))


def inside(line: KpiScore, source: Source, book: Book) -> Inside:
    """The line's period as it runs. A value may still come until it is late, and none where a later one is in."""
    every = slots(source, line.period, book)
    known = states(source, every, book)
    wanted = [slot for slot in every if is_expected(slot.period, book.calendar)]
    entered = [slot for slot in wanted if known.get(slot.period) is ActualState.OK]
    last = entered[-1].period if entered else None
    to_come = [slot for slot in wanted if _may_come(slot.period, last, known.keys(), book.today, book.calendar)]
    shares = target_shares(source, [*entered, *to_come], book.calendar)
    return Inside(
        line,
        combined_target(line.version.definition.aggregation, shares),
        _in(line, source, every, book),
        _periods(entered),
        _periods(to_come),
        {one.period: decimal_of(source.presence.part(one.period, book.calendar)) for one in (*entered, *to_come)},
        history_of(line.version, source, line.period, book),
    )


def _in(line: KpiScore, source: Source, every: Sequence[Slot], book: Book) -> tuple[Reading, ...]:
    """What is in, each by itself.

    What a formula comes to over several entry periods need not be the sum or the mean of what it comes to in each: it
    stands as the whole that it is, or where only its mean can be taken, as so many values alike.
    """
    if not line.version.definition.expression:
        return tuple(readings(source, every, book).values())
    if line.reading is None:
        return ()
    whole = line.version.definition.aggregation.adds_up or line.reading.denominator is not None
    return (line.reading,) * (1 if whole else line.entered)


def _may_come(period: Period, last: Period | None, known: Collection[Period], today: date, calendar: Calendar) -> bool:
    later = last is None or period > last
    return later and period not in known and not is_late(period, today, calendar)


def _periods(slots: Sequence[Slot]) -> tuple[Period, ...]:
    return tuple(slot.period for slot in slots)
