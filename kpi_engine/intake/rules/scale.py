"""Points of a rule that are not of 100 but of what its KPI weighs: 满分20分，每低1%扣2分."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kpi_engine.intake.rules.distance import InProportion, Parts, Ratio
from kpi_engine.intake.rules.parts import Aim, Beyond, Clause, FullMarks, Lines
from kpi_engine.intake.rules.pattern import FULL_MARKS
from kpi_engine.intake.rules.quantity import Kind
from kpi_engine.intake.rules.scan import scan
from kpi_engine.measure.exact import divide


def full_marks(text: str) -> Decimal | None:
    """What the rule says that its KPI brings at most; None where it doesn't say."""
    found = {clause.points for clause in scan(text).clauses if isinstance(clause, FullMarks)}
    return found.pop() if len(found) == 1 else None


def most_said(text: str) -> Decimal:
    """The most points in the rule but for full marks; 0 where it names none."""
    said = (_points(clause) for clause in scan(text).clauses)
    return max((points for points in said if points != FULL_MARKS), default=Decimal(0))


def of_hundred(clauses: Sequence[Clause], full: Decimal) -> tuple[Clause, ...]:
    """The clauses with points of 100 for what are points of `full`; 得满分 has been 100 from the beginning."""
    return tuple(clauses) if full == FULL_MARKS else tuple(_scaled(clause, full) for clause in clauses)


def _points(clause: Clause) -> Decimal:
    match clause:
        case Ratio() | Parts() | InProportion() | Aim() | Lines():
            return Decimal(0)
        case _:
            return clause.points


def _scaled(clause: Clause, full: Decimal) -> Clause:
    match clause:
        case Ratio() | Parts() | InProportion() | Aim() | Lines():
            return clause
        case Beyond(quantity=quantity, points=points) if quantity.kind is Kind.SCORE:
            return replace(
                clause, quantity=replace(quantity, number=_of(quantity.number, full)), points=_of(points, full)
            )
        case _:
            return replace(clause, points=_of(clause.points, full))


def _of(points: Decimal, full: Decimal) -> Decimal:
    return points if points == FULL_MARKS else divide(points * FULL_MARKS, full)
