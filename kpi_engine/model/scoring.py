"""The ways of scoring: how a value held against its target becomes points, as a company agreed it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, TypeAlias

from kpi_engine.model.name import Name

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


@dataclass(frozen=True, slots=True)
class Proportional:
    """More is better: 100 x value / target. Only above a target of 0."""

    tag: ClassVar[str] = "proportional"


@dataclass(frozen=True, slots=True)
class Mirror:
    """Less is better: 100 x (2 - value / target), a straight line. Only above a target of 0."""

    tag: ClassVar[str] = "mirror"


@dataclass(frozen=True, slots=True)
class Reciprocal:
    """Less is better: 100 x target / value. Only above a target of 0; it needs its cap, as it has no end."""

    tag: ClassVar[str] = "reciprocal"


@dataclass(frozen=True, slots=True)
class BestWorst:
    """From 0 at the worst to 100 at the best, and no further."""

    tag: ClassVar[str] = "best_worst"

    best: Decimal
    worst: Decimal


@dataclass(frozen=True, slots=True)
class Progress:
    """The way from a baseline to the target: 100 x (value - baseline) / (target - baseline).

    The only proportion that holds for negative values and for "from ... to ...".
    """

    tag: ClassVar[str] = "progress"

    baseline: Decimal


@dataclass(frozen=True, slots=True)
class Anchor:
    """A value and what it scores."""

    at: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class Anchors:
    """Straight lines through points in rising order of value."""

    tag: ClassVar[str] = "anchors"

    anchors: tuple[Anchor, ...]
    basis: Basis = Basis.VALUE
    left: Edge = Edge.CLAMP
    right: Edge = Edge.CLAMP


@dataclass(frozen=True, slots=True)
class TargetLevels:
    """Straight lines through the target's own levels, with these points; worse than the threshold 0, and no
    more than at the stretch. A level that is not agreed, or that is the target, is left out."""

    tag: ClassVar[str] = "target_levels"

    threshold: Decimal = AT_THRESHOLD
    target: Decimal = AT_TARGET
    stretch: Decimal = AT_STRETCH


@dataclass(frozen=True, slots=True)
class Closeness:
    """The nearer to the target the better: 100 x (1 - |value - target| / tolerance)."""

    tag: ClassVar[str] = "closeness"

    tolerance: Decimal
    basis: Basis = Basis.VALUE


@dataclass(frozen=True, slots=True)
class RangeEnds:
    """In the range 100; outside 100 x (1 - distance / c), c the larger way from the range to its worst ends."""

    tag: ClassVar[str] = "range_ends"

    lowest: Decimal
    highest: Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """The values from `low` to `high` score the same; None is without an end."""

    low: Decimal | None
    high: Decimal | None
    points: Decimal


@dataclass(frozen=True, slots=True)
class Bands:
    """A table of bands in rising order. Each has its low end and not its high one (`upper_end`: the other way)."""

    tag: ClassVar[str] = "bands"

    bands: tuple[Band, ...]
    basis: Basis = Basis.VALUE
    upper_end: bool = False
    """As the less is better: who is exactly at 3 % has the better band."""


@dataclass(frozen=True, slots=True)
class PassFail:
    """The target is met: 100. It is not: 0."""

    tag: ClassVar[str] = "pass_fail"


@dataclass(frozen=True, slots=True)
class Step:
    """Points for each `unit` of distance from the target; `most` is what all steps together make at most."""

    points: Decimal
    unit: Decimal
    basis: Basis = Basis.VALUE
    rounding: Rounding = Rounding.PROPORTIONAL
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PerStep:
    """`start` at the target; each step on the good side adds points, each on the bad side takes some."""

    tag: ClassVar[str] = "per_step"

    worse: Step | None
    better: Step | None = None
    start: Decimal = AT_TARGET


@dataclass(frozen=True, slots=True)
class PerEvent:
    """`start`, less points for each event above the target (which is mostly 0), begun ones in full.

    Unlike a step it has no part of a cycle: an accident in the first week costs as much as in the last.
    """

    tag: ClassVar[str] = "per_event"

    points: Decimal
    start: Decimal = AT_TARGET


@dataclass(frozen=True, slots=True)
class NamedLevel:
    """A level by name, and what it scores."""

    name: Name
    points: Decimal


@dataclass(frozen=True, slots=True)
class NamedLevels:
    """Levels from the lowest to the highest. The value is the number of the level, from 1; averages lie between."""

    tag: ClassVar[str] = "named_levels"

    levels: tuple[NamedLevel, ...]


@dataclass(frozen=True, slots=True)
class Efficacy:
    """The efficacy coefficient: (value - bad) / (good - bad) x `span` + `base`."""

    tag: ClassVar[str] = "efficacy"

    bad: Decimal
    good: Decimal
    base: Decimal = Decimal(60)
    span: Decimal = Decimal(40)


@dataclass(frozen=True, slots=True)
class Deciles:
    """Ten points for each decile and a part of them inside it; 0 before the first, 100 from the tenth on.

    `begins` has where each decile begins, of those from the number `first` to the tenth.
    """

    tag: ClassVar[str] = "deciles"

    begins: tuple[Decimal, ...]
    first: int = 1


@dataclass(frozen=True, slots=True)
class Improvement:
    """The better of how good it is (threshold to benchmark) and how much better (baseline to benchmark).

    In tenths of the points: 9 x (value - threshold) / (benchmark - threshold) + 0.5, 10 from the benchmark on; and
    10 x (value - baseline) / (benchmark - baseline) - 0.5, at most 9.
    """

    tag: ClassVar[str] = "improvement"

    threshold: Decimal
    benchmark: Decimal
    baseline: Decimal


ByTarget: TypeAlias = Proportional | Mirror | Reciprocal | Progress | TargetLevels | Closeness | RangeEnds
"""What the target and its levels give a shape."""
ByLevels: TypeAlias = BestWorst | Anchors | Efficacy | Deciles | Improvement
"""Lines through levels of the rule's own."""
BySteps: TypeAlias = Bands | PassFail | PerStep | PerEvent | NamedLevels
Method: TypeAlias = ByTarget | ByLevels | BySteps


@dataclass(frozen=True, slots=True)
class Limit:
    """Whatever the method says, values below (or above) a level score this; `including` the level itself."""

    side: Side
    level: Decimal
    basis: Basis = Basis.VALUE
    points: Decimal = NO_POINTS
    including: bool = False


@dataclass(frozen=True, slots=True)
class Scoring:
    """How a KPI is scored: by a method, or as its direction is by default; and what holds whatever that gives."""

    method: Method | None = None
    floor: Decimal = NO_POINTS
    cap: Decimal = AT_STRETCH
    limits: tuple[Limit, ...] = ()
    hurdle: Decimal | None = None
    """Fewer points than these are none."""


PLAIN = Scoring()
"""As the direction is by default, from 0 to 120 points."""
