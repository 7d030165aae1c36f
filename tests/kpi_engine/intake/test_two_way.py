"""Steps and points of a two-way table, as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.intake.two_way import read_points, read_steps, written_points


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("80 100", ["80", "100"]),
        ("80, 100", ["80", "100"]),
        ("８０、１００", ["80", "100"]),
        (" 99.5 ", ["99.5"]),
        ("80 many", None),
        ("-5", None),
        ("", None),
    ],
)
def test_steps(text: str, steps: list[str] | None) -> None:
    assert read_steps(text) == (tuple(map(Decimal, steps)) if steps else None)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("40 60; 70 80", ["40 60", "70 80"]),
        ("40 60；70 80；", ["40 60", "70 80"]),
        ("40,60 / 70,80", ["40 60", "70 80"]),
        ("40 60\n70 80", ["40 60", "70 80"]),
        ("50", ["50"]),
        ("40 x; 70 80", None),
        (";", None),
    ],
)
def test_points(text: str, rows: list[str] | None) -> None:
    found = read_points(text)
    assert found == (tuple(tuple(map(Decimal, row.split())) for row in rows) if rows else None)
    assert found is None or read_points(written_points(found)) == found
