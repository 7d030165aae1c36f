"""What people answer when they are asked which departments there are."""

from __future__ import annotations

import pytest

from kpi_engine.design.department_list import all_apart, apart


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("采购 和 财务", ("采购", "财务")),
        ("采购与财务", ("采购", "财务")),
        ("采购部和财务部", ("采购部", "财务部")),
        ("采购、财务", ("采购、财务",)),
        ("销售以及客服", ("销售", "客服")),
        ("采购/财务", ("采购", "财务")),
        ("Purchasing and Finance", ("Purchasing", "Finance")),
        ("service and warehouse", ("service", "warehouse")),
        ("and Warehouse", ("Warehouse",)),
        ("和财务", ("财务",)),
    ],
)
def test_several_that_are_known_each(listed: str, names: tuple[str, ...]) -> None:
    assert apart(listed) == names


@pytest.mark.parametrize(
    "name",
    [
        "Sales and Marketing",
        "市场和销售",
        "行政与人事",
        "研发与设计部",
        "采购和财务部",
        "Logistics and warehouse",
        "Finance and accounting",
        "Research and development",
        "Bread and cakes",
        "和谐运营",
        "Sales & Service",
        "Andrology",
        "财务",
    ],
)
def test_what_is_one(name: str) -> None:
    assert apart(name) == (name,)


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        (("教学", "零售和线上推广"), ("教学", "零售", "线上推广")),
        (("Teaching", "retail and online"), ("Teaching", "retail", "online")),
        (("Kitchen", "Sales and Marketing"), ("Kitchen", "Sales and Marketing")),
        (("教学", "研发与设计部"), ("教学", "研发与设计部")),
        (("财务", "采购跟单"), ("财务", "采购跟单")),
        (("Bread and cakes",), ("Bread and cakes",)),
        (("采购和财务", "教学"), ("采购", "财务", "教学")),
    ],
)
def test_the_end_of_a_list_is_two(listed: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert all_apart(listed) == names
