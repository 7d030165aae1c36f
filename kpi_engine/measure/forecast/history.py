"""What was measured so far, at equal distances, so that it can be continued."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from kpi_engine.calendar.due import entry_periods
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.exact import divide
from kpi_engine.measure.forecast.scale import Scale
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation

_MOSTLY = Decimal("0.75")
"""Of a cycle's values that must be there before it counts as one."""
_SEASONS = {PeriodKind.WEEK: 52, PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2, PeriodKind.YEAR: 1}


@dataclass(frozen=True, slots=True)
class History:
    """Neighbouring entry periods, oldest first, and what was measured in each; None where nothing was."""

    periods: tuple[Period, ...]
    readings: tuple[Reading | None, ...]
    how: Aggregation
    calendar: Calendar
    share: bool = False
    """Whether the values are percents, which as a rule lie between 0 and 1."""

    @classmethod
    def up_to(
        cls,
        last: Period,
        values: Sequence[Decimal | None],
        how: Aggregation,
        calendar: Calendar,
        *,
        share: bool = False,
    ) -> History:
        """Values as somebody lists them, oldest first, the last one that of the period named."""
        periods = [last]
        while len(periods) < len(values):
            periods.append(_previous(periods[-1], calendar))
        readings = tuple(None if value is None else Reading(value) for value in values)
        return cls(tuple(reversed(periods[: len(values)])), readings, how, calendar, share)

    @classmethod
    def of(
        cls, found: Mapping[Period, Reading], how: Aggregation, calendar: Calendar, *, share: bool = False
    ) -> History:
        """What was measured in some periods of one kind, at least one; days only on working days."""
        first, last = min(found), max(found)
        periods = [last]
        while (before := _previous(periods[-1], calendar)) >= first:
            periods.append(before)
        periods.reverse()
        return cls(tuple(periods), tuple(found.get(period) for period in periods), how, calendar, share)

    @property
    def known(self) -> tuple[Reading, ...]:
        """What there is, oldest first."""
        return tuple(reading for reading in self.readings if reading)

    @property
    def floats(self) -> list[float | None]:
        """The values as statistics takes them."""
        return [None if reading is None else float(reading.value) for reading in self.readings]

    @property
    def scale(self) -> Scale:
        """The scale on which they are even."""
        return Scale.of([float(reading.value) for reading in self.known], share=self.share)

    @property
    def season(self) -> int:
        """Values until the same month, quarter or weekday comes again."""
        kind = self.periods[-1].kind
        return len(self.calendar.weekdays) if kind is PeriodKind.DAY else _SEASONS[kind]

    def before(self, period: Period) -> History:
        """The part that was over when the period began; from its first value on."""
        inside = [n for n, one in enumerate(self.periods) if one.middle < period.start]
        first = next((n for n in inside if self.readings[n]), len(inside))
        return self._only(slice(first, len(inside)))

    def by(self, kind: PeriodKind) -> History:
        """The values of longer periods, as far as at least three in four of their values are there.

        What is summed up is raised to the whole period, as its target is lowered where a value is missing.
        """
        groups = groupby(zip(self.periods, self.readings, strict=True), key=lambda pair: _in(pair[0], kind))
        found = [(cycle, self._whole(cycle, [reading for _, reading in pairs])) for cycle, pairs in groups]
        first = next((n for n, (_, reading) in enumerate(found) if reading), len(found))
        periods, readings = [cycle for cycle, _ in found[first:]], [reading for _, reading in found[first:]]
        return History(tuple(periods), tuple(readings), self.how, self.calendar, self.share)

    def place(self, period: Period) -> int:
        """How many entry periods it comes after the first one; below 0 before it."""
        last, steps = self.periods[-1], 0
        while period > last:
            period, steps = _previous(period, self.calendar), steps + 1
        while period < last:
            last, steps = _previous(last, self.calendar), steps - 1
        return len(self.periods) - 1 + steps

    def _whole(self, cycle: Period, readings: Sequence[Reading | None]) -> Reading | None:
        there = [reading for reading in readings if reading]
        of = len(entry_periods(self.periods[0].kind, cycle, self.calendar))
        together = aggregate(self.how, there)
        if together is None or len(there) < _MOSTLY * of:
            return None
        if self.how.adds_up and len(there) != of:
            return Reading(divide(together.value * of, Decimal(len(there))))
        return together

    def _only(self, part: slice) -> History:
        return History(self.periods[part], self.readings[part], self.how, self.calendar, self.share)


def _previous(period: Period, calendar: Calendar) -> Period:
    before = period.previous()
    while before.kind is PeriodKind.DAY and not calendar.is_working(before.start):
        before = before.previous()
    return before


def _in(period: Period, kind: PeriodKind) -> Period:
    return period if period.kind is kind else Period.holding(period.middle, kind)
