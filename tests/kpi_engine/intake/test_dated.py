"""A day in digits before a value, as it is written in different countries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.intake.line import read_line
from kpi_engine.intake.names import Askable
from kpi_engine.model.kpi import Unit, UnitKind

ORDERS = Askable(1, ("Orders", "订单"), Unit(UnitKind.COUNT))
SHARE = Askable(2, ("Win rate", "赢单率"), Unit(UnitKind.PERCENT))
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "text",
    [
        *("orders 23.11.: 800", "orders 23.11. 800", "orders 11/23 800", "orders 23/11 800", "订单 11/23：800"),
        *("orders 2026/11/23 800", "orders 23.11.2026 800", "orders 800 2026/11/23", "订单 2026/11/23 800"),
    ],
)
def test_a_day_in_digits(text: str) -> None:
    (piece,) = read_line(text, [ORDERS, SHARE], TODAY).entries
    assert piece.read is not None
    assert piece.read.value == Decimal(800)
    assert piece.when == Period(date(2026, 11, 23), PeriodKind.DAY)


@pytest.mark.parametrize("text", ["win rate 11/23", "win rate 11/23 late ones too"])
def test_a_quotient_is_no_day(text: str) -> None:
    (piece,) = read_line(text, [ORDERS, SHARE], TODAY).entries
    assert piece.when is None
    assert piece.read is not None
    assert piece.read.numerator == Decimal(11)


def test_a_decimal_number_is_no_day() -> None:
    (piece,) = read_line("orders 11.5 late", [ORDERS], TODAY).entries
    assert (piece.when, piece.note) == (None, "late")
