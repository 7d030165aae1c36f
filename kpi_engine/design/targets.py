"""Targets neither too high nor too low: what a history makes likely, and what any target is by that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.design.level import Level, level_of
from kpi_engine.design.sensible import sensible
from kpi_engine.measure.exact import mean
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.outlook import Outlook, outlook
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.model.kpi import GRADED, RISING, Direction, Target

AT_THRESHOLD, AT_TARGET, AT_STRETCH = Decimal("0.85"), Decimal("0.6"), Decimal("0.2")
"""Chances of the levels suggested. Ellig (The Complete Guide to Executive Compensation) has 80 to 90 % for the
threshold, even chances or somewhat better for the target, 10 to 20 % for the most."""
LAST = 12
"""Cycles that are counted back to show what a level would have meant."""
SEED = 1
"""The same history is always answered with the same suggestion."""
_HALF = Decimal("0.5")
_LEVELS = 3


@dataclass(frozen=True, slots=True)
class TooFew:
    """Fewer than six values: nothing is suggested. All there is to go by is their usual value."""

    known: int
    usual: Decimal | None
    """The mean of the cycles that there are; None of none."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Levels for a cycle to come; only the target of what is met or not, of a range, and where two of them are one."""

    cycle: Period
    direction: Direction
    target: Level
    threshold: Level | None
    stretch: Level | None
    outlook: Outlook
    past: tuple[Decimal, ...]
    """The cycles before, at most twelve, oldest first: what the levels are counted back in."""

    def level(self, target: Target) -> Level:
        """Any target that somebody types, judged."""
        return level_of(target, self.direction, self.outlook.spread, self.past)

    @property
    def agreed(self) -> Target:
        """The three levels as one target."""
        return Target(
            self.target.target.value,
            self.target.target.upper,
            threshold=None if self.threshold is None else self.threshold.target.value,
            stretch=None if self.stretch is None else self.stretch.target.value,
        )


def suggest(history: History, cycle: Period, direction: Direction) -> Suggestion | TooFew | None:
    """Levels for the cycle from what was over when it began; None for what is met or not.

    Threshold, target and stretch are what 85, 60 and 20 of a hundred ways to go on reach, a range what 60 of
    them end in; rounded to sensible figures, each with the chance that the rounded figure has.
    """
    if direction is Direction.YESNO:
        return None
    before = history.before(cycle)
    past = tuple(reading.value for reading in before.by(cycle.kind).known) if before.known else ()
    found = outlook(history, cycle, SEED)
    if found is None:
        return TooFew(len(before.known), mean(past))
    return suggested(found, past[-LAST:], cycle, direction)


def suggested(found: Outlook, past: Sequence[Decimal], cycle: Period, direction: Direction) -> Suggestion:
    """The same from an outlook that is there already, as when the market has been heard."""
    whole = all(value == value.to_integral_value() for value in past)
    spread = _counted(found.spread) if whole else found.spread

    least = _target(spread, direction, AT_THRESHOLD, whole=whole).value
    too_wild = direction in RISING and min(past, default=least) > 0 >= least
    drawn = _within(spread, past) if too_wild else spread

    def level(chance: Decimal) -> Level:
        return level_of(_target(drawn, direction, chance, whole=whole), direction, spread, past)

    threshold, target, stretch = (level(chance) for chance in (AT_THRESHOLD, AT_TARGET, AT_STRETCH))
    graded = direction in GRADED and len({one.target.value for one in (threshold, target, stretch)}) == _LEVELS
    return Suggestion(
        cycle,
        direction,
        target,
        threshold=threshold if graded else None,
        stretch=stretch if graded else None,
        outlook=replace(found, spread=spread),
        past=tuple(past),
    )


def _within(spread: Spread, past: Sequence[Decimal]) -> Spread:
    """Nothing beyond what has been seen, where by the values nothing at all would be no surprise."""
    return Spread.of(min(max(outcome, min(past)), max(past)) for outcome in spread.outcomes)


def _counted(spread: Spread) -> Spread:
    """What is counted comes out whole: 7.6 customers are 8, which is what a target of 8 asks for."""
    return Spread.of(outcome.to_integral_value() for outcome in spread.outcomes)


def _target(spread: Spread, direction: Direction, chance: Decimal, *, whole: bool) -> Target:
    """The level that so many outcomes reach; of a range those in the middle."""
    width = spread.at(AT_THRESHOLD) - spread.at(1 - AT_THRESHOLD)

    def at(part: Decimal) -> Decimal:
        return sensible(spread.at(part), width, whole=whole)

    match direction:
        case Direction.HIGHER | Direction.AT_LEAST | Direction.LEVELS | Direction.YESNO:
            return Target(at(1 - chance))
        case Direction.LOWER | Direction.AT_MOST | Direction.ZERO | Direction.MILESTONE:
            return Target(at(chance))
        case Direction.NEAREST:
            return Target(at(_HALF))
        case Direction.RANGE:
            return Target(at(_HALF - chance / 2), upper=at(_HALF + chance / 2))
