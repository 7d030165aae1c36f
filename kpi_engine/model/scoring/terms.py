"""What the ways of scoring have in common: points, what a level is counted in, and where a curve ends."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

AT_THRESHOLD, AT_TARGET, AT_STRETCH = Decimal(60), Decimal(100), Decimal(120)
"""Points; those of the stretch are the most that count unless something else is agreed."""
NO_POINTS = Decimal(0)


class Basis(StrEnum):
    """What a level or a step of a rule is counted in."""

    VALUE = "value"
    """As the KPI's values are: of a percentage these are percentage points."""
    TARGET = "target"
    """As a part of the target: 0.8 is 80 % of it."""


class Rounding(StrEnum):
    """What a part of a step counts, of a rule like "2 points off for each 1 %"."""

    PROPORTIONAL = "proportional"
    DOWN = "down"
    """Nothing, until the step is full."""
    UP = "up"
    """As much as a full one, from its beginning."""


class Edge(StrEnum):
    """What a curve does beyond its first or last point."""

    ZERO = "zero"
    CLAMP = "clamp"
    EXTEND = "extend"


class Side(StrEnum):
    """Which values a limit is for."""

    BELOW = "below"
    ABOVE = "above"
