"""Figures as a manager would agree them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.design.sensible import STEPS, sensible


@pytest.mark.parametrize(
    ("value", "width", "whole", "figure"),
    [
        ("1347.62", "400", False, "1340"),
        ("1347.62", "100", False, "1350"),
        ("1347.62", "80", False, "1348"),
        ("1347.62", "200", False, "1350"),
        ("0.93471", "0.05", False, "0.934"),
        ("0.93471", "0.1", False, "0.935"),
        ("135449", "20000", True, "135000"),
        ("3.4", "5", True, "3"),
        ("3.4", "0", False, "3.4"),
        ("-1347.62", "400", False, "-1340"),
        ("0", "400", False, "0"),
    ],
)
def test_figures(value: str, width: str, whole: bool, figure: str) -> None:
    """A step of at most a twentieth of the width: 400 has steps of 20, 200 of 10, 100 of 5, 80 of 4, so 2, 0.05 of 0.002."""
    assert str(sensible(Decimal(value), Decimal(width), whole=whole)) == figure


@given(st.decimals(-1000000, 1000000, places=3), st.decimals("0.001", 100000, places=3))
def test_no_figure_is_more_than_half_a_step_off(value: Decimal, width: Decimal) -> None:
    assert abs(sensible(value, width, whole=False) - value) <= width / STEPS / 2
