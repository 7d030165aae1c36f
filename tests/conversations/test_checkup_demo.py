"""The check of the made-up company, as its owner sees it, and a head who reads Chinese."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.demo.start import furnish
from tests.chat import transcript
from tests.stage import RealStage


@pytest.fixture
def stage(sqlite_database: str) -> Iterator[RealStage]:
    """The made-up company on a Monday morning."""
    found = RealStage(sqlite_database, ("Chen Zhe", "张玥"))
    furnish(found.bot)
    yield found
    found.close()


@transcript
def test_a_company_with_little_wrong_sees_it_at_once() -> None:
    """
    > /kpi check
    Harbour & Hill Trading: no error, 7 warnings, 17 hints.

    1. Salaries paid on time has scored 100.0 points 6 times in a row. That tells nobody anything.
    Measure how well rather than whether, or retire it.

    2. The target of Supplier on-time delivery is hardly within reach: the chance of reaching it is
    under 1% (values so far: 54). Lower it, or say what will be different. A chance between 45% and 75%
    is reasonable.

    3. The target of On-time delivery is hardly within reach: the chance of reaching it is under 1%
    (values so far: 54). Lower it, or say what will be different. A chance between 45% and 75% is
    reasonable.

    4. The target of Product pages tested is a gift: the chance of reaching it is over 99% (values so
    far: 12). Raise it. A chance between 45% and 75% is reasonable.

    5. Customer service has no KPI for this perspective: financial. Add one, such as Costs saved by the
    team, Service cost per request or Department budget variance.

    6. Key-account visits can be had at the expense of something else, and no KPI beside it would show
    that. Add one that would show it, such as Key-account retention.

    7. Deng Xue does not agree to Supplier on-time delivery: “Two of the main suppliers still ship by
    the week / 有两家主要供应商仍按周发货”. Talk it over with Deng Xue and the team.

    8. The team is to come first, and yet it is only 0% of everybody's score. Make it 30% or more.

    Department           Errors  Warnings  Hints
    ────────────────────────────────────────────
    Sales                     0         1      4
    Marketing                 0         0      2
    Customer service          0         1      1
    Procurement               0         2      2
    Logistics                 0         1      2
    E-commerce                0         1      1
    Finance                   0         0      3
    HR & Administration       0         1      1

    [1] Sales   [2] Marketing   [3] Customer service   [4] Procurement   [5] Logistics   [6] E-commerce
    [7] Finance   [8] HR & Administration

    张玥: /kpi 体检 公司
    海岳贸易：错误 0 个，警告 6 个，提示 15 个。

    1. 工资按时发放连续 6 期都是 100.0 分，看不出好坏。改为衡量做得怎样，或停用。

    2. 供应商准时交货率的目标太难：按已有的 54 个数据，达成的可能性不到 1%。降低目标，或说明今后会有什么
    不同。达成的可能性在 45% 到 75% 之间比较合理。

    3. 准时交货率的目标太难：按已有的 54 个数据，达成的可能性不到 1%。降低目标，或说明今后会有什么不同。
    达成的可能性在 45% 到 75% 之间比较合理。

    4. 商品页测试次数的目标太容易：按已有的 12 个数据，达成的可能性超过 99%。提高目标。达成的可能性在
    45% 到 75% 之间比较合理。

    5. 客服部缺少这方面的 KPI：财务。补一个，如部门节约金额、单次服务成本或部门预算偏差率。

    6. 邓雪对供应商准时交货率有不同意见：“Two of the main suppliers still ship by the week / 有两家主要
    供应商仍按周发货”。和邓雪及团队沟通一下。

    7. 公司提倡团队优先，团队得分却只占个人得分的 0%。提高到 30% 以上。

    部门        错误  警告  提示
    ────────────────────────────
    销售部         0     0     2
    市场部         0     0     2
    客服部         0     1     1
    采购部         0     2     2
    物流部         0     1     2
    电商部         0     1     1
    财务部         0     0     3
    人事行政部     0     1     1

    [1] 销售部   [2] 市场部   [3] 客服部   [4] 采购部   [5] 物流部   [6] 电商部   [7] 财务部
    [8] 人事行政部
    """
