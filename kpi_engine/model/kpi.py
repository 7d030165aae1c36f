"""A KPI: what it is for ever (identity) and what it is from a date on (version)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import PLAIN, Scoring


class Direction(StrEnum):
    """Which values are good."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    NEAREST = "nearest"
    """The nearer to the target the better, on either side."""
    AT_LEAST = "at_least"
    """Met from the target on, and more is no better."""
    AT_MOST = "at_most"
    ZERO = "zero"
    """None at all, such as accidents: the target is 0."""
    MILESTONE = "milestone"
    """On the day agreed: the value is how many days later it was reached, the target how many are allowed."""
    YESNO = "yesno"
    LEVELS = "levels"
    """One of several levels by name: the value is its number from the lowest, 1."""


RISING = frozenset({Direction.HIGHER, Direction.AT_LEAST})
"""More is better."""
FALLING = frozenset({Direction.LOWER, Direction.AT_MOST, Direction.ZERO, Direction.MILESTONE})
"""Less is better."""
GRADED = frozenset({Direction.HIGHER, Direction.LOWER, Direction.MILESTONE})
"""More or less of it scores more or fewer points, between a threshold and a stretch."""
TWO_SIDED = frozenset({Direction.RANGE, Direction.NEAREST})
"""Away from the target is worse on either side."""


class Aggregation(StrEnum):
    """How the values of short periods make the value of a long one."""

    SUM = "sum"
    LAST = "last"
    AVERAGE = "average"
    WEIGHTED = "weighted"
    """Average by events: a reading keeps how many it is the mean of, and their total."""
    RATIO = "ratio"
    """Sum of numerators over sum of denominators: the average of rates is wrong."""
    MIN = "min"
    MAX = "max"
    COUNT = "count"
    """How many values are other than 0: days with an accident, visits that went well."""

    @property
    def adds_up(self) -> bool:
        """Whether a longer period has more of it, so that a part of a period has a part of the target."""
        return self in (Aggregation.SUM, Aggregation.COUNT)


class Perspective(StrEnum):
    """The four perspectives of a balanced scorecard."""

    FINANCIAL = "financial"
    CUSTOMER = "customer"
    PROCESS = "process"
    LEARNING = "learning"


class UnitKind(StrEnum):
    """What a value counts. A percent is kept as its fraction: 12 % is 0.12."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"
    SCORE = "score"
    DURATION = "duration"
    YESNO = "yesno"
    """1 is yes, 0 is no."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a KPI; `label` is the word behind the number ("visits", "次"), empty where the kind says it."""

    kind: UnitKind
    label: Name = Name("", "")


@dataclass(frozen=True, slots=True)
class Target:
    """The levels agreed for one cycle. `value` scores 100; `upper` is the top of a range and None elsewhere.

    The points are those of the direction's default; a method of `Scoring` may give other ones.
    """

    value: Decimal
    upper: Decimal | None = None
    threshold: Decimal | None = None
    """Scores 60; worse scores 0."""
    stretch: Decimal | None = None
    """Scores 120."""

    @property
    def top(self) -> Decimal:
        """The top of a range; of any other target its value."""
        return self.value if self.upper is None else self.upper


@dataclass(frozen=True, slots=True)
class Definition:
    """Everything about a KPI that can be changed from a date on."""

    name: Name
    unit: Unit
    direction: Direction
    aggregation: Aggregation
    frequency: PeriodKind
    """How often a value is entered."""
    cycle: PeriodKind
    """The period that the target is for; never shorter than `frequency`."""
    perspective: Perspective
    weight: Decimal
    target: Target
    owner_id: int
    """The person who enters the values."""
    goal_id: int | None = None
    formula: Name = Name("", "")
    """How it is counted, in words; for a ratio "numerator / denominator"."""
    source: Name = Name("", "")
    """Where the number comes from."""
    catalogue_id: str | None = None
    scoring: Scoring = PLAIN
    """How a value becomes points."""
    expression: str = ""
    """What it is computed from, with ids of KPIs: `{12} / {15}`. Empty: values are entered."""


@dataclass(frozen=True, slots=True)
class Kpi:
    """A KPI's identity: of a department, or of one person in it."""

    id: int
    department_id: int
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class KpiVersion:
    """A KPI as defined from `in_force` on, until the next version begins."""

    id: int
    kpi: Kpi
    number: int
    in_force: date
    definition: Definition
    reason: str
    author_id: int
    retired: bool = False
    """From `in_force` on the KPI is no longer measured."""
    published: date = date.min
    """The day (UTC) on which it was put in force, which may be in the middle of what it measures."""


@dataclass(frozen=True, slots=True)
class PeriodTarget:
    """A target agreed for one cycle in particular, before the version's own."""

    kpi_id: int
    cycle: Period
    target: Target
