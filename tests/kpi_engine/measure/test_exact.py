"""Parts of a total are rounded so that they add up to it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.exact import adding_up

TENTH = Decimal("0.1")


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ("53.333 26.667 20 10.053", "53.3 26.7 20.0 10.1"),
        ("33.333 33.333 33.334", "33.3 33.3 33.4"),
        ("0.04 0.04 0.04", "0.1 0.0 0.0"),
        ("0.05", "0.1"),
        ("86.2499", "86.2"),
        ("0", "0.0"),
        ("", ""),
    ],
)
def test_what_is_shown_adds_up(parts: str, shown: str) -> None:
    given = [Decimal(part) for part in parts.split()]
    assert " ".join(map(str, adding_up(given, sum(given, Decimal(0)), TENTH))) == shown


@given(st.lists(st.decimals(0, 120, places=7), max_size=12))
def test_each_part_is_off_by_less_than_a_step(parts: list[Decimal]) -> None:
    total = sum(parts, Decimal(0))
    shown = adding_up(parts, total, TENTH)

    assert sum(shown, Decimal(0)) == total.quantize(TENTH, ROUND_HALF_UP)
    assert all(abs(one - part) < TENTH for one, part in zip(shown, parts, strict=True))
