"""Two-way tables are settled by chat: typed in a line or asked for, seen before they are agreed to, named by `why`."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Chen Zhe", "Lin Haoran", "Thomas Berger"


@pytest.mark.usefixtures("demo")
@transcript
def test_a_table_is_asked_for() -> None:
    """
    Lin Haoran: settings two-way tables Sales
    ── Two-way table ───────────────────────────────────────────────────────────────────────────────────
    Which KPI makes the rows?
    Such as revenue down and margin across: both KPIs then have the points of the cell in which their
    scores meet. To have no tables, type: settings two-way tables Sales none.
      1  Sales revenue
      2  New customers won
      3  Win rate
      4  Gross margin of sales
      5  Product training passed
    [Cancel]

    Lin Haoran: Win rate
    ── Two-way table ───────────────────────────────────────────────────────────────────────────────────
    Which KPI makes the columns?
      1  Sales revenue
      2  New customers won
      3  Gross margin of sales
      4  Product training passed
    [Back] [Cancel]

    Lin Haoran: Win rate
    ✗ “Win rate” is not among the choices.
    Which KPI makes the columns?
      1  Sales revenue
      2  New customers won
      3  Gross margin of sales
      4  Product training passed
    [Back] [Cancel]

    Lin Haoran: New customers won
    ── Two-way table ───────────────────────────────────────────────────────────────────────────────────
    Rows: Win rate. Columns: New customers won.

    From which scores of the first KPI on does the next row hold?
    Such as 80 100: under 80, 80 to under 100, 100 and more.
    [Back] [Cancel]

    Lin Haoran: 100 80
    ✗ The steps go from the lowest score to the highest.
    From which scores of the first KPI on does the next row hold?
    Such as 80 100: under 80, 80 to under 100, 100 and more.
    [Back] [Cancel]

    Lin Haoran: 80 100
    From which scores of the second KPI on does the next column hold?
    Such as 90: under 90, 90 and more.
    [Back] [Cancel]

    Lin Haoran: 90
    ── Two-way table ───────────────────────────────────────────────────────────────────────────────────
    Rows: Win rate. Columns: New customers won.

    That is 3 rows with 2 numbers each, from the lowest scores to the highest.

    How many points are in the cells?
    Row by row, such as 40 60; 70 80; 100 120.
    [Back] [Cancel]

    Lin Haoran: 40 60; 70 80
    ✗ There must be 3 rows with 2 numbers each, with semicolons between the rows.
    How many points are in the cells?
    Row by row, such as 40 60; 70 80; 100 120.
    [Back] [Cancel]

    Lin Haoran: 40 60; 70 80; 100 120
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    A two-way table: both KPIs have the points of the cell in which their scores meet.

    Win rate (rows) × New customers won (columns)
    Win rate         under 90  90 and more
    ──────────────────────────────────────
    under 80               40           60
    80 to under 100        70           80
    100 and more          100          120

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Back] [Cancel]

    Lin Haoran: 1 Oct
    ✗ 1 Oct 2026 is past. Please give a day from today on.
    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    [Back] [Cancel]

    Lin Haoran: today
    Why?
    [Back] [Cancel]

    Lin Haoran: no new business without winning it
    ── What it comes to ────────────────────────────────────────────────────────────────────────────────
    A two-way table: both KPIs have the points of the cell in which their scores meet.

    Win rate (rows) × New customers won (columns)
    Win rate         under 90  90 and more
    ──────────────────────────────────────
    under 80               40           60
    80 to under 100        70           80
    100 and more          100          120

    From 23 Nov 2026 on: no new business without winning it. What ends before then keeps what was
    agreed.

    As October 2026 would have come out, for 4 of 13:

                    Before          After
    ─────────────────────────────────────
    Sales       97.9 B × 1  106.3 A × 1.2
    Lin Haoran  97.9 B × 1  106.3 A × 1.2
    Xu Wenjing  97.9 B × 1  106.3 A × 1.2
    Guo Lei     97.9 B × 1  106.3 A × 1.2

    Shall it be so?
    [1] Yes   [2] No
    [Back] [Cancel]

    Lin Haoran: yes
    ✓ From 23 Nov 2026 on: 0 gates and 1 two-way table. Periods that end before then keep what was
      agreed.

    [1] Undo

    Lin Haoran: settings two-way tables Sales New customers won 90 × Sales revenue 100 = 50 80; 80 110
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    A two-way table: both KPIs have the points of the cell in which their scores meet.

    New customers won (rows) × Sales revenue (columns)
    New customers won  under 100  100 and more
    ──────────────────────────────────────────
    under 90                  50            80
    90 and more               80           110

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Cancel]

    Lin Haoran: today
    Why?
    [Back] [Cancel]

    Lin Haoran: revenue counts as well
    ── What it comes to ────────────────────────────────────────────────────────────────────────────────
    A two-way table: both KPIs have the points of the cell in which their scores meet.

    New customers won (rows) × Sales revenue (columns)
    New customers won  under 100  100 and more
    ──────────────────────────────────────────
    under 90                  50            80
    90 and more               80           110

    From 23 Nov 2026 on: revenue counts as well. What ends before then keeps what was agreed.

    As October 2026 would have come out, for 4 of 13:

                    Before         After
    ────────────────────────────────────
    Sales       97.9 B × 1  88.1 C × 0.8
    Lin Haoran  97.9 B × 1  88.1 C × 0.8
    Xu Wenjing  97.9 B × 1  88.1 C × 0.8
    Guo Lei     97.9 B × 1  88.1 C × 0.8

    Shall it be so?
    [1] Yes   [2] No
    [Back] [Cancel]

    Lin Haoran: yes
    ✓ From 23 Nov 2026 on: 0 gates and 1 two-way table. Periods that end before then keep what was
      agreed.

    [1] Undo

    Lin Haoran: [Undo]
    ✓ Taken back: gates and two-way tables (Sales).

    [1] My day

    Lin Haoran: win rate 2026-11 28%
    ✓ Thank you. I understood:

      KPI       Period         Value  Before
      ──────────────────────────────────────
      Win rate  November 2026    28%

    [1] Undo   [2] Report   [3] Why?

    Lin Haoran: why Sales
    Sales, November 2026: 96.5. It is this sum: share of the whole × score = points.

                         Share  Score  Points
    ─────────────────────────────────────────
    ▲ Sales revenue      46.1%  100.3    46.3
    ▲ New customers won  30.8%   95.5    29.4
    ▲ Win rate           23.1%   90.3    20.8
    Total                 100%           96.5

    Two-way table: Win rate 90.3 (80 to under 100) with New customers won 95.5 (90 and more) makes 80.0
    points for both.

    The total: 89.4 by the two-way tables.

    Grade C from 70 points on.

    76.5% of the weight has values. What is missing is left out, and the rest weighs more; it does not
    count as zero.

    [1] Sales revenue   [2] New customers won   [3] Win rate

    Lin Haoran: settings gates Sales Sales revenue 90
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    Gates: at most 90 until Sales revenue is met. The two-way table stays.

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Cancel]

    Lin Haoran: cancel
    Cancelled; nothing of /kpi settings has been changed.

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
    Team's share             0%
    Gates                    none
    Two-way tables           Sales
    Posts in channels        none

    Chen Zhe (owner) can change this.
    """


@pytest.mark.usefixtures("demo")
@transcript
def test_a_table_in_one_line() -> None:
    """
    > settings two-way tables Sales Win rate 80 100 × New customers won 90
    ✗ I can't read “Win rate 80 100 × New customers won 90” as a two-way table. Please write both KPIs
      with the scores from which each step begins, and the points in rows: Win rate 80 100 × Quotes sent
      90 = 40 60; 70 80; 100 120.

    > settings two-way tables Sales Win rate 80 100 × New customers won 90 = 40 60; 70 80
    ✗ A two-way table needs points in every cell: one row more than the row has levels, and one column
      more than the column has.

    > settings two-way tables Sales Win rate 80 × Churn 90 = 40 60; 70 80
    ✗ I can't read “Churn 90” as a two-way table. Please write both KPIs with the scores from which each
      step begins, and the points in rows: Win rate 80 100 × Quotes sent 90 = 40 60; 70 80; 100 120.

    > settings two-way tables Sales Win rate 80 100 × New customers won 90 = 40 60; 70 80; 100 120
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    A two-way table: both KPIs have the points of the cell in which their scores meet.

    Win rate (rows) × New customers won (columns)
    Win rate         under 90  90 and more
    ──────────────────────────────────────
    under 80               40           60
    80 to under 100        70           80
    100 and more          100          120

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Cancel]

    > today
    Why?
    [Back] [Cancel]

    > both or neither
    ── What it comes to ────────────────────────────────────────────────────────────────────────────────
    A two-way table: both KPIs have the points of the cell in which their scores meet.

    Win rate (rows) × New customers won (columns)
    Win rate         under 90  90 and more
    ──────────────────────────────────────
    under 80               40           60
    80 to under 100        70           80
    100 and more          100          120

    From 23 Nov 2026 on: both or neither. What ends before then keeps what was agreed.

    As October 2026 would have come out, for 4 of 32:

                    Before          After
    ─────────────────────────────────────
    Sales       97.9 B × 1  106.3 A × 1.2
    Lin Haoran  97.9 B × 1  106.3 A × 1.2
    Xu Wenjing  97.9 B × 1  106.3 A × 1.2
    Guo Lei     97.9 B × 1  106.3 A × 1.2

    Shall it be so?
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ✓ From 23 Nov 2026 on: 0 gates and 1 two-way table. Periods that end before then keep what was
      agreed.

    [1] Undo

    > settings two-way tables Sales none
    ── From when on ────────────────────────────────────────────────────────────────────────────────────
    No two-way tables.

    From which day on?
    Such as today, 1 Jan, next month. A period that this day falls into is counted by the new rules as a
    whole.
    ↵ 23 Nov 2026
    [Cancel]

    > today
    Why?
    [Back] [Cancel]

    > too hard to tell
    ── What it comes to ────────────────────────────────────────────────────────────────────────────────
    No two-way tables.

    From 23 Nov 2026 on: too hard to tell. What ends before then keeps what was agreed.

    In October 2026 it would have changed nothing for anybody.

    Shall it be so?
    [1] Yes   [2] No
    [Back] [Cancel]

    > yes
    ✓ From 23 Nov 2026 on: 0 gates and 0 two-way tables. Periods that end before then keep what was
      agreed.

    [1] Undo

    Thomas Berger: settings two-way tables Sales none
    ✗ You can't do that; Lin Haoran (head) or Chen Zhe (owner) can.
    """


@pytest.mark.usefixtures("demo")
@transcript
def test_a_table_in_chinese() -> None:
    """
    > /kpi language 中文
    ✓ 好的，以后用中文。

    [1] 今日待办

    > 设置 二维评分表 销售部
    ── 二维评分表 ──────────────────────────────────────────────────────────────────────────────────────
    表的行看哪项指标？
    二维评分表把两项指标交叉起来看，如销售额做行、毛利率做列，得分落在哪一格，就按哪一格计分。不再使用时
    输入：设置 二维评分表 销售部 无。
      1  销售收入
      2  新增客户数
      3  赢单率
      4  销售毛利率
      5  产品知识考核通过率
    [取消]

    > cancel
    已取消，/kpi 设置 没有任何改动。

    > 设置 二维评分表 销售部 赢单率 80 100 × 新增客户数 90 = 40 60；70 80；100 120
    ── 何时开始 ────────────────────────────────────────────────────────────────────────────────────────
    二维评分表：两项指标的得分交汇在哪一格，就都按哪一格计分。

    赢单率（行）× 新增客户数（列）
    赢单率          90 以下  90 及以上
    ──────────────────────────────────
    80 以下              40         60
    80 至 100 以下       70         80
    100 及以上          100        120

    从哪天起？
    如今天、1月1日、下个月。跨越生效日的周期，整期按新规则算。
    ↵ 2026年11月23日
    [取消]

    > 今天
    为什么？
    [返回] [取消]

    > 既要数量也要质量
    ── 影响 ────────────────────────────────────────────────────────────────────────────────────────────
    二维评分表：两项指标的得分交汇在哪一格，就都按哪一格计分。

    赢单率（行）× 新增客户数（列）
    赢单率          90 以下  90 及以上
    ──────────────────────────────────
    80 以下              40         60
    80 至 100 以下       70         80
    100 及以上          100        120

    自2026年11月23日起执行，原因：既要数量也要质量。此前结束的周期仍按原约定。

    按此计算，2026年10月的 32 份考核表中有 4 份不同：

                 之前          之后
    ───────────────────────────────
    销售部  97.9 B ×1  106.3 A ×1.2
    林浩然  97.9 B ×1  106.3 A ×1.2
    徐文静  97.9 B ×1  106.3 A ×1.2
    郭磊    97.9 B ×1  106.3 A ×1.2

    就这样定吗？
    [1] 是   [2] 否
    [返回] [取消]

    > 是
    ✓ 自2026年11月23日起：一票否决项 0 个，二维评分表 1 份。在此之前结束的周期不变。

    [1] 撤销

    > 为什么 销售部
    销售部，2026年11月：98.4 分。算法：占比 × 得分 = 计分，相加即为总分。

                  占比   得分  计分
    ───────────────────────────────
    ▲ 销售收入     60%  100.3  60.2
    ▲ 新增客户数   40%   95.5  38.2
    合计          100%         98.4

    总分：按二维评分表 100.3 分。

    目前有 58.8% 权重的数据。缺数据的指标不计入，也不按零分算，其余指标的占比相应提高。

    想让总分提高 5 分，做到下面任意一项即可：销售收入达到 ¥2,788,169（+5.0）；新增客户数达到 24
    （+5.5）。

    [1] 销售收入   [2] 新增客户数
    """
