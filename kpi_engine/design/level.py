"""What a target is by the chance of reaching it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi_engine.measure.curve.direction import reaches
from kpi_engine.measure.exact import divide
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.model.kpi import Direction, Target


class Judgement(StrEnum):
    """What a target is, by the chance of reaching it."""

    TOO_EASY = "too_easy"
    SAFE = "safe"
    REASONABLE = "reasonable"
    STRETCH = "stretch"
    TOO_HIGH = "too_high"
    OUT_OF_REACH = "out_of_reach"
    """So high that one asks why."""


_FROM = (
    (Decimal("0.75"), Judgement.SAFE),
    (Decimal("0.45"), Judgement.REASONABLE),
    (Decimal("0.2"), Judgement.STRETCH),
    (Decimal("0.05"), Judgement.TOO_HIGH),
)
APART = Decimal("0.2")
"""Between the chance of a target and the part of past cycles that reached it."""
_EASIER_THAN = Decimal("0.9")


@dataclass(frozen=True, slots=True)
class Level:
    """A target, the chance of reaching it (0 to 1), and in how many of the last cycles it would have been reached."""

    target: Target
    chance: Decimal
    made: int
    of: int

    @property
    def is_apart(self) -> bool:
        """Whether the chance says something else than the count does, so that one asks why."""
        return self.of > 1 and abs(divide(Decimal(self.made), Decimal(self.of)) - self.chance) > APART

    @property
    def judgement(self) -> Judgement:
        """Too easy above 90 %, safe from 75, reasonable from 45, a stretch from 20, out of reach below 5."""
        if self.chance > _EASIER_THAN:
            return Judgement.TOO_EASY
        return next((judgement for least, judgement in _FROM if self.chance >= least), Judgement.OUT_OF_REACH)


class Odd(StrEnum):
    """Why one asks whether a target is meant so."""

    GIFT = "gift"
    FANTASY = "fantasy"


KEPT = frozenset({Direction.AT_LEAST, Direction.AT_MOST})
"""What is to be kept may be as sure as can be."""


def odd(level: Level, direction: Direction) -> Odd | None:
    """A gift from 90 % on, a fantasy under 20 %; of what must not happen nobody sets a more likely number."""
    if direction is Direction.ZERO:
        return None
    if level.judgement in (Judgement.TOO_HIGH, Judgement.OUT_OF_REACH):
        return Odd.FANTASY
    return Odd.GIFT if level.judgement is Judgement.TOO_EASY and direction not in KEPT else None


def level_of(target: Target, direction: Direction, spread: Spread, past: Sequence[Decimal]) -> Level:
    """A target with its chance, and how many of the past cycles would have reached it."""
    low, high = reaches(direction, target)
    made = sum((low is None or value >= low) and (high is None or value <= high) for value in past)
    return Level(target, spread.chance(direction, target), made, len(past))
