"""For which department a new KPI is proposed: an owner may mean any."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Chen Zhe",)])
@transcript
def test_an_owner_proposes_for_any_department() -> None:
    """
    > /kpi propose new
    ── A new KPI ───────────────────────────────────────────────────────────────────────────────────────
    For which department?
      1  Sales
      2  Finance
      3  Marketing
      4  Customer service
      5  Procurement
      6  Logistics
      7  E-commerce
      8  HR & Administration
    [Cancel]

    > cancel
    ...
    > language 中文
    ...
    > /kpi 提议 新增
    ── 新增指标 ────────────────────────────────────────────────────────────────────────────────────────
    给哪个部门？
      1  销售部
      2  财务部
      3  市场部
      4  客服部
      5  采购部
      6  物流部
      7  电商部
      8  人事行政部
    [取消]
    """
