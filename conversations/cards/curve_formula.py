"""A curve as a spreadsheet's formula: the score stays alive when the actual beside it is changed."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.intake.number import plain
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Piece, Shape, Stairs
from kpi_engine.model.kpi import Unit, UnitKind

_NUMBER = Unit(UnitKind.RATIO)


def curve_formula(curve: Curve, cell: str) -> str:
    """What the value in that cell scores, as an expression without the sign of equality."""
    raw = _pieces(curve.pieces, cell)
    taken = raw if curve.hurdle is None else f"IF({raw}<{_n(curve.hurdle)},0,{raw})"
    return f"MAX({_n(curve.floor)},MIN({_n(curve.cap)},{taken}))"


def _pieces(pieces: tuple[Piece, ...], cell: str) -> str:
    first, *others = pieces
    drawn = _shape(first.shape, cell)
    if first.until is None or not others:
        return drawn
    sign = "<=" if first.with_end else "<"
    return f"IF({cell}{sign}{_n(first.until)},{drawn},{_pieces(tuple(others), cell)})"


def _shape(shape: Shape, cell: str) -> str:
    match shape:
        case Flat(points=points):
            return _n(points)
        case Line(left=(x, y), right=(until, then)):
            return f"({_n(y)}+({cell}-{_n(x)})*({_n(then)}-{_n(y)})/({_n(until)}-{_n(x)}))"
        case Stairs(start=(x, y), unit=unit, points=points, begun=begun):
            rounded = "ROUNDUP" if begun else "ROUNDDOWN"
            # Rounded twice, as 0.3/0.1 is a hair under 3 to a spreadsheet.
            return f"({_n(y)}+{_n(points)}*{rounded}(ROUND(ABS({cell}-{_n(x)})/{_n(unit)},9),0))"
        case Hyperbola(target=target):
            return f"(100*{_n(target)}/{cell})"


def _n(value: Decimal) -> str:
    text = plain(value, _NUMBER)
    return f"({text})" if text.startswith("-") else text
