"""What a KPI measures over a year, made up: the same for the same KPI and period whenever it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from random import Random

from bot.demo.seasons import EVEN, WORKING, Holidays, Season, rhythm
from kpi_engine.calendar.due import entry_periods
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.measure.exact import divide
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation, Definition, Target, UnitKind

SHIFTED = timedelta(weeks=9)
"""How long ago what has gone wrong (or well) began."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a KPI behaves; what the fields mean stands in company.toml."""

    now: Decimal
    was: Decimal | None = None
    growth: Decimal = Decimal(0)
    noise: Decimal = Decimal(0)
    size: Decimal = Decimal(1)
    step: Decimal = Decimal(1)
    season: Season = EVEN
    owes: int = 0
    misses: Decimal = Decimal(0)
    open: bool = False
    """Measured on holidays, too."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A value; None with the name of the holiday where there was nothing to measure."""

    period: Period
    reading: Reading | None
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One KPI; `key` tells it from all others."""

    key: str
    definition: Definition
    shape: Shape
    holidays: Holidays

    def until(self, today: date, since: date) -> Iterator[Measured]:
        """What has been entered by the morning of that day, oldest first."""
        ended = [entry for entry in self._expected(since, today) if entry.end <= today]
        for entry in ended[: len(ended) - self.shape.owes]:
            chance = Random(f"{self.key} {write_period(entry)}")
            if not chance.randrange(1000) < self.shape.misses * 1000:
                yield self._measured(entry, today, chance)

    def target(self, cycle: Period) -> Target | None:
        """The target of one cycle, where the season gives it one of its own."""
        definition = self.definition
        if not definition.aggregation.adds_up or self.shape.season.is_even:
            return None
        value = definition.target.value * self._busy(cycle)
        return Target(_rounded(value, Decimal(10) ** (value.adjusted() - 2)))

    def scaled(self, reading: Reading, factor: Decimal) -> Reading:
        """What a slip would have made of a reading."""
        if reading.numerator is None or reading.denominator is None:
            return Reading(_rounded(reading.value * factor, self.shape.step))
        return self._quotient(reading.value * factor, reading.denominator)

    def _expected(self, since: date, today: date) -> Iterator[Period]:
        cycle = Period.holding(since, self.definition.cycle)
        while cycle.start <= today:
            yield from _entries(self.definition.frequency, cycle)
            cycle = cycle.next()

    def _measured(self, entry: Period, today: date, chance: Random) -> Measured:
        off = "" if self.shape.open else self.holidays.name(entry)
        return Measured(entry, None if off else self._reading(entry, today, chance), off)

    def _reading(self, entry: Period, today: date, chance: Random) -> Reading:
        if self.definition.unit.kind is UnitKind.YESNO:
            return Reading(Decimal(chance.randrange(100) < self.shape.now * 100))
        value = self._level(entry, today) * _about_one(self.shape.noise, chance)
        match self.definition.aggregation:
            case Aggregation.SUM | Aggregation.COUNT:
                return Reading(_rounded(value * self._share(entry), self.shape.step))
            case Aggregation.LAST | Aggregation.AVERAGE | Aggregation.MIN | Aggregation.MAX:
                return Reading(_rounded(value, self.shape.step))
            case Aggregation.RATIO | Aggregation.WEIGHTED:
                return self._quotient(value, self._size(entry, chance))

    def _level(self, entry: Period, today: date) -> Decimal:
        """The usual value at that time."""
        before = today - entry.middle
        level = self.shape.was if self.shape.was is not None and before > SHIFTED else self.shape.now
        return level * (1 - self.shape.growth * before.days / 365)

    def _share(self, entry: Period) -> Decimal:
        """The part of a usual cycle that falls to the entry period."""
        cycle = Period.holding(entry.middle, self.definition.cycle)
        entries = _entries(self.definition.frequency, cycle)
        return self._busy(entry) * rhythm(entry, self.shape.season) / len(entries)

    def _size(self, entry: Period, chance: Random) -> Decimal:
        usual = self.shape.size * self._busy(entry) * rhythm(entry, self.shape.season)
        return max(_rounded(usual * _about_one(_SIZE_NOISE, chance), Decimal(1)), Decimal(1))

    def _quotient(self, value: Decimal, denominator: Decimal) -> Reading:
        numerator = _rounded(value * denominator, self.shape.step)
        if self.definition.unit.kind is UnitKind.PERCENT:
            numerator = min(numerator, denominator)
        return Reading(divide(numerator, denominator), numerator, denominator)

    def _busy(self, period: Period) -> Decimal:
        return self.holidays.busy(period, self.shape.season)


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    return Period.holding(day, PeriodKind.MONTH).back(months).start


_SIZE_NOISE = Decimal("0.03")


@cache
def _entries(kind: PeriodKind, inside: Period) -> tuple[Period, ...]:
    return entry_periods(kind, inside, WORKING)


def _about_one(deviation: Decimal, chance: Random) -> Decimal:
    """1, give or take; four dice have a deviation of 115 and never run away as the bell curve does."""
    return 1 + deviation * sum(chance.randint(-100, 100) for _ in range(4)) / 115


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
