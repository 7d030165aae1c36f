"""`leaderboard`: the first places for everybody, one's own for oneself, and nobody who does not wish to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conversations.cards.leaderboard import public_card
from conversations.texts import texts_for
from conversations.view import Message, Run, Table
from kpi_engine.model.name import Language, Name
from kpi_engine.model.ranking import Board, Leaderboard, Place, Result
from kpi_engine.model.score import Subject, SubjectKind
from tests.chat import transcript
from tests.kpi_engine.measure.build import period
from tests.stage import RealStage


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Chen Zhe", "Thomas Berger")


@pytest.mark.usefixtures("demo")
@transcript
def test_a_leaderboard_in_english() -> None:
    """
    > /kpi leaderboard
    Departments, October 2026, by how far they reach their own targets:

    Place  Name                   Score               Moved  Progress   On target
    ─────────────────────────────────────────────────────────────────────────────
        1  ▲ HR & Administration  106.7  ██████████│    ↑ 2      +7.5  2 in a row
        2  ▲ E-commerce           102.3  ██████████│    ↓ 1      −1.2  8 in a row
        3  ▲ Marketing            100.3  ██████████│    ↑ 4      +2.5        once

    Most improved: HR & Administration, +7.5 on their own mean of three periods before.

    [1] Why?   [2] Period before

    Finance, October 2026: place 4 of 8 with 99.3, 4 places up. −1.0 on its own mean of three periods
    before. All values in 12 periods in a row.

    Sales, October 2026: place 6 of 8 with 97.9. +0.2 on its own mean of three periods before. All
    values in 7 periods in a row.

    [3] Rank people too

    > [Period before]
    Departments, September 2026, by how far they reach their own targets:

    Place  Name                   Score               Moved  Progress   On target
    ─────────────────────────────────────────────────────────────────────────────
        1  ▲ E-commerce           103.7  ██████████│    ↑ 1      +0.8  7 in a row
        2  ▲ Customer service     101.8  ██████████│    ↑ 4      +2.8        once
        3  ▲ HR & Administration  100.6  ██████████│    ↑ 4      +2.8        once

    Most improved: HR & Administration, +2.8 on their own mean of three periods before.

    [1] Why?   [2] Period before

    Sales, September 2026: place 6 of 8 with 95.8, 1 place down. −2.3 on its own mean of three periods
    before. All values in 6 periods in a row.

    Finance, September 2026: place 8 of 8 with 89.1, 7 places down. −13.4 on its own mean of three
    periods before. All values in 11 periods in a row.

    [3] Rank people too

    > /kpi leaderboard 2026-Q3
    Departments, Q3 2026, by how far they reach their own targets:

    Place  Name                Score               Moved  Progress   On target
    ──────────────────────────────────────────────────────────────────────────
        1  ▲ E-commerce        102.9  ██████████│    ↑ 1      +0.8  4 in a row
        2  ▲ Logistics         100.2  ██████████│    ↑ 1      −0.1  2 in a row
        3  ▲ Customer service   99.8  ██████████│    ↑ 1      +1.1

    Most improved: Sales, +2.8 on their own mean of three periods before.

    [1] Why?   [2] Period before

    Sales, Q3 2026: place 4 of 8 with 99.6, 3 places up. +2.8 on its own mean of three periods before,
    the best so far. All values in 2 periods in a row.

    Finance, Q3 2026: place 7 of 8 with 97.9, 1 place down. −3.8 on its own mean of three periods
    before. All values in 4 periods in a row.

    [3] Rank people too

    > /kpi leaderboard people
    ✗ There is no leaderboard of people here: the owner has not switched it on. Departments have theirs.

    Thomas Berger: /kpi leaderboard people on
    ✗ You can't do that; Chen Zhe (owner) can.

    Thomas Berger: /kpi leaderboard last month
    Departments, October 2026, by how far they reach their own targets:

    Place  Name                   Score               Moved  Progress   On target
    ─────────────────────────────────────────────────────────────────────────────
        1  ▲ HR & Administration  106.7  ██████████│    ↑ 2      +7.5  2 in a row
        2  ▲ E-commerce           102.3  ██████████│    ↓ 1      −1.2  8 in a row
        3  ▲ Marketing            100.3  ██████████│    ↑ 4      +2.5        once

    Most improved: HR & Administration, +7.5 on their own mean of three periods before.

    [1] Why?   [2] Period before

    Sales, October 2026: place 6 of 8 with 97.9. +0.2 on its own mean of three periods before. All
    values in 7 periods in a row.

    > /kpi leaderboard
    Departments, October 2026, by how far they reach their own targets:

    Place  Name                   Score               Moved  Progress   On target
    ─────────────────────────────────────────────────────────────────────────────
        1  ▲ HR & Administration  106.7  ██████████│    ↑ 2      +7.5  2 in a row
        2  ▲ E-commerce           102.3  ██████████│    ↓ 1      −1.2  8 in a row
        3  ▲ Marketing            100.3  ██████████│    ↑ 4      +2.5        once

    Most improved: HR & Administration, +7.5 on their own mean of three periods before.

    [1] Why?   [2] Period before

    Finance, October 2026: place 4 of 8 with 99.3, 4 places up. −1.0 on its own mean of three periods
    before. All values in 12 periods in a row.

    Sales, October 2026: place 6 of 8 with 97.9. +0.2 on its own mean of three periods before. All
    values in 7 periods in a row.

    [3] Rank people too

    > [Rank people too]
    ✓ There is a leaderboard of people now. Everybody sees the first places and their own; who does not
      want to stand there is left out.

    [1] Undo

    Thomas Berger: /kpi leaderboard last month
    Departments, October 2026, by how far they reach their own targets:

    Place  Name                   Score               Moved  Progress   On target
    ─────────────────────────────────────────────────────────────────────────────
        1  ▲ HR & Administration  106.7  ██████████│    ↑ 2      +7.5  2 in a row
        2  ▲ E-commerce           102.3  ██████████│    ↓ 1      −1.2  8 in a row
        3  ▲ Marketing            100.3  ██████████│    ↑ 4      +2.5        once

    Most improved: HR & Administration, +7.5 on their own mean of three periods before.

    People, October 2026: nobody is ranked yet. It takes 5 who can be compared, so that nobody is
    pointed at. 3 have enough values to be compared. 21 have no KPIs of their own, and nobody is ranked
    by their department's.

    [1] Why?   [2] Period before

    Sales, October 2026: place 6 of 8 with 97.9. +0.2 on its own mean of three periods before. All
    values in 7 periods in a row.

    You, October 2026: no place, as there are fewer than 5 to compare with. −6.8 on your own mean of
    three periods before. All values in 12 periods in a row.

    [3] Leave me out

    Thomas Berger: [Leave me out]
    ✓ You no longer stand on the leaderboard of people and are not counted there. You still see how you
      get on yourself.

    [1] Undo

    Thomas Berger: /kpi leaderboard people last month
    People, October 2026: nobody is ranked yet. It takes 5 who can be compared, so that nobody is
    pointed at. 2 have enough values to be compared. 21 have no KPIs of their own, and nobody is ranked
    by their department's. 1 has chosen not to stand here.

    [1] Period before

    You, October 2026: not on the board, as you chose. −6.8 on your own mean of three periods before.
    All values in 12 periods in a row.

    [2] Rank me again

    Thomas Berger: [Rank me again]
    ✓ You stand on the leaderboard of people again, once enough others do.

    [1] Undo

    > /kpi leaderboard people last month
    People, October 2026: nobody is ranked yet. It takes 5 who can be compared, so that nobody is
    pointed at. 3 have enough values to be compared. 21 have no KPIs of their own, and nobody is ranked
    by their department's.

    [1] Period before

    You, October 2026: no place, as there are fewer than 5 to compare with. −4.4 on your own mean of
    three periods before. All values in 12 periods in a row.

    [2] Leave me out   [3] No longer rank people

    > [No longer rank people]
    ✓ There is no leaderboard of people any more; departments still have theirs.

    [1] Undo

    > /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back the leaderboard of people (Harbour & Hill Trading)?
    [1] Yes   [2] No
    [Cancel]

    > /kpi leaderboard soon
    ✗ “soon” is no period that I know. Such as last month, 2026-10 or 2026-Q4.
    """


@pytest.mark.usefixtures("demo")
@transcript
def test_a_leaderboard_in_chinese() -> None:
    """
    > /kpi language zh
    ...

    > /kpi 排行榜
    部门排行，2026年10月（按各自目标的完成情况）：

    名次  名称           得分               名次变化  进步  连续达标
    ────────────────────────────────────────────────────────────────
       1  ▲ 人事行政部  106.7  ██████████│       ↑ 2  +7.5      2 期
       2  ▲ 电商部      102.3  ██████████│       ↓ 1  −1.2      8 期
       3  ▲ 市场部      100.3  ██████████│       ↑ 4  +2.5      1 期

    进步最大：人事行政部，比自己前三期平均 +7.5。

    [1] 为什么？   [2] 上一期

    财务部，2026年10月：第 4 名（共 8 名），99.3 分，上升 4 位。比自己前三期平均 −1.0。连续 12 期数据齐
    全。

    销售部，2026年10月：第 6 名（共 8 名），97.9 分。比自己前三期平均 +0.2。连续 7 期数据齐全。

    [3] 也排个人

    > /kpi 排行榜 上季度
    部门排行，2026年第3季度（按各自目标的完成情况）：

    名次  名称       得分               名次变化  进步  连续达标
    ────────────────────────────────────────────────────────────
       1  ▲ 电商部  102.9  ██████████│       ↑ 1  +0.8      4 期
       2  ▲ 物流部  100.2  ██████████│       ↑ 1  −0.1      2 期
       3  ▲ 客服部   99.8  ██████████│       ↑ 1  +1.1

    进步最大：销售部，比自己前三期平均 +2.8。

    [1] 为什么？   [2] 上一期

    销售部，2026年第3季度：第 4 名（共 8 名），99.6 分，上升 3 位。比自己前三期平均 +2.8，是迄今最好成
    绩。连续 2 期数据齐全。

    财务部，2026年第3季度：第 7 名（共 8 名），97.9 分，下降 1 位。比自己前三期平均 −3.8。连续 4 期数据
    齐全。

    [3] 也排个人

    > /kpi 排行榜 个人 开启
    ✓ 已开启个人排行榜：所有人都能看到前几名，其余的人只能看到自己的名次；不想上榜的可以退出。

    [1] 撤销

    > /kpi 排行榜 个人 上月
    个人排行，2026年10月：暂不排名。至少要有 5 人可以比，以免有人难堪。数据够、可以比的有 3 人。21 人没
    有个人指标，也不会用部门得分来排个人。

    [1] 上一期

    你，2026年10月：可比的不足 5 个，暂无名次。比自己前三期平均 −4.4。连续 12 期数据齐全。

    [2] 不参加排名   [3] 不再排个人

    > /kpi 排行榜 退出
    ✓ 你已退出个人排行榜，不再计入名次；自己的进展仍然可以看到。

    [1] 撤销

    > /kpi 排行榜 个人
    个人排行，2026年11月：暂不排名。至少要有 5 人可以比，以免有人难堪。数据够、可以比的有 2 人。21 人没
    有个人指标，也不会用部门得分来排个人。1 人选择不参加。

    [1] 上一期

    你，2026年11月：按你的选择，不参加排名。比自己前三期平均 +6.6。

    [2] 重新参加排名   [3] 不再排个人

    > /kpi 排行榜 下次
    ✗ 看不懂周期“下次”。可以写 上月、2026-10 或 2026-Q4。
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("Anna",)])
@transcript
def test_a_small_group_is_not_ranked() -> None:
    """
    > /kpi leaderboard
    Departments, November 2026: not ranked, as there are fewer than 5 of them. Each has their own
    progress in /kpi report.

    [1] Period before

    Departments are ranked here, people are not.

    [2] Rank people too
    """


