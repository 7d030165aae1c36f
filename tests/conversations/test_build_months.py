"""Months that are typed while a KPI is built which is entered day by day are its past."""

from __future__ import annotations

import pytest

from tests.chat import transcript


class TestEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("Anna",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_they_are_in_the_chart_and_behind_the_target(self) -> None:
        """
        > /kpi build Sales
        ...

        > 1
        ...

        > Sell more in the shop
        ...

        > Store sales
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Store sales: Sales paid at the tills less refunds. Once it is in force a value is entered every
        working day; for the time before one every month will do, and scores nothing.

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > 24000 25500 26000 23800 27200 26500 28000 27500
        ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
        I read: CN¥24,000 · CN¥25,500 · CN¥26,000 · CN¥23,800 · CN¥27,200 · CN¥26,500 · CN¥28,000 ·
        CN¥27,500. Lowest CN¥23,800, middle CN¥26,500, highest CN¥28,000.

        My suggestion: CN¥26,100 / CN¥27,500 / CN¥28,800 (threshold / target / stretch). The chance of the
        target is 60%: you would have made it in 2 of the last 8 months. The two differ, as the chance goes
        by where the values are heading, the count only by what was. With only 8 values that is a wide
        guess.

        Which target for Store sales, every month? (A value is entered every working day.)
        A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
        100, stretch 120.
        ↵ CN¥26,100 / CN¥27,500 / CN¥28,800
        [Back] [Cancel]

        >
        ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
        For which of them will you do something new?
        Training, a changed process, a tool. Skip if nothing needs to change.
          1  Store sales  target CN¥27,500 every month
        ↵ –
        [Back] [Skip] [Cancel]

        >
        ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
        This is the draft for Sales. Goal: Sell more in the shop

        KPI             Target  Weight  Reached before
        ────────────────────────────────────────────────────────────────────────
        Store sales  CN¥27,500     100  2 of the last 8; chance 60% by the trend

        No action is planned yet. Not covered of the balanced scorecard: customer, process, learning and
        growth.

        Put this in force?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Sales has one KPI in force.

        [1] Enter my values   [2] Build the KPIs of Service   [3] Report   [4] Undo

        > /kpi chart store sales
        Store sales: 8 earlier periods, from before there was a target.

        Store sales
                           Actual   │ Target  ╎ Threshold
        March 2026      CN¥24,000                          ████████████████████████████▎
        April 2026      CN¥25,500                          ██████████████████████████████
        May 2026        CN¥26,000                          ██████████████████████████████▋
        June 2026       CN¥23,800                          ████████████████████████████
        July 2026       CN¥27,200                          ████████████████████████████████
        August 2026     CN¥26,500                          ███████████████████████████████▎
        September 2026  CN¥28,000                          █████████████████████████████████
        October 2026    CN¥27,500                          ████████████████████████████████▍
        November 2026              CN¥27,500    CN¥26,100                                ╎ │

        [1] Why?   [2] Report   [3] As a picture

        > /kpi target store sales
        Store sales: the target for November 2026 is CN¥26,100 / CN¥27,500 / CN¥28,800. The chance of
        reaching it was 60% when the period began; it would have been reached in 2 of the last 8 months. The
        two differ, as the chance goes by where the values are heading, the count only by what was.

        My suggestion: CN¥26,100 / CN¥27,500 / CN¥28,800 (threshold / target / stretch). The chance of the
        target is 60%: you would have made it in 2 of the last 8 months. The two differ, as the chance goes
        by where the values are heading, the count only by what was. With only 8 values that is a wide
        guess.

        [1] Change it   [2] Scoring rule   [3] Report
        """


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_they_are_in_the_chart_and_behind_the_target(self) -> None:
        """
        > /kpi 建模 销售
        ...

        > 1
        ...

        > 门店多卖货
        ...

        > 门店销售额
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        门店销售额：收银实收金额减退款。生效后每个工作日填一个数；以前的每月填一个即可，不计入本期得分。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 2.4万 2.55万 2.6万 2.38万 2.72万 2.65万
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：¥24,000 · ¥25,500 · ¥26,000 · ¥23,800 · ¥27,200 · ¥26,500。最低 ¥23,800，居中 ¥26,000，
        最高 ¥27,200。

        建议：¥23,400 / ¥26,200 / ¥27,600（底线 / 目标 / 挑战）。达成可能性：60%（最近 6 个月里有 2 个月能做
        到）。两者不一致：可能性按近来的走势估计，达成次数只看以往。只有 6 个数，只能粗略估计。

        “门店销售额”每月的目标是多少？（每个工作日填一个数）
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        ↵ ¥23,400 / ¥26,200 / ¥27,600
        [返回] [取消]

        >
        ── 行动计划 5/5 ────────────────────────────────────────────────────────────────────────────────────
        哪些指标需要新的行动？
        培训、改流程、上工具都行；不需要就跳过。
          1  门店销售额  每月目标 ¥26,200
        ↵ –
        [返回] [跳过] [取消]

        >
        ── 确认发布 5/5 ────────────────────────────────────────────────────────────────────────────────────
        销售的 KPI 草案如下。部门目标：门店多卖货

        指标           目标  权重  以往达成
        ───────────────────────────────────────────────────────────────────
        门店销售额  ¥26,200   100  近 6 期中达成 2 期，达成可能性按走势 60%

        还没有行动计划。按平衡计分卡还缺：客户、内部流程、学习与成长。

        现在生效吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 销售的 1 个 KPI 已生效。

        [1] 填报我的数据   [2] 接着给客服建模   [3] 看报告   [4] 撤销

        > /kpi 图表 门店销售额
        门店销售额：此前 6 期还没有目标。

        门店销售额
                       实际   │ 目标   ╎ 底线
        2026年5月   ¥24,000                    █████████████████████████████▏
        2026年6月   ¥25,500                    ███████████████████████████████
        2026年7月   ¥26,000                    ███████████████████████████████▌
        2026年8月   ¥23,800                    ████████████████████████████▉
        2026年9月   ¥27,200                    █████████████████████████████████
        2026年10月  ¥26,500                    ████████████████████████████████▏
        2026年11月           ¥26,200  ¥23,400                              ╎  │

        [1] 为什么？   [2] 看报告   [3] 存为图片

        > /kpi 目标 门店销售额
        门店销售额：2026年11月的目标是 ¥23,400 / ¥26,200 / ¥27,600。按期初估计，达成可能性：60%（最近 6 个月
        里有 2 个月能做到）。两者不一致：可能性按近来的走势估计，达成次数只看以往。

        建议：¥23,400 / ¥26,200 / ¥27,600（底线 / 目标 / 挑战）。达成可能性：60%（最近 6 个月里有 2 个月能做
        到）。两者不一致：可能性按近来的走势估计，达成次数只看以往。只有 6 个数，只能粗略估计。

        [1] 修改目标   [2] 计分规则   [3] 看报告
        """
