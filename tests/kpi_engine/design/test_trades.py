"""Which departments are offered first to a company."""

from __future__ import annotations

import pytest

from kpi_engine.design.catalogue import departments
from kpi_engine.design.data_files import read
from kpi_engine.design.trades import likely


@pytest.mark.parametrize(
    ("company", "first"),
    [
        ("", ("sales", "service", "marketing")),
        ("Linden & Sons", ("sales", "service", "marketing")),
        ("Harbour Trading", ("sales", "merchandising", "procurement")),
        ("海港贸易", ("sales", "merchandising", "procurement")),
        ("Ningbo Machinery Ltd", ("production", "quality", "procurement")),
        ("宁波精工机械有限公司", ("production", "quality", "procurement")),
        ("Bluebell Café", ("restaurant",)),
        ("小满咖啡", ("restaurant",)),
        ("Kestrel Logistics", ("logistics", "service", "sales")),
    ],
)
def test_by_the_name_of_the_company(company: str, first: tuple[str, ...]) -> None:
    assert tuple(kind.id for kind in likely(company))[: len(first)] == first


@pytest.mark.parametrize("company", ["", "Harbour Trading"])
def test_none_is_left_out_and_none_comes_twice(company: str) -> None:
    assert sorted(kind.id for kind in likely(company)) == sorted(kind.id for kind in departments())


def test_the_table_names_kinds_that_there_are() -> None:
    known, table = {kind.id for kind in departments()}, read("trades.toml")

    assert known.issuperset(table["common"])
    assert all(known.issuperset(row["departments"]) for row in table["trade"])
