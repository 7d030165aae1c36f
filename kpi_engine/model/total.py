"""What is agreed about totals: grades, coefficients, gates, two-way tables, points added and taken by hand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeAlias

from kpi_engine.model.name import Name
from kpi_engine.model.scoring import AT_STRETCH, AT_TARGET, NO_POINTS


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade from `least` points on, up to the next better one; None is without an end."""

    name: Name
    least: Decimal | None
    coefficient: Decimal
    """What pay that depends on the grade is multiplied by."""


def _grade(name: str, least: int | None, coefficient: str) -> Grade:
    return Grade(Name.same(name), None if least is None else Decimal(least), Decimal(coefficient))


GRADES = (
    _grade("S", 110, "1.5"),
    _grade("A", 100, "1.2"),
    _grade("B", 90, "1.0"),
    _grade("C", 70, "0.8"),
    _grade("D", None, "0"),
)
"""Where a company has agreed none of its own; the coefficients are usual in Chinese companies."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Points added to a total (加分), or taken from it (减分, negative), and why."""

    points: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Multiplier:
    """The total is multiplied by this KPI's score / 100: by 0 or 1 where it is met or not."""

    tag: ClassVar[str] = "multiplier"

    kpi_id: int


@dataclass(frozen=True, slots=True)
class CappedUntilMet:
    """The total is at most `cap` until this KPI has met its target."""

    tag: ClassVar[str] = "capped_until_met"

    kpi_id: int
    cap: Decimal = AT_TARGET


Gate: TypeAlias = Multiplier | CappedUntilMet


@dataclass(frozen=True, slots=True)
class TwoWay:
    """Two KPIs have one score together: a row by the score of the one, a column by that of the other.

    `row_from` and `column_from` have the score from which each row and column but the first holds; `points` the
    rows. The table weighs as much as both KPIs, which do not count by themselves.
    """

    row_kpi_id: int
    column_kpi_id: int
    row_from: tuple[Decimal, ...]
    column_from: tuple[Decimal, ...]
    points: tuple[tuple[Decimal, ...], ...]


@dataclass(frozen=True, slots=True)
class Grading:
    """Between which limits totals are, and which grade they have: the same in the whole company."""

    tag: ClassVar[str] = "grading"

    grades: tuple[Grade, ...] = GRADES
    """From the best to the worst."""
    floor: Decimal = NO_POINTS
    cap: Decimal = AT_STRETCH


@dataclass(frozen=True, slots=True)
class Gating:
    """What KPIs of one department do to a total, beside their weight."""

    tag: ClassVar[str] = "gating"

    gates: tuple[Gate, ...] = ()
    tables: tuple[TwoWay, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamShare:
    """How much of the score of somebody with KPIs of their own is the department's, 0 to 1."""

    tag: ClassVar[str] = "team_share"

    share: Decimal = NO_POINTS


@dataclass(frozen=True, slots=True)
class TotalRules:
    """How the total of a scorecard is made of its score."""

    grading: Grading = Grading()
    gating: Gating = Gating()


@dataclass(frozen=True, slots=True)
class TwoWayCell:
    """Where two scores meet in a two-way table: the scores from which on, and below which, that cell holds."""

    row_kpi_id: int
    column_kpi_id: int
    row_score: Decimal
    column_score: Decimal
    row: tuple[Decimal | None, Decimal | None]
    column: tuple[Decimal | None, Decimal | None]
    points: Decimal


@dataclass(frozen=True, slots=True)
class Total:
    """What a scorecard comes to. Everything but the coverage is None where nothing has a score."""

    base: Decimal | None
    """The weighted mean, with its two-way tables."""
    factor: Decimal
    """What the gates multiply it by: `multipliers` says which."""
    adjustments: tuple[Adjustment, ...]
    raw: Decimal | None
    """base x factor + adjustments, before floor and cap."""
    score: Decimal | None
    coverage: Decimal
    """Scored weight / whole weight, 0 to 1."""
    closed: tuple[int, ...]
    """KPIs that cap the total as long as they are not met."""
    waiting: tuple[int, ...]
    """KPIs that would multiply the total, and have no score yet."""
    grade: Grade | None
    """None where less than 60 % of the weight has a score."""
    multipliers: tuple[int, ...] = ()
    """KPIs whose score / 100 is in the factor."""
    by_hand: bool = False
    """Whether the grade was given at closing, whatever the score is."""
    cells: tuple[TwoWayCell, ...] = ()
    """What the two-way tables made of their KPIs."""
