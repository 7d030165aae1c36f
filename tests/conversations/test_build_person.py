"""One person's KPIs: parts of the department's, by the share of time, and others of their own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.chat import transcript
from tests.stage import RealStage


class TestEnglish:
    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_part_of_the_departments_target(self, stage: RealStage) -> None:
        """
        > /kpi members add Tom, Sales, member, 100%
        ...
        > /kpi members add Li Na, Sales, member, 50%
        ...
        > /kpi build @Tom
        ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
        These fit Tom, best first, each with the reason why I suggest it.

        Which of these will you be measured by?
        Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
        ›  1  Sales revenue               a part of the department's
        ›  2  New customers won           a part of the department's
        ›  3  Win rate                    a part of the department's
        ›  4  Key-account visits          a part of the department's
        ›  5  cold calls made             a part of the department's
           6  Key-account retention       usual in Sales; uses “big key accounts”
           7  New-customer revenue share  usual in Sales; serves “Win 40 new customers and keep the old
                                          ones”
           8  Collection rate             usual in Sales; easy to keep in a small company
           9  Average deal size           usual in Sales; serves “Grow revenue by 20 % within a year”
          10  Work errors                 serves “Halve quality complaints”; easy to keep in a small company
        Or your own
        ↵ Sales revenue, New customers won, Win rate, Key-account visits, cold calls made
        [Cancel]

        > Sales revenue, New customers won, reports written
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        reports written is new to me. A few quick questions about how it is counted.

        What is good?
          1  Higher is better
          2  Lower is better
          3  Within a range
          4  Something else    none at all, at least, by a day, yes or no, levels
        [Back] [Cancel]

        > 1
        ...
        > A count
        ...
        >
        ...
        > skip
        ...
        > 700k 650k 720k
        ...
        > 5 6 4
        ...
        > 8 9
        ── Targets 4/5 ─────────────────────────────────────────────────────────────────────────────────────
        KPI                 Suggested  Chance
        ───────────────────────────────────────────────────────
        Sales revenue      CN¥800,000  part of the department's
        New customers won  7 / 8 / 10  part of the department's
        reports written             –  lately 8 · 9

        With six values from earlier months or quarters I can suggest a target and say how likely it is; so
        far there are fewer for reports written.

        Which targets?
        One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
          1  One at a time
        Or type them in one line
        [Back] [Cancel]

        > 800k, 7 / 8 / 10, 9
        ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
        How much should each KPI count?
        › 1  All the same
          2  I share out 100 points
          3  Compare two at a time   which matters more, A or B?
          4  Put them in order       the most important first
        ↵ All the same
        [Back] [Cancel]

        >
        ...
        > skip
        ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
        This is the draft for Tom. Goal: Win 40 new customers and keep the old ones

        KPI                    Target  Weight  Reached before
        ─────────────────────────────────────────────────────────────────
        Sales revenue      CN¥800,000   33.34  0 of the last 3: too hard?
        New customers won           8   33.33  0 of the last 3: too hard?
        reports written             9   33.33

        No action is planned yet. Not covered of the balanced scorecard: learning and growth.

        Put this in force?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Tom has 3 KPIs in force.

        [1] Enter my values   [2] Invite Tom   [3] Build the KPIs of Service   [4] Report   [5] Undo

        > /kpi build @Li Na
        ...
        > cancel
        ...
        > /kpi build me
        ✗ Anna belongs to no department yet; KPIs are built for somebody in one.
        """
        with stage.reader("Anna") as reader:
            tom = next(person.id for person in reader.people() if person.name.en == "Tom")
            own = [version.definition for version in reader.kpis(person_id=tom)]
        assert [(one.name.en, one.target.value, one.owner_id) for one in own] == [
            ("Sales revenue", Decimal(800000), tom),
            ("New customers won", Decimal(8), tom),
            ("reports written", Decimal(9), tom),
        ]


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_part_of_the_departments_target(self, stage: RealStage) -> None:
        """
        > /kpi 成员 添加 汤姆，销售，成员，100%
        ...
        > /kpi 成员 添加 李娜，销售，成员，50%
        ...
        > /kpi 建模 汤姆
        ── 衡量什么 3/5 ────────────────────────────────────────────────────────────────────────────────────
        以下指标适合汤姆，按推荐程度排列，后面是推荐理由。

        选哪些作为 KPI？
        三到五个为宜。可输入序号、名称，也可写自己的指标，用逗号隔开。
        ›  1  销售收入        承担部门指标的一份
        ›  2  新增客户数      承担部门指标的一份
        ›  3  赢单率          承担部门指标的一份
        ›  4  大客户拜访次数  承担部门指标的一份
        ›  5  电话邀约        承担部门指标的一份
           6  大客户保留率    销售部门常用；对应目标“新增 40 家客户，老客户不流失”
           7  新客户收入占比  销售部门常用；对应目标“新增 40 家客户，老客户不流失”
           8  回款率          销售部门常用；小公司也容易统计
           9  平均单笔成交额  销售部门常用；对应目标“一年内营收增长20%”
          10  客户档案完整率  销售部门常用；对应目标“新增 40 家客户，老客户不流失”
        或者自己写
        ↵ 销售收入、新增客户数、赢单率、大客户拜访次数、电话邀约
        [取消]

        > 销售收入，新增客户数
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        销售收入：期内已开票销售额（不含税）。生效后每个工作日填一个数；以前的每月填一个即可，不计入本期得
        分。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 70万 65万 72万
        ...
        > 5 6 4
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        指标          建议目标  达成可能性
        ──────────────────────────────────────
        销售收入         ¥80万  部门目标的一份
        新增客户数  7 / 8 / 10  部门目标的一份

        目标就定这些？
        按上面的顺序每项填一个，用逗号隔开，如 120万，40 / 50 / 60，30%。
          1  就按建议定
          2  逐个来定
        或者一行写完
        [返回] [取消]

        > 逐个来定
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：¥700,000 · ¥650,000 · ¥720,000。最低 ¥650,000，居中 ¥700,000，最高 ¥720,000。

        按工作时间占比，应承担部门目标中的 ¥800,000。

        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前只有 3 期。

        “销售收入”每月的目标是多少？（每个工作日填一个数）
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        ↵ ¥800,000
        [返回] [取消]

        > 80万
        ...
        >
        ── 权重 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        各项指标的权重怎么定？
        › 1  各项相同
          2  我来分配 100 分
        ↵ 各项相同
        [返回] [取消]

        >
        ...
        > 跳过
        ── 确认发布 5/5 ────────────────────────────────────────────────────────────────────────────────────
        汤姆的 KPI 草案如下。部门目标：新增 40 家客户，老客户不流失

        指标         目标  权重  以往达成
        ───────────────────────────────────────────────────────
        销售收入    ¥80万    50  近 3 期中达成 0 期，是否太难？
        新增客户数      8    50  近 3 期中达成 0 期，是否太难？

        还没有行动计划。按平衡计分卡还缺：内部流程、学习与成长。

        现在生效吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 汤姆的 2 个 KPI 已生效。

        [1] 填报我的数据   [2] 邀请汤姆   [3] 接着给客服建模   [4] 看报告   [5] 撤销
        """
        with stage.reader("安娜") as reader:
            tom = next(person.id for person in reader.people() if person.name.zh == "汤姆")
            own = [version.definition for version in reader.kpis(person_id=tom)]
        assert [(one.name.zh, one.target.value) for one in own] == [
            ("销售收入", Decimal(800000)),
            ("新增客户数", Decimal(8)),
        ]


@pytest.mark.usefixtures("built")
def test_behind_an_at_the_first_name_will_do(stage: RealStage) -> None:
    stage.type("Anna", "/kpi members add Li Na, Sales, member, 50%")

    assert "These fit Li Na" in stage.type("Anna", "/kpi build @Li")
