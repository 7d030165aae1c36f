"""The target that a rule itself names: 目标值95%，每低1个百分点扣2分; ≥95%得满分."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.intake.rules.parts import Aim, At, Beyond, Clause
from kpi_engine.intake.rules.pattern import FULL_MARKS
from kpi_engine.intake.rules.quantity import Kind, Quantity
from kpi_engine.intake.rules.scan import scan
from kpi_engine.model.scoring import Side


@dataclass(frozen=True, slots=True)
class NamedTarget:
    """A target, written as it would stand in its own column (≥95%)."""

    written: str
    by_level: bool
    """It is a level with its points. A percentage among those is then no part of the target, which it gives itself."""


def named_target(text: str, full: Decimal = FULL_MARKS) -> NamedTarget | None:
    """The target of the rule; None unless just one is named plainly.

    Plain is a number called the target, or else the one level that scores full marks.
    """
    clauses = scan(text).clauses
    called = [clause.quantity for clause in clauses if isinstance(clause, Aim)]
    if called:
        found = {_written(quantity) for quantity in called}
    else:
        found = {written for clause in clauses if (written := _with_full_marks(clause, full))}
    return NamedTarget(found.pop(), by_level=not called) if len(found) == 1 else None


def _with_full_marks(clause: Clause, full: Decimal) -> str:
    match clause:
        case Beyond(side=side, quantity=quantity, points=points, including=True):
            bound = "≥" if side is Side.ABOVE else "≤"
        case At(quantity=quantity, points=points):
            bound = ""
        case _:
            return ""
    is_target = points in (FULL_MARKS, full) and quantity.kind is not Kind.OF_TARGET
    return bound + _written(quantity) if is_target else ""


def _written(quantity: Quantity) -> str:
    in_percent = quantity.kind in (Kind.PERCENT, Kind.PERCENTAGE_POINTS)
    return f"{quantity.number.scaleb(2):f}%" if in_percent else f"{quantity.number:f}{quantity.word}"