@pytest.mark.usefixtures("demo")
def test_ones_own_place_is_for_oneself_alone(stage: RealStage) -> None:
    stage.type("Chen Zhe", "/kpi leaderboard")
    public, own = stage.shown["Chen Zhe"]

    assert isinstance(public, Message)
    assert isinstance(own, Message)
    assert (public.only_you, own.only_you) == (False, True)
    assert "Finance" in str(own.blocks)
    assert "place" not in str([block for block in public.blocks if not isinstance(block, Table)])


def test_equals_share_a_place_and_leagues_stand_apart() -> None:
    places = [_place(1, "99"), _place(2, "98"), _place(2, "98"), _place(1, "80", league=2)]
    board = Leaderboard(Board.TEAMS, period("2026-10"), 2, tuple(places), (), None, 5)
    tables = [
        block
        for block in public_card(texts_for(Language.EN, "CNY"), [board], {Board.TEAMS: 8}).blocks
        if isinstance(block, Table)
    ]

    assert [table.caption for table in tables] == ["League 1", "League 2"]
    assert [[row[0] for row in table.rows] for table in tables] == [["1", "2", "2"], ["1"]]


def test_people_are_told_apart_from_departments() -> None:
    board = Leaderboard(Board.PEOPLE, period("2026-10"), 1, (_place(1, "99"),), (), None, 5)
    said = public_card(texts_for(Language.ZH, "CNY"), [board], {Board.PEOPLE: 8})

    assert "个人排行" in str(said.blocks[0])
    assert [button.action for button in said.buttons] == [Run("why 2026-10"), Run("leaderboard 个人 2026-09")]


def _place(rank: int, score: str, league: int = 1) -> Place:
    subject = Subject(SubjectKind.DEPARTMENT, 1)
    result = Result(Decimal(score), Decimal(1))
    return Place(subject, Name.same("Sales"), result, None, False, 0, 0, rank=rank, league=league, of=9)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Chen Zhe",)])
def test_both_boards_are_of_one_period(stage: RealStage) -> None:
    said = stage.type("Chen Zhe", "/kpi settings leaderboard of people on", "/kpi leaderboard")
    assert "Departments, October 2026" in said
    assert "People, October 2026" in said


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Zhang Yue",)])
def test_the_day_has_the_target_of_the_month(stage: RealStage) -> None:
    assert "156 every month" in stage.type("Zhang Yue", "language English", "/kpi")
    assert "每月 156" in stage.type("Zhang Yue", "language 中文", "/kpi")
