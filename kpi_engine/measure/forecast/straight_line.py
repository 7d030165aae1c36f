"""The straight line through values at equal distances."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, slots=True)
class StraightLine:
    """Height and slope at the middle of the values; `doubt` is the slope's standard error."""

    middle: float
    height: float
    slope: float
    doubt: float

    def at(self, place: float) -> float:
        """The line's height over the value of that number."""
        return self.height + self.slope * (place - self.middle)


def straight_line(values: Sequence[float | None]) -> StraightLine:
    """By least squares through at least two values, those that are missing (None) left out."""
    known = [(float(place), value) for place, value in enumerate(values) if value is not None]
    middle, height = fmean(place for place, _ in known), fmean(value for _, value in known)
    width = sum((place - middle) ** 2 for place, _ in known)
    slope = sum((place - middle) * (value - height) for place, value in known) / width
    line = StraightLine(middle, height, slope, 0.0)
    left = sum((value - line.at(place)) ** 2 for place, value in known)
    return StraightLine(middle, height, slope, math.sqrt(left / max(1, len(known) - 2) / width))
