"""A score and everything it was made of, so that anybody can redo the sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kpi_engine.calendar.period import Period
from kpi_engine.model.actual import Reading
from kpi_engine.model.curve import Curve
from kpi_engine.model.kpi import Aggregation, Kpi, KpiVersion, Target, Unit
from kpi_engine.model.name import Name


class ScoreState(StrEnum):
    """Why there is a score, or none."""

    SCORED = "scored"
    NOT_DUE = "not_due"
    """No value can be expected yet."""
    MISSING = "missing"
    """Values are due and none came: left out, the others weigh more."""
    NOT_APPLICABLE = "n/a"
    NOT_COMPUTABLE = "not_computable"
    """All operands of its formula are known, and it has no value: `KpiScore.problem` says why."""


class Status(StrEnum):
    """How a score stands: at least 90, at least 75, below, or no score."""

    ON_TRACK = "on_track"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class TargetShare:
    """What one version's target for one cycle adds: `counted` of the cycle's `of` entry periods, or parts of them."""

    version: KpiVersion
    cycle: Period
    target: Target
    counted: Decimal
    of: int
    days: tuple[int, int] | None = None
    """Where it is a part of one entry period: on how many of its working days it counts."""


@dataclass(frozen=True, slots=True)
class Operand:
    """What a KPI that a formula names came to, in just the days for which the formula was computed.

    Of the KPI's version there is no more here than its value rests on: a new target of it is nothing to the formula.
    """

    kpi: Kpi
    name: Name
    unit: Unit
    aggregation: Aggregation
    expression: str
    """What it is itself computed from; empty where values are entered."""
    reading: Reading
    entered: int
    """Of how many values the reading is made, from those of the entry period `first` to those of `last`."""
    first: Period
    last: Period
    operands: tuple[Operand, ...] = ()
    """Of its own expression."""


@dataclass(frozen=True, slots=True)
class KpiScore:
    """One line of a scorecard. Everything from `target` on is None unless the state is SCORED."""

    version: KpiVersion
    """In force when the period ended, or now."""
    period: Period
    state: ScoreState
    entered: int
    """Entry periods with a value, out of `due` that have ended, out of `of` in the whole period."""
    due: int
    of: int
    shares: tuple[TargetShare, ...]
    full_target: Target | None
    """For the whole period; None where the KPI was in force on none of its days."""
    reading: Reading | None = None
    target: Target | None = None
    """For the part of the period that is counted: what the reading is held against."""
    curve: Curve | None = None
    raw: Decimal | None = None
    """Points before floor and cap."""
    score: Decimal | None = None
    status: Status = Status.NONE
    trend: tuple[Decimal | None, ...] = ()
    """Values of the periods before this one and of this one, oldest first."""
    problem: str = ""
    """The key of why it is not computable."""
    operands: tuple[Operand, ...] = ()
    """What the reading was computed from, in the order of the formula; of what is entered nothing."""
    unasked: int = 0
    """Values for free days that are in the reading besides: nobody was asked for them."""

    @property
    def whole_target(self) -> Target | None:
        """The target of the whole period where it adds up and only a part of it is counted: the target is less then."""
        adds_up = self.version.definition.aggregation.adds_up
        return self.full_target if adds_up and self.target and self.target != self.full_target else None

    @property
    def weight(self) -> Decimal:
        """Weight in its set, of 100."""
        return self.version.definition.weight


class SubjectKind(StrEnum):
    """What a scorecard can be about."""

    COMPANY = "company"
    DEPARTMENT = "department"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose scorecard it is."""

    kind: SubjectKind
    id: int


@dataclass(frozen=True, slots=True)
class Part:
    """A scorecard inside another one, with the share it has in it (the shares are weights, of any sum)."""

    share: Decimal
    card: Scorecard


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Lines (a department's KPIs, a person's own) or parts (departments, hats), and their weighted mean."""

    subject: Subject
    period: Period
    as_of: date
    lines: tuple[KpiScore, ...] = ()
    parts: tuple[Part, ...] = ()
    score: Decimal | None = None
    """sum(weight x score) / sum(weight) over what is scored; None where nothing is."""
    coverage: Decimal = Decimal(0)
    """Scored weight / whole weight, 0 to 1."""
    status: Status = Status.NONE
