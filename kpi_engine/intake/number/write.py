"""Numbers as they are typed back."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.intake.figures import figures
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Unit, UnitKind


def plain(value: Decimal, unit: Unit) -> str:
    """The text to type for a value: `read_number` reads it back."""
    if unit.kind is UnitKind.YESNO and value in (0, 1):
        return "yes" if value else "no"
    if unit.kind is UnitKind.PERCENT:
        return _digits(value.scaleb(2)) + "%"
    text = _digits(value)
    return text + "0" if len(figures(text.removeprefix("-"))) > 1 else text


def plain_read(read: Reading, unit: Unit) -> str:
    """The same for what was read: a quotient keeps its parts."""
    if read.numerator is None or read.denominator is None:
        return plain(read.value, unit)
    return f"{plain(read.numerator, _BARE)}/{plain(read.denominator, _BARE)}"


_BARE = Unit(UnitKind.COUNT)


def _digits(value: Decimal) -> str:
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"
