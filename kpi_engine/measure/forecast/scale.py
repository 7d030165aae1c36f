"""The scale on which a history is even: steps of the same size mean the same everywhere on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_FARTHEST = 700.0
"""exp() of more is no float."""


class ScaleKind(StrEnum):
    """How a value is drawn before it is forecast."""

    LINEAR = "linear"
    LOG = "log"
    """All values above zero: they move by percents."""
    ROOT = "root"
    """Zeros among values that are never below: counts scatter with the root of what is counted."""
    LOGIT = "logit"
    """Shares of a whole: neither below 0 nor above 1."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale; `margin` keeps shares of exactly 0 and 1 off the ends, where the logit has no value."""

    kind: ScaleKind
    margin: float = 0.0

    @classmethod
    def of(cls, values: Sequence[float], *, share: bool) -> Scale:
        """The scale for these values; `share` says that they are percents, which are bounded if none is outside."""
        if share and all(0 <= value <= 1 for value in values):
            at_an_end = any(value in (0, 1) for value in values)
            return cls(ScaleKind.LOGIT, 0.5 / (len(values) + 1) if at_an_end else 0.0)
        if all(value > 0 for value in values):
            return cls(ScaleKind.LOG)
        return cls(ScaleKind.ROOT if all(value >= 0 for value in values) else ScaleKind.LINEAR)

    def onto(self, value: float) -> float:
        """A value's place on the scale."""
        match self.kind:
            case ScaleKind.LINEAR:
                return value
            case ScaleKind.LOG:
                return math.log(value)
            case ScaleKind.ROOT:
                return math.sqrt(value)
            case ScaleKind.LOGIT:
                inside = self.margin + value * (1 - 2 * self.margin)
                return math.log(inside / (1 - inside))

    def back(self, place: float) -> float:
        """The value at a place."""
        match self.kind:
            case ScaleKind.LINEAR:
                return place
            case ScaleKind.LOG:
                return math.exp(_near(place))
            case ScaleKind.ROOT:
                return max(place, 0.0) ** 2
            case ScaleKind.LOGIT:
                inside = 1 / (1 + math.exp(_near(-place)))
                return min(max((inside - self.margin) / (1 - 2 * self.margin), 0.0), 1.0)


def _near(place: float) -> float:
    return min(place, _FARTHEST)
