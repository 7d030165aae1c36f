"""A target is looked at with its chance, and changed with a reason once one has seen whose score it moves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.model.kpi import Target
from kpi_engine.model.scoring import Basis, PerStep, Rounding, Scoring, Step
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from tests.chat import transcript
from tests.stage import RealStage


class TestEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "Anna", "Tom"

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_the_suggestion_is_taken_from_next_month_on(self, stage: RealStage) -> None:
        """
        > /kpi build Sales
        ...
        > Sell abroad
        ...
        > Win 40 new customers
        ...
        > Win rate
        ...
        > 24% 31% 28% 26% 29% 27% 30% 32% 28% 31% 33% 30%
        ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
        I read: 24% · 31% · 28% · 26% · 29% · 27% · 30% · 32% · 28% · 31% · 33% · 30%. Lowest 24%, middle
        30%, highest 33%.

        My suggestion: 27.6% / 30.4% / 33.2% (threshold / target / stretch). The chance of the target is
        60%: you would have made it in 4 of the last 12 months. The two differ, as the chance goes by where
        the values are heading, the count only by what was.

        Which target for Win rate, every month?
        A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
        100, stretch 120.
        ↵ 27.6% / 30.4% / 33.2%
        [Back] [Cancel]

        > 20%
        ── Just to be sure 4/5 ─────────────────────────────────────────────────────────────────────────────
        Win rate: a target of 20% would be a gift. The chance is over 99%: you would have made it in each of
        the last 12 months.

        Which target shall it be?
          1  20%                    as you typed it
          2  27.6% / 30.4% / 33.2%  my suggestion
        Or another target
        [Back] [Cancel]

        > 1
        ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
        For which of them will you do something new?
        Training, a changed process, a tool. Skip if nothing needs to change.
          1  Win rate  target 20% every month
        ↵ –
        [Back] [Skip] [Cancel]

        > skip
        ...
        > yes
        ...
        > /kpi target Win rate
        Win rate: the target for November 2026 is 20%. The chance of reaching it was over 99% when the
        period began; it would have been reached in each of the last 12 months.

        My suggestion: 27.6% / 30.4% / 33.2% (threshold / target / stretch). The chance of the target is
        60%: you would have made it in 4 of the last 12 months. The two differ, as the chance goes by where
        the values are heading, the count only by what was.

        [1] Take the suggestion   [2] Change it   [3] Scoring rule   [4] Report

        > [Take the suggestion]
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        From when on?
        Or type a day or a period, such as 2027-01.
          1  From November 2026 on
          2  From December 2026 on
          3  Only for November 2026
          4  Only for December 2026
        Or in your own words
        [Back] [Cancel]

        > From December 2026 on
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Why?
        It is kept in the history of the KPI.
        [Back] [Cancel]

        > it was a gift
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Win rate: 20% → 27.6% / 30.4% / 33.2%, from December 2026 on. Why: it was a gift

        No score of December 2026 would change.

        Change it so?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Win rate: version 2 is in force from 1 Dec 2026. Earlier periods keep theirs.

        [1] Undo

        > /kpi target Win rate 99% from
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Win rate: the target for November 2026 is 20%. The chance of reaching it was over 99% when the
        period began; it would have been reached in each of the last 12 months.

        My suggestion: 27.6% / 30.4% / 33.2% (threshold / target / stretch). The chance of the target is
        60%: you would have made it in 4 of the last 12 months. The two differ, as the chance goes by where
        the values are heading, the count only by what was.

        ✗ “99% from” is no number that I can read. Please type it like 1200, 3.5k or 12%.
        Which target for Win rate?
        A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
        100, stretch 120.
        [Cancel]

        > cancel
        ...
        > /kpi target Win rate 31%
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        From when on?
        Or type a day or a period, such as 2027-01.
          1  From November 2026 on
          2  From December 2026 on
          3  Only for November 2026
          4  Only for December 2026
        Or in your own words
        [Back] [Cancel]

        > one fine day
        ✗ “one fine day” is no day or period that I know. Such as 2027-01, next month or 2027-Q1.
        From when on?
        Or type a day or a period, such as 2027-01.
          1  From November 2026 on
          2  From December 2026 on
          3  Only for November 2026
          4  Only for December 2026
        Or in your own words
        [Back] [Cancel]

        > 2027-Q1
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Why?
        It is kept in the history of the KPI.
        [Back] [Cancel]

        > more training
        ...
        > no
        Then Win rate keeps its target; nothing has been changed.
        """
        with stage.reader("Anna") as reader:
            (kpi,) = reader.kpis()
            agreed = [(one.in_force, one.definition.target.value) for one in reader.versions(kpi.kpi.id)]
        assert agreed == [(date(2026, 11, 1), Decimal("0.2")), (date(2026, 12, 1), Decimal("0.304"))]

    @pytest.mark.usefixtures("built")
    @transcript
    def test_what_it_does_to_scores_is_shown_before(self, stage: RealStage) -> None:
        """
        > /kpi members add Tom, Sales, member, 100%
        ...
        -- 2026-11-30 09:00 --
        > /kpi actual visits 10
        ...
        > /kpi target
        ── A target ────────────────────────────────────────────────────────────────────────────────────────
        Which KPI?
          1  Sales revenue       Sales
          2  New customers won   Sales
          3  Win rate            Sales
          4  Key-account visits  Sales
          5  cold calls made     Sales
        [Cancel]

        > Key-account visits
        Key-account visits: the target for November 2026 is 44 visits.

        With six values from earlier months or quarters I can suggest a target and say how likely it is; so
        far there are 3.

        [1] Change it   [2] Scoring rule   [3] Report

        > [Change it]
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Key-account visits: the target for November 2026 is 44 visits.

        With six values from earlier months or quarters I can suggest a target and say how likely it is; so
        far there are 3.

        Which target for Key-account visits?
        A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
        100, stretch 120.
        [Cancel]

        > 60
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        From when on?
        Or type a day or a period, such as 2027-01.
          1  From November 2026 on
          2  From December 2026 on
          3  Only for November 2026
          4  Only for December 2026
        Or in your own words
        [Back] [Cancel]

        > Only for November 2026
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Why?
        It is kept in the history of the KPI.
        [Back] [Cancel]

        > the fair
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Key-account visits: 44 visits → 60 visits, only for November 2026. Why: the fair

        The scores of November 2026 would become:

                         Before  After
        ──────────────────────────────
        Sales              90.9   66.7
        Tom                90.9   66.7
        Harbour Trading    90.9   66.7

        Change it so?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Key-account visits has its own target for November 2026: 60. Other periods keep theirs.

        [1] Undo

        Tom: /kpi target Key-account visits
        ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
          and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
          your heads and the owner see your own scores; everybody sees those of departments.

        [2] My day   [3] Help

        Key-account visits: the target for November 2026 is 60 visits.

        With six values from earlier months or quarters I can suggest a target and say how likely it is; so
        far there are 3.

        [1] Report

        Tom: /kpi target Key-account visits 10
        ✗ You can't do that; Anna (owner) can.
        """
        with stage.reader("Anna") as reader:
            visits = next(one for one in reader.kpis() if one.definition.name.en == "Key-account visits")
        assert visits.definition.target == Target(Decimal(44))

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_rule_for_the_points_is_asked_back_where_it_can_mean_two_things(self, stage: RealStage) -> None:
        """
        > /kpi target Win rate
        ...
        > [Scoring rule]
        ── Scoring rule ────────────────────────────────────────────────────────────────────────────────────
        How does a value become points?
        In your own words, such as: 2 points off for each 1% below target, at most 120 points.
        [Cancel]

        > be good
        ✗ I can't score by “be good”: I don't understand “be good”.
        How does a value become points?
        In your own words, such as: 2 points off for each 1% below target, at most 120 points.
        [Cancel]

        > 2 points off for each 1% below target, at most 120 points
        ── Scoring rule ────────────────────────────────────────────────────────────────────────────────────
        “2 points off for each 1% below target, at most 120 points” can be meant in more than one way. What
        is the percentage of?

        What is meant?
          1  Percentage points
          2  Percent of the target
        [Back] [Cancel]

        > Percentage points
        ── Scoring rule ────────────────────────────────────────────────────────────────────────────────────
        “2 points off for each 1% below target, at most 120 points” can be meant in more than one way. What
        does a part of a step count?

        What is meant?
          1  Its part of the points
          2  Nothing until the step is full
          3  As much as a full step
        [Back] [Cancel]

        > Nothing until the step is full
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        So I understand it:

        Value  Score
        ────────────
          24%   88.0
          27%   94.0
          30%  100.0
          33%  100.0
          36%  100.0

        From when on?
        Or type a day or a period, such as 2027-01.
          1  From November 2026 on
          2  From December 2026 on
        Or in your own words
        [Back] [Cancel]

        > From November 2026 on
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Why?
        It is kept in the history of the KPI.
        [Back] [Cancel]

        > as in the contract
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Win rate: from November 2026 on it is scored by “2 points off for each 1% below target, at most 120
        points”. Why: as in the contract

        No score of November 2026 would change.

        Change it so?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ...
        """
        with stage.reader("Anna") as reader:
            rate = next(one for one in reader.kpis() if one.definition.name.en == "Win rate")
        step = Step(Decimal(2), Decimal("0.01"), Basis.VALUE, Rounding.DOWN)
        assert rate.definition.scoring == Scoring(PerStep(step))


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "安娜", "汤姆"

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_the_suggestion_is_taken_from_next_month_on(self, stage: RealStage) -> None:
        """
        > /kpi 建模 销售
        ...
        > 卖到海外
        ...
        > 新增 40 家客户
        ...
        > 赢单率
        ...
        > 24% 31% 28% 26% 29% 27% 30% 32% 28% 31% 33% 30%
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：24% · 31% · 28% · 26% · 29% · 27% · 30% · 32% · 28% · 31% · 33% · 30%。最低 24%，居中
        30%，最高 33%。

        建议：27.6% / 30.4% / 33.2%（底线 / 目标 / 挑战）。达成可能性：60%（最近 12 个月里有 4 个月能做
        到）。两者不一致：可能性按近来的走势估计，达成次数只看以往。

        “赢单率”每月的目标是多少？
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        ↵ 27.6% / 30.4% / 33.2%
        [返回] [取消]

        > 20%
        ── 再确认一下 4/5 ──────────────────────────────────────────────────────────────────────────────────
        赢单率：目标 20% 太容易了，达成可能性：99% 以上（最近 12 个月里次次都做到了）。

        目标定为多少？
          1  20%                    你填的
          2  27.6% / 30.4% / 33.2%  我的建议
        或者填另一个目标
        [返回] [取消]

        > 1
        ── 行动计划 5/5 ────────────────────────────────────────────────────────────────────────────────────
        哪些指标需要新的行动？
        培训、改流程、上工具都行；不需要就跳过。
          1  赢单率  每月目标 20%
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ...
        > 是
        ...
        > /kpi 目标 赢单率
        赢单率：2026年11月的目标是 20%。按期初估计，达成可能性：99% 以上（最近 12 个月里次次都做到了）。

        建议：27.6% / 30.4% / 33.2%（底线 / 目标 / 挑战）。达成可能性：60%（最近 12 个月里有 4 个月能做
        到）。两者不一致：可能性按近来的走势估计，达成次数只看以往。

        [1] 采用建议   [2] 修改目标   [3] 计分规则   [4] 看报告

        > [采用建议]
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        从什么时候起？
        也可以输入日期或期间，如 2027-01。
          1  从2026年11月起
          2  从2026年12月起
          3  仅2026年11月
          4  仅2026年12月
        或者用自己的话写
        [返回] [取消]

        > 从2026年12月起
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        为什么改？
        原因会记入指标的历史。
        [返回] [取消]

        > 原来太容易
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        赢单率：20% → 27.6% / 30.4% / 33.2%，从2026年12月起。原因：原来太容易

        2026年12月现有的得分都不受影响。

        就这样改吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 赢单率：第 2 版自2026年12月1日起生效，以前各期不变。

        [1] 撤销
        """
        with stage.reader("安娜") as reader:
            (kpi,) = reader.kpis()
            agreed = [(one.in_force, one.definition.target.value) for one in reader.versions(kpi.kpi.id)]
        assert agreed == [(date(2026, 11, 1), Decimal("0.2")), (date(2026, 12, 1), Decimal("0.304"))]

    @pytest.mark.usefixtures("built")
    @transcript
    def test_what_it_does_to_scores_is_shown_before(self, stage: RealStage) -> None:
        """
        > /kpi 成员 添加 汤姆，销售，成员，100%
        ...
        -- 2026-11-30 09:00 --
        > /kpi 填报 大客户拜访次数 10
        ...
        > /kpi 目标
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        哪个指标？
          1  销售收入        销售
          2  新增客户数      销售
          3  赢单率          销售
          4  大客户拜访次数  销售
          5  电话邀约        销售
        [取消]

        > 大客户拜访次数
        大客户拜访次数：2026年11月的目标是 44 次。

        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前只有 3 期。

        [1] 修改目标   [2] 计分规则   [3] 看报告

        > [修改目标]
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        大客户拜访次数：2026年11月的目标是 44 次。

        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前只有 3 期。

        “大客户拜访次数”的目标改成多少？
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        [取消]

        > 60
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        从什么时候起？
        也可以输入日期或期间，如 2027-01。
          1  从2026年11月起
          2  从2026年12月起
          3  仅2026年11月
          4  仅2026年12月
        或者用自己的话写
        [返回] [取消]

        > 仅2026年11月
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        为什么改？
        原因会记入指标的历史。
        [返回] [取消]

        > 参加展会
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        大客户拜访次数：44 次 → 60 次，仅2026年11月。原因：参加展会

        2026年11月的得分会变成：

                  之前  之后
        ────────────────────
        销售      90.9  66.7
        汤姆      90.9  66.7
        海港贸易  90.9  66.7

        就这样改吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 大客户拜访次数在2026年11月的目标定为 60，其他周期不变。

        [1] 撤销

        汤姆: /kpi 目标 大客户拜访次数
        ✓ 汤姆，欢迎加入“海港贸易”！我每周最多主动给你发 5 条消息，只在工作日 09:00 至 18:00 发，请假时不打
          扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得分大家都能看到。

        [2] 今日待办   [3] 帮助

        大客户拜访次数：2026年11月的目标是 60 次。

        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前只有 3 期。

        [1] 看报告

        汤姆: /kpi 目标 大客户拜访次数 10
        ✗ 你没有这项权限，如有需要请联系安娜（老板）。
        """
        with stage.reader("安娜") as reader:
            visits = next(one for one in reader.kpis() if one.definition.name.zh == "大客户拜访次数")
        assert visits.definition.target == Target(Decimal(44))

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_rule_for_the_points_is_asked_back_where_it_can_mean_two_things(self, stage: RealStage) -> None:
        """
        > /kpi 目标 赢单率 规则 每低1%扣2分，最高120分
        ── 计分规则 ────────────────────────────────────────────────────────────────────────────────────────
        “每低1%扣2分，最高120分”有歧义。百分比指的是什么？

        是哪个意思？
          1  百分点
          2  目标值的百分比
        [返回] [取消]

        > 目标值的百分比
        ── 计分规则 ────────────────────────────────────────────────────────────────────────────────────────
        “每低1%扣2分，最高120分”有歧义。不足一档的部分怎么算？

        是哪个意思？
          1  按比例算
          2  不足一档不算
          3  不足一档按一档算
        [返回] [取消]

        > 按比例算
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        我的理解是这样的：

        数值   得分
        ───────────
         24%   60.0
         27%   80.0
         30%  100.0
         33%  100.0
         36%  100.0

        从什么时候起？
        也可以输入日期或期间，如 2027-01。
          1  从2026年11月起
          2  从2026年12月起
        或者用自己的话写
        [返回] [取消]

        > 从2026年12月起
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        为什么改？
        原因会记入指标的历史。
        [返回] [取消]

        > 按合同执行
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        赢单率：从2026年12月起按“每低1%扣2分，最高120分”计分。原因：按合同执行

        2026年12月现有的得分都不受影响。

        就这样改吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 赢单率：第 2 版自2026年12月1日起生效，以前各期不变。

        [1] 撤销
        """
        with stage.reader("安娜") as reader:
            (kpi_id,) = (one.kpi.id for one in reader.kpis() if one.definition.name.zh == "赢单率")
            latest = reader.versions(kpi_id)[-1]
        step = Step(Decimal(2), Decimal("0.01"), Basis.TARGET, Rounding.PROPORTIONAL)
        assert latest.definition.scoring == Scoring(PerStep(step))


@pytest.fixture(params=["Anna", "安娜"], ids=["en", "zh"])
def people(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return (str(request.param),)


SUMMERS = " ".join(str(100 + month + (60 if month % 12 in (8, 9) else 0)) for month in range(36))
"""Three years of ice cream, oldest first: the ninth and tenth month after October are July and August."""
ICE = {
    "Anna": ("/kpi build Sales", "Sell ice", "Sell more ice", "ice cream sold", "1", "A count", "Every month", "skip"),
    "安娜": ("/kpi 建模 销售", "卖好冰淇淋", "多卖冰淇淋", "卖出冰淇淋", "1", "数量", "每月", "跳过"),
}
LEAVE_OUT = {"Anna": ("skip", "", "skip", "yes"), "安娜": ("跳过", "", "跳过", "是")}
SHOW = {"Anna": "/kpi target ice cream sold", "安娜": "/kpi 目标 卖出冰淇淋"}
MONTHS = {"Anna": ("June 2027", "July 2027"), "安娜": ("2027年6月", "2027年7月")}


@pytest.mark.usefixtures("founded")
def test_what_comes_back_every_season_is_suggested_month_by_month(stage: RealStage) -> None:
    (founder,) = stage.people
    stage.type(founder, *ICE[founder], SUMMERS, *LEAVE_OUT[founder])

    said = stage.type(founder, SHOW[founder])

    june, july = (next(line for line in said.splitlines() if month in line) for month in MONTHS[founder])
    (below, above) = (int(line.split("/")[1]) for line in (june, july))
    assert below < 160 < 200 < above


TAKE = {
    "Anna": ("/kpi target ice cream sold seasons", "the summer sells", "yes"),
    "安娜": ("/kpi 目标 卖出冰淇淋 各月", "夏天好卖", "是"),
}
UNDO = {"Anna": ("undo", "yes"), "安娜": ("撤销", "是")}
TAKEN = {"Anna": "for 12 periods, November 2026 to October 2027", "安娜": "2026年11月至2027年10月共 12 期"}


@pytest.mark.usefixtures("founded")
def test_a_year_of_targets_is_taken_at_once_and_taken_back_at_once(stage: RealStage) -> None:
    (founder,) = stage.people
    stage.type(founder, *ICE[founder], SUMMERS, *LEAVE_OUT[founder])
    before = monthly_targets(stage)

    assert TAKEN[founder] in stage.type(founder, *TAKE[founder])
    after = monthly_targets(stage)
    assert len(after) == 12
    assert after["2027-07"] > after["2027-06"] * Decimal("1.3")

    stage.type(founder, *UNDO[founder])
    assert monthly_targets(stage) == before == {}


def monthly_targets(stage: RealStage) -> dict[str, Decimal]:
    """The targets that months have of their own."""
    with stage.reader(stage.people[0]) as reader:
        (kpi_id,) = (one.kpi.id for one in reader.kpis())
        own = load.period_targets(Scope(reader.session, reader.actor.company_id), [kpi_id]).get(kpi_id, ())
        return {f"{one.cycle.start:%Y-%m}": one.target.value for one in own}
