"""What gates, grades and the team's share make of a score, told in report and why."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from kpi_engine.commands import (
    ClosePeriod,
    Command,
    NewKpi,
    PublishKpis,
    SetGates,
    SetGrades,
    SetTeamShare,
    StartReview,
)
from kpi_engine.model.name import Name
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.model.total import Adjustment, CappedUntilMet, Gating, Grade, Grading, Multiplier, TwoWay
from kpi_engine.reader.reader import Reader
from kpi_engine.service.execute import execute
from kpi_engine.store.work import Work
from tests.chat import transcript
from tests.factories import definition, month
from tests.stage import MONDAY, RealStage

VALUES = {
    "Anna": "/kpi actual sales revenue 60k, new customers 3, win rate 27% this month, visits 11, cold calls 84",
    "安娜": "/kpi 填报 销售收入 6万，新增客户数 3，赢单率 27% 本月，大客户拜访次数 11，电话邀约 84",
}


def agree(stage: RealStage, reader: Reader, command: Command) -> None:
    """There is no chat for it yet."""
    execute(command, Work(reader.session, reader.actor, stage.now, stage.now.date()))


@pytest.fixture
def agreed(stage: RealStage, built: None) -> None:
    """Cold calls multiply the total of Sales, and without the win rate it is not over 90; two grades of their own."""
    (who,) = stage.people
    assert "5" in stage.type(who, VALUES[who])
    with stage.reader(who) as reader:
        (sales, *_), today = reader.departments(), stage.now.date()
        ids = [version.kpi.id for version in reader.kpis(sales.id)]
        gating = Gating((CappedUntilMet(ids[2], Decimal(90)), Multiplier(ids[4])))
        grades = (
            Grade(Name("Good", "优"), Decimal(85), Decimal("1.2")),
            Grade(Name("Fair", "良"), None, Decimal(1)),
        )
        agree(stage, reader, SetGates(sales.id, gating, today, "calls first"))
        agree(stage, reader, SetGrades(Grading(grades), today, "ours"))


@pytest.fixture
def shared(stage: RealStage, built: None) -> None:
    """Anna has a KPI of her own in Sales; 30 % of her score are the team's."""
    stage.type("Anna", VALUES["Anna"], "/kpi members add Anna, Sales, owner")
    with stage.reader("Anna") as reader:
        (sales, *_), (anna,) = reader.departments(), reader.people()
        own = NewKpi(definition("Talks", owner_id=anna.id), person_id=anna.id)
        agree(stage, reader, PublishKpis(sales.id, "Sell more", None, (own,)))
        agree(stage, reader, SetTeamShare(Decimal("0.3"), stage.now.date(), "one team"))
    stage.type("Anna", "/kpi actual talks 90 this month")


@pytest.fixture
def closed(stage: RealStage, built: None) -> None:
    """November of Sales is closed, with points given by hand."""
    period, reasons = month(11), {"Anna": "helped <b>Service</b> out", "安娜": "支援客服部"}
    (who,) = stage.people
    stage.type(who, VALUES[who])
    stage.set_now(MONDAY + timedelta(days=8))
    with stage.reader(who) as reader:
        sales = Subject(SubjectKind.DEPARTMENT, reader.departments()[0].id)
        agree(stage, reader, StartReview((sales,), period))
        bonus = Adjustment(Decimal(3), reasons[who]), Adjustment(Decimal("-1.5"), "late / 迟交")
        agree(stage, reader, ClosePeriod(sales, period, bonus, "A", "calls first"))


@pytest.fixture
def paired(stage: RealStage, built: None) -> None:
    """Revenue and the win rate of Sales have one score together."""
    (who,) = stage.people
    stage.type(who, VALUES[who])
    steps, points = (Decimal(90), Decimal(100)), ((30, 40, 60), (40, 70, 80), (60, 80, 100))
    with stage.reader(who) as reader:
        (sales, *_), today = reader.departments(), stage.now.date()
        ids = [version.kpi.id for version in reader.kpis(sales.id)]
        table = TwoWay(ids[0], ids[2], steps, steps, tuple(tuple(map(Decimal, row)) for row in points))
        agree(stage, reader, SetGates(sales.id, Gating((), (table,)), today, "together"))


@pytest.mark.usefixtures("paired")
@transcript
def test_a_two_way_table_names_its_cell() -> None:
    """
    > /kpi why Sales
    Sales, November 2026: 98.0. It is this sum: share of the whole × score = points.

                          Share  Score  Points
    ──────────────────────────────────────────
    ▲ Sales revenue         40%  105.0    42.0
    ▲ New customers won     20%  100.0    20.0
    ▲ Win rate              20%   90.0    18.0
    ▲ Key-account visits    10%  100.0    10.0
    ● cold calls made       10%   80.0     8.0
    Total                  100%           98.0

    Two-way table: Sales revenue 105.0 (100 and more) with Win rate 90.0 (90 to under 100) makes 80.0
    points for both.

    The total: 86.0 by the two-way tables.

    Grade C from 70 points on.

    [1] Sales revenue   [2] New customers won   [3] Win rate   [4] Key-account visits
    [5] cold calls made
    """


