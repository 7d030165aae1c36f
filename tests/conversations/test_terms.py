"""Grades, gates and the team's share are settled by chat, from a day on, once their effect was seen."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Chen Zhe", "Lin Haoran", "Thomas Berger"


@pytest.mark.usefixtures("demo")
@transcript
def test_grades_in_one_line_and_what_they_come_to() -> None:
    """
    > settings grades S 110 1.5, A 100 1.2, B 80 1, C 60 0.8, D 0 0.5
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    Grades: S from 110 (× 1.5), A from 100 (× 1.2), B from 80 (× 1), C from 60 (× 0.8), D below (× 0.5).

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Back] [Cancel]

    > 1 Dec
    Why?
    [Back] [Cancel]

    > agreed with all heads
    ── What it comes to ────────────────────────────────────────────────────────────────────────────────
    Grades: S from 110 (× 1.5), A from 100 (× 1.2), B from 80 (× 1), C from 60 (× 0.8), D below (× 0.5).

    From 1 Dec 2026 on: agreed with all heads. What ends before then keeps what was agreed.

    As October 2026 would have come out, for 3 of 32:

                      Before       After
    ────────────────────────────────────
    Logistics   88.8 C × 0.8  88.8 B × 1
    Wu Jianguo  88.8 C × 0.8  88.8 B × 1
    Cao Na      88.8 C × 0.8  88.8 B × 1

    Shall it be so?
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ✓ From 1 Dec 2026 on: S from 110 (× 1.5), A from 100 (× 1.2), B from 80 (× 1), C from 60 (× 0.8), D
      (× 0.5); totals are from 0 to 120. Periods that end before then keep what was agreed.

    [1] Undo

    > settings grades
    ── Grades ──────────────────────────────────────────────────────────────────────────────────────────
    Grades: S from 110 (× 1.5), A from 100 (× 1.2), B from 90 (× 1), C from 70 (× 0.8), D below (× 0).

    Which grades are there?
    Each with the points from which on, and its coefficient, such as S 110 1.5, A 100 1.2, B 80 1, C
    0.5.
    [Cancel]

    > A 90 1.2, B, C 0.5
    ✗ I can't read “B” as a grade. Each has a name, the points from which on, and a coefficient: A 100
      1.2.
    Which grades are there?
    Each with the points from which on, and its coefficient, such as S 110 1.5, A 100 1.2, B 80 1, C
    0.5.
    [Cancel]

    > A 100 1.2, B 100 1, C 0.5
    ✗ Grades go from the best to the worst, each with a name of its own and from fewer points than the
      one before; the last has none, as it is for all the rest.
    Which grades are there?
    Each with the points from which on, and its coefficient, such as S 110 1.5, A 100 1.2, B 80 1, C
    0.5.
    [Cancel]

    > A 100 120%, B 80 1, C 0.5
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    Grades: A from 100 (× 1.2), B from 80 (× 1), C below (× 0.5).

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Back] [Cancel]

    > back
    ── Grades ──────────────────────────────────────────────────────────────────────────────────────────
    Grades: S from 110 (× 1.5), A from 100 (× 1.2), B from 90 (× 1), C from 70 (× 0.8), D below (× 0).

    Which grades are there?
    Each with the points from which on, and its coefficient, such as S 110 1.5, A 100 1.2, B 80 1, C
    0.5.
    ↵ A 100 1.2, B 80 1, C 0.5
    [Cancel]

    > cancel
    Cancelled; nothing of /kpi settings has been changed.

    > undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back grades (Harbour & Hill Trading)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: grades (Harbour & Hill Trading).

    [1] My day

    Thomas Berger: settings grades A 90 1, B 0.5
    ✗ You can't do that; Chen Zhe (owner) can.
    """


@pytest.mark.usefixtures("demo")
@transcript
def test_the_teams_share_and_gates_of_a_department() -> None:
    """
    > settings team share 130%
    ── Team's share ────────────────────────────────────────────────────────────────────────────────────
    ✗ 100% at most, please.
    How much of everybody's score is their department's?
    Such as 30%; 0% is none.
    [Back] [Cancel]

    > 30%
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    30% of the score of everybody with KPIs of their own is their department's.

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Back] [Cancel]

    > today
    Why?
    [Back] [Cancel]

    > we win together
    ── What it comes to ────────────────────────────────────────────────────────────────────────────────
    30% of the score of everybody with KPIs of their own is their department's.

    From 23 Nov 2026 on: we win together. What ends before then keeps what was agreed.

    As October 2026 would have come out, for 3 of 32:

                       Before       After
    ─────────────────────────────────────
    Chen Zhe       93.8 B × 1  95.2 B × 1
    Thomas Berger  95.4 B × 1  96.1 B × 1
    Feng Tao       98.7 B × 1  95.7 B × 1

    Shall it be so?
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ✓ From 23 Nov 2026 on: the team's score is 30% of everybody's. Periods that end before then keep
      what was agreed.

    [1] Undo

    Lin Haoran: settings team share Finance 10%
    ✗ You can't do that; Qian Huimin (head) or Chen Zhe (owner) can.

    Lin Haoran: settings team share Sales 10%
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    10% of the score of everybody with KPIs of their own is what Sales scores.

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Back] [Cancel]

    Lin Haoran: next month
    Why?
    [Back] [Cancel]

    Lin Haoran: sales is sales
    ── What it comes to ────────────────────────────────────────────────────────────────────────────────
    10% of the score of everybody with KPIs of their own is what Sales scores.

    From 1 Dec 2026 on: sales is sales. What ends before then keeps what was agreed.

    As October 2026 would have come out, for 2 of 13:

                       Before       After
    ─────────────────────────────────────
    Chen Zhe       93.8 B × 1  94.3 B × 1
    Thomas Berger  95.4 B × 1  95.6 B × 1

    Shall it be so?
    [1] Yes   [2] No
    [Back] [Cancel]

    Lin Haoran: no
    Nothing was changed.

    Lin Haoran: settings gates Sales none of it
    ✗ I understood all but “none of it”. Please leave that out, or put it another way.

    Lin Haoran: settings gates Sales
    ── Gates ───────────────────────────────────────────────────────────────────────────────────────────
    Which KPIs cap the total until they are met?
      1  Sales revenue
      2  New customers won
      3  Win rate
      4  Gross margin of sales
      5  Product training passed
    ↵ –
    [Skip] [Cancel]

    Lin Haoran: 1
    By which KPIs is the total multiplied?
    By their score: at 50 the total is halved.
      1  Sales revenue
      2  New customers won
      3  Win rate
      4  Gross margin of sales
      5  Product training passed
    ↵ –
    [Back] [Skip] [Cancel]

    Lin Haoran: skip
    ── Gates ───────────────────────────────────────────────────────────────────────────────────────────
    What is the total at most, until they are met?
    ↵ 100
    [Back] [Cancel]

    Lin Haoran: 90
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    Gates: at most 90 until Sales revenue is met.

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Back] [Cancel]

    Lin Haoran: today
    Why?
    [Back] [Cancel]

    Lin Haoran: it comes first
    ── What it comes to ────────────────────────────────────────────────────────────────────────────────
    Gates: at most 90 until Sales revenue is met.

    From 23 Nov 2026 on: it comes first. What ends before then keeps what was agreed.

    As October 2026 would have come out, for 4 of 13:

                    Before       After
    ──────────────────────────────────
    Sales       97.9 B × 1  90.0 B × 1
    Lin Haoran  97.9 B × 1  90.0 B × 1
    Xu Wenjing  97.9 B × 1  90.0 B × 1
    Guo Lei     97.9 B × 1  90.0 B × 1

    Shall it be so?
    [1] Yes   [2] No
    [Back] [Cancel]

    Lin Haoran: yes
    ✓ From 23 Nov 2026 on: 1 gate and 0 two-way tables. Periods that end before then keep what was
      agreed.

    [1] Undo

    Lin Haoran: settings
    How Harbour & Hill Trading counts and works.

    Working days             Monday, Tuesday, Wednesday, Thursday and Friday
    Holidays                 none kept
    Time zone                Asia/Shanghai
    Currency                 Chinese Yuan
    Fiscal year              begins in January
    Leaderboard of people    Off
    Leaderboard from         5 with a score
    Leaderboard shows        the first 3 places
    Leaderboard covers       This month
    Small company            On (by the number of people: below 30, fewer KPIs)
    Hours for messages       09:00 – 18:00
    Values are asked for at  16:00
    Messages a week          at most 5 each
    Values missed are told   after 2 in a row, where somebody has agreed
    Grades                   S, A, B, C and D
    Team's share             30%
    Gates                    Sales
    Two-way tables           none
    Posts in channels        none

    Chen Zhe (owner) can change this.

    Lin Haoran: settings gates Sales none
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    No gates.

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Cancel]

    Lin Haoran: cancel
    Cancelled; nothing of /kpi settings has been changed.
    """


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("钱慧敏", "陈喆")], ids=["zh"])
@transcript
def test_the_same_in_chinese() -> None:
    """
    陈喆: 语言 中文
    ✓ 好的，以后用中文。

    [1] 今日待办

    陈喆: 设置 等级 优秀 100分以上 1.2，合格 80 1，待改进 0.5
    ── 何时开始 ────────────────────────────────────────────────────────────────────────────────────────
    绩效等级：优秀 100 分以上（系数 1.2）、合格 80 分以上（系数 1）、待改进 其余（系数 0.5）。

    从哪天起？
    如今天、1月1日、下个月。跨越生效日的周期，整期按新规则算。
    ↵ 2026年11月23日
    [返回] [取消]

    陈喆: 今天
    为什么？
    [返回] [取消]

    陈喆: 与公司制度一致
    ── 影响 ────────────────────────────────────────────────────────────────────────────────────────────
    绩效等级：优秀 100 分以上（系数 1.2）、合格 80 分以上（系数 1）、待改进 其余（系数 0.5）。

    自2026年11月23日起执行，原因：与公司制度一致。此前结束的周期仍按原约定。

    按此计算，2026年10月的 32 份考核表中有 32 份不同（仅列前 12 份）：

                           之前             之后
    ────────────────────────────────────────────
    销售部            97.9 B ×1     97.9 合格 ×1
    市场部         100.3 A ×1.2  100.3 优秀 ×1.2
    客服部            98.3 B ×1     98.3 合格 ×1
    采购部            93.8 B ×1     93.8 合格 ×1
    物流部          88.8 C ×0.8     88.8 合格 ×1
    电商部         102.3 A ×1.2  102.3 优秀 ×1.2
    财务部            99.3 B ×1     99.3 合格 ×1
    人事行政部     106.7 A ×1.2  106.7 优秀 ×1.2
    陈喆              93.8 B ×1     93.8 合格 ×1
    林浩然            97.9 B ×1     97.9 合格 ×1
    托马斯·贝格尔     95.4 B ×1     95.4 合格 ×1
    徐文静            97.9 B ×1     97.9 合格 ×1

    就这样定吗？
    [1] 是   [2] 否
    [返回] [取消]

    陈喆: 是
    ✓ 自2026年11月23日起：优秀 100 分起（系数 1.2），合格 80 分起（系数 1），待改进（系数 0.5）；总分在
      0 到 120 分之间。在此之前结束的周期不变。

    [1] 撤销

    陈喆: 设置 团队占比 财务部 20%
    ── 何时开始 ────────────────────────────────────────────────────────────────────────────────────────
    有个人指标的成员，得分中 20% 来自部门得分（财务部）。

    从哪天起？
    如今天、1月1日、下个月。跨越生效日的周期，整期按新规则算。
    ↵ 2026年11月23日
    [返回] [取消]

    陈喆: 取消
    已取消，/kpi 设置 没有任何改动。

    > 设置 否决项 财务部 无
    ── 何时开始 ────────────────────────────────────────────────────────────────────────────────────────
    没有一票否决项。

    从哪天起？
    如今天、1月1日、下个月。跨越生效日的周期，整期按新规则算。
    ↵ 2026年11月23日
    [取消]

    > 下个月
    为什么？
    [返回] [取消]

    > 暂不设否决项
    ── 影响 ────────────────────────────────────────────────────────────────────────────────────────────
    没有一票否决项。

    自2026年12月1日起执行，原因：暂不设否决项。此前结束的周期仍按原约定。

    按此计算，2026年10月的结果没有变化。

    就这样定吗？
    [1] 是   [2] 否
    [返回] [取消]

    > 是
    ✓ 自2026年12月1日起：一票否决项 0 个，二维评分表 0 份。在此之前结束的周期不变。

    [1] 撤销
    """
