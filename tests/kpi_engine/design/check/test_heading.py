"""Which way is better, told by a name alone."""

from __future__ import annotations

import pytest

from kpi_engine.design.check.heading import better_by_name, is_contrary
from kpi_engine.model.kpi import Direction

LESS = (
    "Number of complaints", "Refunds", "Refunds given", "Overdue invoices", "Days to pay", "Days to deliver", "Time to answer",
    "Hours to repair", "Rework", "Error rate", "Returns", "No-shows", "Late deliveries", "Cancellations", "Unpaid invoices",
    "Customers lost", "Sick days", "Breakages", "Open tickets", "Warranty claims", "Bad reviews", "Waiting time", "Debt", "Staff who quit",
    "投诉数", "客户投诉次数", "返工", "返工率", "差错率", "退款金额", "逾期账款", "交货天数", "回复用时", "等待时间", "爽约数", "退货数", "差评数",
    "离职人数", "事故数", "库存积压", "超时单数", "回款天数", "漏单", "错单", "断货次数", "迟到次数", "损坏",
)  # fmt: skip
MORE = (
    "Sales", "Profit", "Loyal customers", "Complaints resolved", "On-time deliveries", "Days without accident", "Time saved", "New customers",
    "销售额", "客户满意度", "准时率", "新客户", "投诉处理率", "回头客占比", "入住率",
)  # fmt: skip
OPEN = (
    "Number of KPIs",
    "Time between failures",
    "Return on equity",
    "Budget",
    "会议时间",
    "Mean time to failure",
    "安全库存",
    "天数",
)


@pytest.mark.parametrize("name", LESS)
def test_of_these_less_is_better(name: str) -> None:
    assert better_by_name(name) is Direction.LOWER


@pytest.mark.parametrize("name", MORE)
def test_of_these_more_is_better(name: str) -> None:
    assert better_by_name(name) is Direction.HIGHER


@pytest.mark.parametrize("name", OPEN)
def test_these_leave_it_open(name: str) -> None:
    assert better_by_name(name) is None


@pytest.mark.parametrize(
    ("said", "by_name", "contrary"),
    [
        (Direction.HIGHER, Direction.LOWER, True),
        (Direction.AT_LEAST, Direction.LOWER, True),
        (Direction.LOWER, Direction.HIGHER, True),
        (Direction.ZERO, Direction.LOWER, False),
        (Direction.AT_MOST, Direction.LOWER, False),
        (Direction.RANGE, Direction.LOWER, False),
        (Direction.HIGHER, None, False),
    ],
)
def test_more_and_less_contradict_each_other(said: Direction, by_name: Direction | None, *, contrary: bool) -> None:
    assert is_contrary(said, by_name) is contrary
