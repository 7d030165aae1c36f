"""As much of a spreadsheet as our formulas need."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal


def computed(formula: str, cells: Mapping[str, Decimal]) -> float:
    """What the formula gives where the cells have these values."""
    names = {name: float(value) for name, value in cells.items()}
    return float(eval(formula.removeprefix("="), {"__builtins__": {}, **_FUNCTIONS}, names))


_FUNCTIONS = {
    "IF": lambda condition, then, otherwise: then if condition else otherwise,
    "MAX": max,
    "MIN": min,
    "ABS": abs,
    "ROUND": round,
    "ROUNDUP": lambda value, _digits: math.copysign(math.ceil(abs(value)), value),
    "ROUNDDOWN": lambda value, _digits: math.trunc(value),
}