@pytest.mark.usefixtures("paired")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_a_two_way_table_in_chinese() -> None:
    """
    > /kpi 为什么 销售
    销售，2026年11月：98.0 分。算法：占比 × 得分 = 计分，相加即为总分。

                      占比   得分  计分
    ───────────────────────────────────
    ▲ 销售收入         40%  105.0  42.0
    ▲ 新增客户数       20%  100.0  20.0
    ▲ 赢单率           20%   90.0  18.0
    ▲ 大客户拜访次数   10%  100.0  10.0
    ● 电话邀约         10%   80.0   8.0
    合计              100%         98.0

    二维评分表：销售收入 105.0 分（100 及以上），赢单率 90.0 分（90 至 100 以下），两项合计按 80.0 分
    计。

    总分：按二维评分表 86.0 分。

    等级 C（70 分起）。

    [1] 销售收入   [2] 新增客户数   [3] 赢单率   [4] 大客户拜访次数   [5] 电话邀约
    """


@pytest.mark.usefixtures("agreed")
@transcript
def test_what_gates_did() -> None:
    """
    > /kpi
    Hello Anna. Nothing is waiting for you today.

    Harbour Trading, November 2026: 98.0.

    [1] Report   [2] Why?   [3] Help

    > /kpi report Sales
    Sales, November 2026: 78.4 of 100, grade Fair.

    KPI                      Actual     Target  Score  Weight  Trend   Forecast
    ─────────────────────────────────────────────────────────────────────────────
    ▲ Sales revenue       CN¥60,000  CN¥57,143  105.0      40  ··▃█▁·  CN¥360,000
    ▲ New customers won           3          3  100.0      20  ··▅▁█·  6
    ▲ Win rate                  27%        30%   90.0      20  ▁█▅▃▆▄
    ▲ Key-account visits         11         11  100.0      10  ··▃█▁·  22
    ● cold calls made            84        105   80.0      10  ··▃█▁·  168

    The total: 98.0 × 80% (cold calls made) = 78.4; it stays under its cap until Win rate is met.

    [1] Why?   [2] Brief   [3] Sales revenue   [4] New customers won   [5] Win rate
    [6] Key-account visits   [7] cold calls made   [8] Company   [9] Period before

    > /kpi why Sales
    Sales, November 2026: 98.0. It is this sum: share of the whole × score = points.

                          Share  Score  Points
    ──────────────────────────────────────────
    ▲ Sales revenue         40%  105.0    42.0
    ▲ New customers won     20%  100.0    20.0
    ▲ Win rate              20%   90.0    18.0
    ▲ Key-account visits    10%  100.0    10.0
    ● cold calls made       10%   80.0     8.0
    Total                  100%           98.0

    The total: 98.0 × 80% (cold calls made) = 78.4; it stays under its cap until Win rate is met.

    Grade Fair.

    [1] Sales revenue   [2] New customers won   [3] Win rate   [4] Key-account visits
    [5] cold calls made
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("agreed")
@transcript
def test_what_gates_did_in_chinese() -> None:
    """
    > /kpi 报告 销售
    销售，2026年11月：78.4 分（达标为 100 分），等级 良。

    指标                 实际     目标   得分  权重  走势    预测
    ──────────────────────────────────────────────────────────────
    ▲ 销售收入        ¥60,000  ¥57,143  105.0    40  ··▃█▁·  ¥36万
    ▲ 新增客户数            3        3  100.0    20  ··▅▁█·  6
    ▲ 赢单率              27%      30%   90.0    20  ▁█▅▃▆▄
    ▲ 大客户拜访次数       11       11  100.0    10  ··▃█▁·  22
    ● 电话邀约             84      105   80.0    10  ··▃█▁·  168

    总分：98.0 × 80%（电话邀约） = 78.4 分，赢单率达标前总分受限。

    [1] 为什么？   [2] 简报   [3] 销售收入   [4] 新增客户数   [5] 赢单率   [6] 大客户拜访次数
    [7] 电话邀约   [8] 公司   [9] 上一期

    > /kpi 为什么 销售
    销售，2026年11月：98.0 分。算法：占比 × 得分 = 计分，相加即为总分。

                      占比   得分  计分
    ───────────────────────────────────
    ▲ 销售收入         40%  105.0  42.0
    ▲ 新增客户数       20%  100.0  20.0
    ▲ 赢单率           20%   90.0  18.0
    ▲ 大客户拜访次数   10%  100.0  10.0
    ● 电话邀约         10%   80.0   8.0
    合计              100%         98.0

    总分：98.0 × 80%（电话邀约） = 78.4 分，赢单率达标前总分受限。

    等级 良。

    [1] 销售收入   [2] 新增客户数   [3] 赢单率   [4] 大客户拜访次数   [5] 电话邀约
    """


@pytest.mark.usefixtures("shared")
@transcript
def test_the_teams_share() -> None:
    """
    > /kpi
    Hello Anna. Nothing is waiting for you today.

    Your score for November 2026: 92.4.

    [1] Report   [2] Why?   [3] Help

    > /kpi report me
    Anna, November 2026: 92.4 of 100, grade B.

    KPI      Actual  Target  Score               Weight  Trend
    ───────────────────────────────────────────────────────────
    ▲ Talks      90     100   90.0  █████████ │     100  ······

    Department          Share  Score               Weight scored
    ────────────────────────────────────────────────────────────
    ▲ Sales (own KPIs)    70%   90.0  █████████ │           100%
    ▲ Sales               30%   98.0  █████████▊│           100%

    [1] Why?   [2] Brief   [3] Talks   [4] Sales   [5] Company   [6] Period before

    > /kpi why me
    Anna, November 2026: 92.4. It is this sum: share of the whole × score = points.

                        Share  Score  Points
    ────────────────────────────────────────
    ▲ Sales (own KPIs)    70%   90.0    63.0
    ▲ Sales               30%   98.0    29.4
    Total                100%           92.4

    Grade B from 90 points on.

    For five points more in total, this is enough: Talks at 98 (+5.6).

    [1] Sales (own KPIs)   [2] Sales
    """


@pytest.mark.usefixtures("closed")
@transcript
def test_points_given_by_hand() -> None:
    """
    > /kpi report Sales last month
    Sales, November 2026: 99.5 of 100, grade A.

    KPI                      Actual     Target  Score               Weight  Trend
    ──────────────────────────────────────────────────────────────────────────────
    ▲ Sales revenue       CN¥60,000  CN¥57,143  105.0  ██████████│      40  ··▃█▁·
    ▲ New customers won           3          3  100.0  ██████████│      20  ··▅▁█·
    ▲ Win rate                  27%        30%   90.0  █████████ │      20  ▁█▅▃▆▄
    ▲ Key-account visits         11         11  100.0  ██████████│      10  ··▃█▁·
    ● cold calls made            84        105   80.0  ████████  │      10  ··▃█▁·

    The total: 98.0 +3.0 −1.5 = 99.5.

    Not in yet: Sales revenue (5 values), New customers won (1 value), Key-account visits (1 value),
    cold calls made (1 value).

    [1] Why?   [2] Brief   [3] Sales revenue   [4] New customers won   [5] Win rate
    [6] Key-account visits   [7] cold calls made   [8] Company   [9] Period before

    > /kpi why Sales last month
    Sales, November 2026: 98.0. It is this sum: share of the whole × score = points.

                          Share  Score  Points
    ──────────────────────────────────────────
    ▲ Sales revenue         40%  105.0    42.0
    ▲ New customers won     20%  100.0    20.0
    ▲ Win rate              20%   90.0    18.0
    ▲ Key-account visits    10%  100.0    10.0
    ● cold calls made       10%   80.0     8.0
    Total                  100%           98.0

    By hand                    Points
    ─────────────────────────────────
    helped <b>Service</b> out    +3.0
    late / 迟交                  −1.5

    The total: 98.0 +3.0 −1.5 = 99.5.

    Grade A, given by hand.

    For five points more in total, any one of these is enough: Sales revenue at CN¥67,143 (+5.0); Win
    rate at 34.5% (+5.0).

    [1] Sales revenue   [2] New customers won   [3] Win rate   [4] Key-account visits
    [5] cold calls made
    """


@pytest.mark.parametrize("people", [("安娜",)])
@pytest.mark.usefixtures("closed")
@transcript
def test_points_given_by_hand_in_chinese() -> None:
    """
    > /kpi 为什么 销售 上月
    销售，2026年11月：98.0 分。算法：占比 × 得分 = 计分，相加即为总分。

                      占比   得分  计分
    ───────────────────────────────────
    ▲ 销售收入         40%  105.0  42.0
    ▲ 新增客户数       20%  100.0  20.0
    ▲ 赢单率           20%   90.0  18.0
    ▲ 大客户拜访次数   10%  100.0  10.0
    ● 电话邀约         10%   80.0   8.0
    合计              100%         98.0

    加减分事由   计分
    ─────────────────
    支援客服部   +3.0
    late / 迟交  −1.5

    总分：98.0 +3.0 −1.5 = 99.5 分。

    等级 A（人工评定）。

    想让总分提高 5 分，做到下面任意一项即可：销售收入达到 ¥67,143（+5.0）；赢单率达到 34.5%（+5.0）。

    [1] 销售收入   [2] 新增客户数   [3] 赢单率   [4] 大客户拜访次数   [5] 电话邀约
    """
