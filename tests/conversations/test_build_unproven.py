"""A KPI of which nobody knows a value yet can be in force all the same."""

from __future__ import annotations

import pytest

from tests.chat import transcript


class TestEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("Anna",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_a_shop_without_numbers_builds(self) -> None:
        """
        > /kpi build Sales
        ...

        > 1
        ...

        > Sell more in the shop
        ...

        > Store sales
        ...

        >
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Without values nothing can say yet whether a target for Store sales is too high or too low. It can
        be in force all the same, if somebody enters a value every working day from now on; otherwise it is
        parked.

        Put it in force all the same?
        [1] Yes   [2] No
        [Back] [Cancel]

        > no
        ✗ Then there is nothing to put in force. Go back to give a last value, or to say that values will be
          entered from now on.

        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Without values nothing can say yet whether a target for Store sales is too high or too low. It can
        be in force all the same, if somebody enters a value every working day from now on; otherwise it is
        parked.

        Put it in force all the same?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
        With six values from earlier months or quarters I can suggest a target and say how likely it is; so
        far there are none.

        Which target for Store sales, every month? (A value is entered every working day.)
        A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
        100, stretch 120.
        [Back] [Cancel]

        > 30000
        ...

        > skip
        ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
        This is the draft for Sales. Goal: Sell more in the shop

        KPI             Target  Weight
        ──────────────────────────────
        Store sales  CN¥30,000     100

        No action is planned yet. Not covered of the balanced scorecard: customer, process, learning and
        growth.

        Put this in force?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Sales has one KPI in force.

        [1] Enter my values   [2] Build the KPIs of Service   [3] Report   [4] Undo
        """


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_a_shop_without_numbers_builds(self) -> None:
        """
        > /kpi 建模 销售
        ...

        > 1
        ...

        > 门店多卖货
        ...

        > 门店销售额
        ...

        > 跳过
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        没有以往的数据，还看不出“门店销售额”的目标定高了还是定低了。只要从现在起每个工作日有人填数，也可以先
        生效；否则先放一放。

        还是让它生效吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 否
        ✗ 那就没有指标可以生效了。请返回，填一个以往的数值，或者确认从现在起有人填数。

        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        没有以往的数据，还看不出“门店销售额”的目标定高了还是定低了。只要从现在起每个工作日有人填数，也可以先
        生效；否则先放一放。

        还是让它生效吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前还没有。

        “门店销售额”每月的目标是多少？（每个工作日填一个数）
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        [返回] [取消]

        > 3万
        ...

        > 跳过
        ── 确认发布 5/5 ────────────────────────────────────────────────────────────────────────────────────
        销售的 KPI 草案如下。部门目标：门店多卖货

        指标           目标  权重
        ─────────────────────────
        门店销售额  ¥30,000   100

        还没有行动计划。按平衡计分卡还缺：客户、内部流程、学习与成长。

        现在生效吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 销售的 1 个 KPI 已生效。

        [1] 填报我的数据   [2] 接着给客服建模   [3] 看报告   [4] 撤销
        """
