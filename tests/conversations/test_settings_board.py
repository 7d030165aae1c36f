"""How leaderboards are made: one topic of the settings, obeyed from the next look on."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Chen Zhe", "Thomas Berger"


@pytest.mark.usefixtures("demo")
@transcript
def test_the_owner_settles_leaderboards() -> None:
    """
    > /kpi settings leaderboard
    How the leaderboards of Harbour & Hill Trading are made.

    Leaderboard of people  Off
    Leaderboard from       5 with a score
    Leaderboard shows      the first 3 places
    Leaderboard covers     This month

    Press one to change it, or type it, such as /kpi settings leaderboard top 4.

    [1] Leaderboard of people   [2] Leaderboard from   [3] Leaderboard shows   [4] Leaderboard covers

    > [Leaderboard shows]
    ── Leaderboard shows ───────────────────────────────────────────────────────────────────────────────
    How many of the first places does everybody see?
    Beyond them, each sees only their own place; the last is never shown.
    [Cancel]

    > 4
    ✗ Where 5 are ranked, at most the first 3 are shown to everybody: two at least stay behind them, so
      that nobody is known to be the last.
    How many of the first places does everybody see?
    Beyond them, each sees only their own place; the last is never shown.
    [Cancel]

    > 2
    ✓ Everybody sees the first 2 places and their own, and never the last one.

    [1] Undo   [2] Settings

    > /kpi leaderboard 2026-10
    Departments, October 2026, by how far they reach their own targets:

    Place  Name                   Score               Moved  Progress   On target
    ─────────────────────────────────────────────────────────────────────────────
        1  ▲ HR & Administration  106.7  ██████████│    ↑ 2      +7.5  2 in a row
        2  ▲ E-commerce           102.3  ██████████│    ↓ 1      −1.2  8 in a row

    Most improved: HR & Administration, +7.5 on their own mean of three periods before.

    [1] Why?   [2] Period before

    Finance, October 2026: place 4 of 8 with 99.3, 4 places up. −1.0 on its own mean of three periods
    before. All values in 12 periods in a row.

    Sales, October 2026: place 6 of 8 with 97.9. +0.2 on its own mean of three periods before. All
    values in 7 periods in a row.

    [3] Rank people too

    > settings leaderboard covers last month
    ✓ A leaderboard is of the month before, unless a period is named.

    [1] Undo   [2] Settings

    > settings leaderboard minimum 9
    ✓ There are ranks once 9 have a score; with fewer, each sees their own progress, and nobody's place.

    [1] Undo   [2] Settings

    > /kpi leaderboard
    Departments, October 2026: not ranked, as there are fewer than 9 of them. Each has their own
    progress in /kpi report.

    [1] Period before

    Finance, October 2026: no place, as there are fewer than 9 to compare with. −1.0 on its own mean of
    three periods before. All values in 12 periods in a row.

    Sales, October 2026: no place, as there are fewer than 9 to compare with. +0.2 on its own mean of
    three periods before. All values in 7 periods in a row.

    [2] Rank people too

    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back a change of settings (Leaderboard from)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: a change of settings (Leaderboard from).

    [1] My day

    > settings leaderboard minimum 4
    ── Leaderboard from ────────────────────────────────────────────────────────────────────────────────
    ✗ At least 5, please.
    From how many on shall they be ranked?
    From 5 to 50 with a score: of fewer than five, each would be pointed at.
    [Cancel]

    > 6
    ✓ There are ranks once 6 have a score; with fewer, each sees their own progress, and nobody's place.

    [1] Undo   [2] Settings

    > settings leaderboard quarterly
    ── Leaderboard of people ───────────────────────────────────────────────────────────────────────────
    ✗ “quarterly” is not among the choices.
    Shall people be ranked?
    By attainment; everybody sees the first places and, beyond them, only their own. One may stay out of
    it.
      1  On
      2  Off
    [Cancel]

    > settings leaderboard top 5
    “/kpi settings leaderboard quarterly” is left; nothing of it has been written down. Now to what you
    typed:

    ── Leaderboard shows ───────────────────────────────────────────────────────────────────────────────
    ✗ Where 6 are ranked, at most the first 4 are shown to everybody: two at least stay behind them, so
      that nobody is known to be the last.
    How many of the first places does everybody see?
    Beyond them, each sees only their own place; the last is never shown.
    [Cancel]

    > cancel
    Cancelled; nothing of /kpi settings has been changed.

    Thomas Berger: settings leaderboard
    How the leaderboards of Harbour & Hill Trading are made.

    Leaderboard of people  Off
    Leaderboard from       6 with a score
    Leaderboard shows      the first 2 places
    Leaderboard covers     Last month

    Chen Zhe (owner) can change this.

    Thomas Berger: settings leaderboard top 1
    ✗ You can't do that; Chen Zhe (owner) can.
    """


@pytest.mark.usefixtures("demo")
@transcript
def test_the_owner_settles_leaderboards_in_chinese() -> None:
    """
    > /kpi language 中文
    ✓ 好的，以后用中文。

    [1] 今日待办

    > /kpi 设置 排行榜
    海岳贸易的排行榜设置

    个人排行榜  关闭
    排行榜人数  有得分的满 5 个才排名
    排行榜名次  公布前 3 名
    排行榜周期  本月

    点按钮即可修改，也可直接输入，如 /kpi 设置 排行榜名次 4。

    [1] 个人排行榜   [2] 排行榜人数   [3] 排行榜名次   [4] 排行榜周期

    > [排行榜周期]
    ── 排行榜周期 ──────────────────────────────────────────────────────────────────────────────────────
    没有指明时，看哪个周期？
      1  本月    还排不出名次时看上月
      2  上月
      3  本季度  还排不出名次时看上季度
    [取消]

    > 本季度
    ✓ 以后没有指明周期时，排行榜看本季度；本季度还排不出名次时看上季度。

    [1] 撤销   [2] 设置

    > /kpi 排行榜
    部门排行，2026年第4季度（按各自目标的完成情况）：

    名次  名称           得分               名次变化  进步  连续达标
    ────────────────────────────────────────────────────────────────
       1  ▲ 人事行政部  106.4  ██████████│       ↑ 4  +6.9      1 期
       2  ▲ 电商部      104.2  ██████████│       ↓ 1  +2.5      5 期
       3  ▲ 市场部      100.0  ██████████│       ↑ 5  +3.9      1 期

    进步最大：人事行政部，比自己前三期平均 +6.9。

    [1] 为什么？   [2] 上一期

    财务部，2026年第4季度：第 5 名（共 8 名），98.3 分，上升 2 位。比自己前三期平均 −3.4。连续 5 期数据
    齐全。

    销售部，2026年第4季度：第 5 名（共 8 名），98.3 分，下降 1 位。比自己前三期平均 +0.3。

    [3] 也排个人

    > 设置 排行榜至少 8
    ✓ 以后有得分的满 8 个才排名；不足时只看各自的进展，不排名次。

    [1] 撤销   [2] 设置

    > 设置 排行榜名次 7
    ── 排行榜名次 ──────────────────────────────────────────────────────────────────────────────────────
    ✗ 满 8 个才排名时，最多公布前 6 名：后面至少留两名，免得谁都知道谁是最后一名。
    公布前几名？
    其余的人只能看到自己的名次，最后一名从不公布。
    [取消]

    > 2
    ✓ 以后公布前 2 名，其余的人只能看到自己的名次，最后一名从不公布。

    [1] 撤销   [2] 设置

    > 设置 排行榜
    海岳贸易的排行榜设置

    个人排行榜  关闭
    排行榜人数  有得分的满 8 个才排名
    排行榜名次  公布前 2 名
    排行榜周期  本季度

    点按钮即可修改，也可直接输入，如 /kpi 设置 排行榜名次 4。

    [1] 个人排行榜   [2] 排行榜人数   [3] 排行榜名次   [4] 排行榜周期
    """
