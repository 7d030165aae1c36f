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

    Procurement
    1. Warning: The target of Supplier on-time delivery is hardly within reach: the chance of reaching
    it is under 1% (values so far: 54). Lower it, or say what will be different. A chance between 45%
    and 75% is reasonable.
    2. Warning: Deng Xue does not agree to Supplier on-time delivery: “Two of the main suppliers still
    ship by the week / 有两家主要供应商仍按周发货”. Talk it over with Deng Xue and the team.
    … and 2 more

    Sales
    3. Warning: Key-account visits can be had at the expense of something else, and no KPI beside it
    would show that. Add one that would show it, such as Key-account retention.
    4. Hint: Owner's visits to key accounts counts what is done (“visits”), not what comes of it.
    Measure the result that it is done for.
    … and 3 more

    Logistics
    5. Warning: The target of On-time delivery is hardly within reach: the chance of reaching it is
    under 1% (values so far: 54). Lower it, or say what will be different. A chance between 45% and 75%
    is reasonable.
    … and 2 more

    Customer service
    6. Warning: Customer service lacks this part of the balanced scorecard: financial. Add one, such as
    Costs saved by the team, Service cost per request or Department budget variance.
    … and 1 more

    E-commerce
    7. Warning: The target of Product pages tested is a gift: the chance of reaching it is over 99%
    (values so far: 12). Raise it. A chance between 45% and 75% is reasonable.
    … and 1 more

    HR & Administration
    8. Warning: Salaries paid on time has scored 100.0 points 6 times in a row. That tells nobody
    anything. Measure how well rather than whether, or retire it.
    … and 1 more

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

    [1] 1: set the target   [2] 2: change who enters it   [3] 3: add a KPI   [4] 4: change it
    [5] 5: set the target   [6] 6: add a KPI   [7] 7: set the target   [8] 8: set the target
    [9] Procurement: all 4   [10] Sales: all 5   [11] Logistics: all 3   [12] Customer service: all 2
    [13] E-commerce: all 2   [14] HR & Administration: all 2   [15] Finance: all 3
    [16] Marketing: all 2   [17] Harbour & Hill Trading: all 1

    张玥: /kpi 体检 公司
    海岳贸易：待完善 0 项，需注意 6 项，提示 15 项。

    采购部
    1. 需注意：供应商准时交货率的目标太难：按已有的 54 个数据，达成的可能性不到 1%。降低目标，或说明今后
    会有什么不同。达成的可能性在 45% 到 75% 之间比较合理。
    2. 需注意：邓雪对供应商准时交货率有不同意见：“Two of the main suppliers still ship by the week / 有
    两家主要供应商仍按周发货”。和邓雪及团队沟通一下。
    ……还有 2 条

    物流部
    3. 需注意：准时交货率的目标太难：按已有的 54 个数据，达成的可能性不到 1%。降低目标，或说明今后会有什
    么不同。达成的可能性在 45% 到 75% 之间比较合理。
    ……还有 2 条

    客服部
    4. 需注意：客服部按平衡计分卡还缺这类 KPI：财务。补一个，如部门节约金额、单次服务成本或部门预算偏差
    率。
    ……还有 1 条

    电商部
    5. 需注意：商品页测试次数的目标太容易：按已有的 12 个数据，达成的可能性超过 99%。提高目标。达成的可
    能性在 45% 到 75% 之间比较合理。
    ……还有 1 条

    人事行政部
    6. 需注意：工资按时发放连续 6 期都是 100.0 分，看不出好坏。改为考核完成质量，或停用。
    ……还有 1 条

    销售部
    7. 提示：产品知识考核通过率只由 5 个样本算出，不足 30 个时波动多半是偶然。把几期合起来算，并同时列出
    样本数。
    ……还有 1 条

    市场部
    8. 提示：活动复盘完成率只由 12 个样本算出，不足 30 个时波动多半是偶然。把几期合起来算，并同时列出样
    本数。
    ……还有 1 条

    部门        待完善  需注意  提示
    ────────────────────────────────
    销售部           0       0     2
    市场部           0       0     2
    客服部           0       1     1
    采购部           0       2     2
    物流部           0       1     2
    电商部           0       1     1
    财务部           0       0     3
    人事行政部       0       1     1

    [1] 4：新增指标   [2] 8：调整指标   [3] 采购部：全部 4 条   [4] 物流部：全部 3 条
    [5] 客服部：全部 2 条   [6] 电商部：全部 2 条   [7] 人事行政部：全部 2 条   [8] 财务部：全部 3 条
    [9] 销售部：全部 2 条   [10] 市场部：全部 2 条   [11] 海岳贸易：全部 1 条
    """
