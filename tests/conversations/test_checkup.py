"""The check in a chat: what is wrong, buttons that mend it, and what is to be left alone."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage


class TestInEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "Anna", "Tom"

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_department_without_kpis_is_to_be_built(self) -> None:
        """
        > /kpi members add Tom, Service, member
        ...
        > /kpi check Service
        There are no KPIs here yet. The head or the owner can begin with /kpi build.

        [1] Build a department's KPIs

        > [Build a department's KPIs]
        ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
        What is Service there for? Each of its KPIs belongs to a company goal.

        Which company goal does it serve most?
          1  Grow revenue by 20 % within a year
          2  Halve quality complaints
        Or in your own words
        [Back] [Cancel]

        > cancel
        ...
        > /kpi 体检 Warehouse
        There are no KPIs here yet. The head or the owner can begin with /kpi build.

        [1] Build a department's KPIs

        Tom: /kpi check Service
        ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
          and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
          your heads and the owner see your own scores; everybody sees those of departments.

        [1] My day   [2] Help

        There are no KPIs here yet. The head or the owner can begin with /kpi build.
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_department_is_looked_at(self) -> None:
        """
        > /kpi check
        Harbour Trading: one error, 4 warnings, 4 hints.

        Sales
        1. Error: For cold calls made, where its number comes from is still to be said. Name the system or
        list that it is taken from. If there is none, measure something easier.
        2. Warning: Sales lacks this part of the balanced scorecard: learning and growth. Add one, such as
        Product training passed, Improvements adopted or Customer records complete.
        3. Warning: Sales revenue can be had at the expense of something else, and no KPI beside it would
        show that. Add one that would show it, such as Gross margin of sales.
        4. Warning: New customers won can be had at the expense of something else, and no KPI beside it
        would show that. Add one that would show it, such as Gross margin of sales.
        5. Warning: Key-account visits can be had at the expense of something else, and no KPI beside it
        would show that. Add one that would show it, such as Key-account retention.
        6. Hint: Key-account visits counts what is done (“visits”), not what comes of it. Measure the result
        that it is done for.
        … and 1 more

        Harbour Trading
        7. Hint: No KPI uses the strength “fast quotes”. Add a KPI for it, such as First-contact resolution,
        Days from drop-off to pick-up or Throughput rate.
        8. Hint: No KPI repairs the weakness “late deliveries”. Add a KPI for it, such as On-time delivery,
        Delivery to first promise or On time in full.

        Service and Warehouse have no KPIs yet. The head or the owner can begin with /kpi build Service.

        5 KPIs are new. Once they have values, from 11 Jan 2027 on, I look at whether their targets can be
        reached and whether they need a plan.

        [1] 1: name the source   [2] 2: add a KPI   [3] 3: add a KPI   [4] 4: add a KPI   [5] 5: add a KPI
        [6] 6: change it   [7] 7: add a KPI   [8] 8: add a KPI   [9] Sales: all 7
        [10] Build a department's KPIs

        > [Sales: all 7]
        Sales: one error, 4 warnings, 2 hints.

        Error
        1. For cold calls made, where its number comes from is still to be said. Name the system or list
        that it is taken from. If there is none, measure something easier.

        Warning
        2. Sales lacks this part of the balanced scorecard: learning and growth. Add one, such as Product
        training passed, Improvements adopted or Customer records complete.
        3. Sales revenue can be had at the expense of something else, and no KPI beside it would show that.
        Add one that would show it, such as Gross margin of sales.
        4. New customers won can be had at the expense of something else, and no KPI beside it would show
        that. Add one that would show it, such as Gross margin of sales.
        5. Key-account visits can be had at the expense of something else, and no KPI beside it would show
        that. Add one that would show it, such as Key-account retention.

        Hint
        6. Key-account visits counts what is done (“visits”), not what comes of it. Measure the result that
        it is done for.
        7. cold calls made counts what is done (“calls”), not what comes of it. Measure the result that it
        is done for.

        5 KPIs are new. Once they have values, from 11 Jan 2027 on, I look at whether their targets can be
        reached and whether they need a plan.

        [1] 1: name the source   [2] 2: add a KPI   [3] 3: add a KPI   [4] 4: add a KPI   [5] 5: add a KPI
        [6] 6: change it   [7] 7: change it   [8] Mute one   [9] Whole company

        > [Whole company]
        Harbour Trading: one error, 4 warnings, 4 hints.

        Sales
        1. Error: For cold calls made, where its number comes from is still to be said. Name the system or
        list that it is taken from. If there is none, measure something easier.
        2. Warning: Sales lacks this part of the balanced scorecard: learning and growth. Add one, such as
        Product training passed, Improvements adopted or Customer records complete.
        3. Warning: Sales revenue can be had at the expense of something else, and no KPI beside it would
        show that. Add one that would show it, such as Gross margin of sales.
        4. Warning: New customers won can be had at the expense of something else, and no KPI beside it
        would show that. Add one that would show it, such as Gross margin of sales.
        5. Warning: Key-account visits can be had at the expense of something else, and no KPI beside it
        would show that. Add one that would show it, such as Key-account retention.
        6. Hint: Key-account visits counts what is done (“visits”), not what comes of it. Measure the result
        that it is done for.
        … and 1 more

        Harbour Trading
        7. Hint: No KPI uses the strength “fast quotes”. Add a KPI for it, such as First-contact resolution,
        Days from drop-off to pick-up or Throughput rate.
        8. Hint: No KPI repairs the weakness “late deliveries”. Add a KPI for it, such as On-time delivery,
        Delivery to first promise or On time in full.

        Service and Warehouse have no KPIs yet. The head or the owner can begin with /kpi build Service.

        5 KPIs are new. Once they have values, from 11 Jan 2027 on, I look at whether their targets can be
        reached and whether they need a plan.

        [1] 1: name the source   [2] 2: add a KPI   [3] 3: add a KPI   [4] 4: add a KPI   [5] 5: add a KPI
        [6] 6: change it   [7] 7: add a KPI   [8] 8: add a KPI   [9] Sales: all 7
        [10] Build a department's KPIs
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_finding_is_left_alone_and_told_again(self) -> None:
        """
        > /kpi check mute cold calls made: no source
        ── To be left alone ────────────────────────────────────────────────────────────────────────────────
        Why is it meant to be so?
        Others read this beside the finding.
        [Back] [Cancel]

        > We count them by hand
        ✓ The check leaves this alone from now on: cold calls made, no source. Why: We count them by hand

        [1] Undo

        > /kpi check cold calls made
        cold calls made: no error, no warning, one hint. Muted: 1.

        Hint
        1. cold calls made counts what is done (“calls”), not what comes of it. Measure the result that it
        is done for.

        Muted
        2. For cold calls made, where its number comes from is still to be said. Anna: We count them by hand

        cold calls made is new. Once it has values, from 11 Jan 2027 on, I look at whether its target can be
        reached and whether it needs a plan.

        [1] 1: change it   [2] Unmute 2   [3] Mute one   [4] Whole company

        > [Unmute 2]
        ✓ The check tells this again: cold calls made, no source.

        [1] Undo

        > /kpi undo
        ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
        Take back what the check is to tell again (cold calls made)?
        [1] Yes   [2] No
        [Cancel]

        > yes
        ✓ Taken back: what the check is to tell again (cold calls made).

        [1] My day

        > /kpi check mute nonsense
        ── To be left alone ────────────────────────────────────────────────────────────────────────────────
        ✗ “nonsense” is not among the choices.
        Which finding?
          1  cold calls made: no source
          2  Sales revenue: can be gamed
          3  New customers won: can be gamed
          4  Key-account visits: can be gamed
          5  Key-account visits: activity, not result
          6  cold calls made: activity, not result
        [Cancel]

        > cancel
        Cancelled; nothing of /kpi check has been changed.

        > /kpi check fix stale#kpi:1
        ✗ That is no longer so: somebody has mended it, or it is well by now. /kpi check shows what is left.
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_button_mends_it(self) -> None:
        """
        > /kpi build Service
        ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
        What is Service there for? Each of its KPIs belongs to a company goal.

        Which company goal does it serve most?
          1  Grow revenue by 20 % within a year
          2  Halve quality complaints
        Or in your own words
        [Back] [Cancel]

        > 1
        What does it add to that goal?
        One sentence, such as: win 40 new customers and keep the old ones.
        [Back] [Cancel]

        > Answer fast
        ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
        These fit Service, best first, each with the reason why I suggest it.

        Which of these will you be measured by?
        Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
        › 1  First-contact resolution  usual in Customer service; serves “Answer fast”
        › 2  Customer satisfaction     usual in Customer service; serves “Halve quality complaints”
        › 3  Complaint closure rate    usual in Customer service; serves “Answer fast”
        › 4  First response time       usual in Customer service; serves “Answer fast”
        › 5  Service check score       usual in Customer service; serves “Halve quality complaints”
        Or your own
        ↵ First-contact resolution, Customer satisfaction, Complaint closure rate, First response time, Ser…
        [Back] [Cancel]

        > Complaints handled late, Late complaints handled
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        Complaints handled late is new to me. A few quick questions about how it is counted.

        What is good?
          1  Higher is better
        › 2  Lower is better
          3  Within a range
          4  Something else    none at all, at least, by a day, yes or no, levels
        ↵ Lower is better
        [Back] [Cancel]

        > The more the better
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        You chose “higher is better” for Complaints handled late. By its name I would have guessed the
        opposite. The score depends on it: which do you mean?

        Which is better?
          1  Higher is better
          2  Lower is better
        [Back] [Cancel]

        > The more the better
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        What is it counted in?
          1  A count           visits, orders, complaints
          2  Money
          3  Percent
          4  A ratio           turns a year, times
          5  A score           points, stars
          6  A length of time  days, hours
        [Back] [Cancel]

        > A count
        How often is a value entered?
          1  Every working day
          2  Every week
        › 3  Every month
          4  Every quarter
          5  Every half-year
          6  Every year
          7  Never: it is computed  from other KPIs
        ↵ Every month
        [Back] [Cancel]

        > Every week
        Where does the number come from?
        The list, papers or program it is taken from. Skip it if that is still open.
          1  Customer list or CRM
          2  Accounting system
          3  A list that we keep
          4  Orders and invoices
          5  The program we work with
          6  Asking customers or staff
        Or in your own words
        ↵ –
        [Back] [Skip] [Cancel]

        > skip
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        Late complaints handled is new to me. A few quick questions about how it is counted.

        What is good?
        › 1  Higher is better
          2  Lower is better
          3  Within a range
          4  Something else    none at all, at least, by a day, yes or no, levels
        ↵ Higher is better
        [Back] [Cancel]

        > 4
        What is good, then?
          1  As near to the target as can be
          2  At least the target
          3  At most the target
          4  None at all
          5  Reached by a day
          6  Done or not done
          7  By levels
        [Back] [Cancel]

        > 4
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        You chose “none at all” for Late complaints handled. By its name I would have guessed the opposite.
        The score depends on it: which do you mean?

        Which is better?
          1  Higher is better
          2  None at all
        [Back] [Cancel]

        > 3, 3
        ✗ “3, 3” is not among the choices.
        Which is better?
          1  Higher is better
          2  None at all
        [Back] [Cancel]

        > All the same
        ✗ “All the same” is not among the choices.
        Which is better?
          1  Higher is better
          2  None at all
        [Back] [Cancel]

        > skip
        ✗ This one can't be skipped.
        Which is better?
          1  Higher is better
          2  None at all
        [Back] [Cancel]

        > yes
        ✗ “yes” is not among the choices.
        Which is better?
          1  Higher is better
          2  None at all
        [Back] [Cancel]

        > /kpi check Service
        There are no KPIs here yet. The head or the owner can begin with /kpi build.

        [1] Build a department's KPIs

        > [Fix 1]
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        You chose “none at all” for Late complaints handled. By its name I would have guessed the opposite.
        The score depends on it: which do you mean?

        ✗ “[Fix 1]” is not among the choices.
        Which is better?
          1  Higher is better
          2  None at all
        [Back] [Cancel]

        > /kpi check Service
        There are no KPIs here yet. The head or the owner can begin with /kpi build.

        [1] Build a department's KPIs

        > [3: Late complaints handled]
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        You chose “none at all” for Late complaints handled. By its name I would have guessed the opposite.
        The score depends on it: which do you mean?

        ✗ “[3: Late complaints handled]” is not among the choices.
        Which is better?
          1  Higher is better
          2  None at all
        [Back] [Cancel]

        > /kpi check fix source_missing#kpi:7
        ✗ That is no longer so: somebody has mended it, or it is well by now. /kpi check shows what is left.
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_who_may_not_mend_it_is_shown_no_button(self) -> None:
        """
        > /kpi members add Tom, Sales, member, 100%
        ✓ Tom is added (member), by share of time: Sales 100%.

        [1] Add another   [2] Undo

        Tom: /kpi check
            ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
              and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
              your heads and the owner see your own scores; everybody sees those of departments.

            [2] My day   [3] Help

            Tom: no error, one warning, no hint.

            Warning
            1. Tom has no KPI and enters none. Agree on one, or let them enter one of the department's.

            [1] Whole company

        Tom: /kpi check Sales
        Sales: one error, 5 warnings, 2 hints.

        Error
        1. For cold calls made, where its number comes from is still to be said. Name the system or list
        that it is taken from. If there is none, measure something easier.

        Warning
        2. Sales lacks this part of the balanced scorecard: learning and growth. Add one, such as Product
        training passed, Improvements adopted or Customer records complete.
        3. Sales revenue can be had at the expense of something else, and no KPI beside it would show that.
        Add one that would show it, such as Gross margin of sales.
        4. New customers won can be had at the expense of something else, and no KPI beside it would show
        that. Add one that would show it, such as Gross margin of sales.
        5. Key-account visits can be had at the expense of something else, and no KPI beside it would show
        that. Add one that would show it, such as Key-account retention.
        6. Tom has no KPI and enters none. Agree on one, or let them enter one of the department's.

        Hint
        7. Key-account visits counts what is done (“visits”), not what comes of it. Measure the result that
        it is done for.
        8. cold calls made counts what is done (“calls”), not what comes of it. Measure the result that it
        is done for.

        5 KPIs are new. Once they have values, from 11 Jan 2027 on, I look at whether their targets can be
        reached and whether they need a plan.

        [1] Whole company

        Tom: /kpi check mute
        ✗ There is nothing that you could mute.
        """


class TestInChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "安娜", "Tom"

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_department_is_looked_at(self) -> None:
        """
        > /kpi 体检
        海港贸易：待完善 1 项，需注意 4 项，提示 4 项。

        销售
        1. 待完善：电话邀约的数据来源待补充。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。
        2. 需注意：销售按平衡计分卡还缺这类 KPI：学习与成长。补一个，如客户档案完整率、产品知识考核通过率或
        改进建议采纳数。
        3. 需注意：销售收入：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如销售毛利率。
        4. 需注意：新增客户数：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如销售毛利率。
        5. 需注意：大客户拜访次数：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如大客户保留
        率。
        6. 提示：大客户拜访次数只统计工作量（“拜访”），没有体现工作成果。改为考核工作成果。
        ……还有 1 条

        海港贸易
        7. 提示：还没有 KPI 发挥这条优势：“报价快”。为它加一个 KPI，如首次解决率或样品准时寄出率。
        8. 提示：还没有 KPI 改进这条短板：“交货慢”。为它加一个 KPI，如准时交货率、物流费用率或拣货准确率。

        客服、仓储还没有 KPI，部门负责人或老板输入 /kpi 建模 客服 就能开始搭建。

        有 5 个指标刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 1：写明数据来源   [2] 2：新增指标   [3] 3：新增指标   [4] 4：新增指标   [5] 5：新增指标
        [6] 6：调整指标   [7] 7：新增指标   [8] 8：新增指标   [9] 销售：全部 7 条   [10] 搭建部门 KPI

        > [销售：全部 7 条]
        销售：待完善 1 项，需注意 4 项，提示 2 项。

        待完善
        1. 电话邀约的数据来源待补充。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。

        需注意
        2. 销售按平衡计分卡还缺这类 KPI：学习与成长。补一个，如客户档案完整率、产品知识考核通过率或改进建议
        采纳数。
        3. 销售收入：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如销售毛利率。
        4. 新增客户数：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如销售毛利率。
        5. 大客户拜访次数：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如大客户保留率。

        提示
        6. 大客户拜访次数只统计工作量（“拜访”），没有体现工作成果。改为考核工作成果。
        7. 电话邀约只统计工作量（“电话”），没有体现工作成果。改为考核工作成果。

        有 5 个指标刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 1：写明数据来源   [2] 2：新增指标   [3] 3：新增指标   [4] 4：新增指标   [5] 5：新增指标
        [6] 6：调整指标   [7] 7：调整指标   [8] 忽略一条   [9] 全公司

        > [全公司]
        海港贸易：待完善 1 项，需注意 4 项，提示 4 项。

        销售
        1. 待完善：电话邀约的数据来源待补充。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。
        2. 需注意：销售按平衡计分卡还缺这类 KPI：学习与成长。补一个，如客户档案完整率、产品知识考核通过率或
        改进建议采纳数。
        3. 需注意：销售收入：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如销售毛利率。
        4. 需注意：新增客户数：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如销售毛利率。
        5. 需注意：大客户拜访次数：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如大客户保留
        率。
        6. 提示：大客户拜访次数只统计工作量（“拜访”），没有体现工作成果。改为考核工作成果。
        ……还有 1 条

        海港贸易
        7. 提示：还没有 KPI 发挥这条优势：“报价快”。为它加一个 KPI，如首次解决率或样品准时寄出率。
        8. 提示：还没有 KPI 改进这条短板：“交货慢”。为它加一个 KPI，如准时交货率、物流费用率或拣货准确率。

        客服、仓储还没有 KPI，部门负责人或老板输入 /kpi 建模 客服 就能开始搭建。

        有 5 个指标刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 1：写明数据来源   [2] 2：新增指标   [3] 3：新增指标   [4] 4：新增指标   [5] 5：新增指标
        [6] 6：调整指标   [7] 7：新增指标   [8] 8：新增指标   [9] 销售：全部 7 条   [10] 搭建部门 KPI
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_finding_is_left_alone_and_told_again(self) -> None:
        """
        > /kpi 体检 忽略
        ── 忽略提示 ────────────────────────────────────────────────────────────────────────────────────────
        忽略哪一条？
          1  电话邀约：没有数据来源
          2  销售收入：缺少制衡指标
          3  新增客户数：缺少制衡指标
          4  大客户拜访次数：缺少制衡指标
          5  大客户拜访次数：只看过程不看结果
          6  电话邀约：只看过程不看结果
        [取消]

        > 电话邀约：没有数据来源
        为什么不用改？
        原因会显示在这条提示旁边。
        [返回] [取消]

        > 人工登记，够用了
        ✓ 以后体检不再提示：电话邀约，没有数据来源。原因：人工登记，够用了

        [1] 撤销

        > /kpi 体检 电话邀约
        电话邀约：待完善 0 项，需注意 0 项，提示 1 项。已忽略 1 项。

        提示
        1. 电话邀约只统计工作量（“电话”），没有体现工作成果。改为考核工作成果。

        已忽略
        2. 电话邀约的数据来源待补充。安娜：人工登记，够用了

        电话邀约刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 1：调整指标   [2] 第 2 条恢复提示   [3] 忽略一条   [4] 全公司

        > [第 2 条恢复提示]
        ✓ 体检恢复提示：电话邀约，没有数据来源。

        [1] 撤销

        > /kpi 撤销
        ── 撤销 ────────────────────────────────────────────────────────────────────────────────────────────
        确认撤销“恢复体检提示（电话邀约）”吗？
        [1] 是   [2] 否
        [取消]

        > 是
        ✓ 已撤销：恢复体检提示（电话邀约）。

        [1] 今日待办
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_button_mends_it(self) -> None:
        """
        > /kpi 建模 客服
        ── 部门目标 2/5 ────────────────────────────────────────────────────────────────────────────────────
        客服要为公司做到什么？指标要对应公司目标。

        主要对应公司的哪个目标？
          1  一年内营收增长20%
          2  质量投诉减半
        或者用自己的话写
        [返回] [取消]

        > 1
        部门要为这个目标做到什么？
        一句话即可，例如：新增 40 家客户，老客户不流失。
        [返回] [取消]

        > 快速答复
        ── 衡量什么 3/5 ────────────────────────────────────────────────────────────────────────────────────
        以下指标适合客服，按推荐程度排列，后面是推荐理由。

        选哪些作为 KPI？
        三到五个为宜。可输入序号、名称，也可写自己的指标，用逗号隔开。
        › 1  首次解决率    客服部门常用；对应目标“快速答复”
        › 2  客户满意度    客服部门常用；对应目标“质量投诉减半”
        › 3  投诉关闭率    客服部门常用；对应目标“快速答复”
        › 4  首次响应时间  客服部门常用；对应目标“快速答复”
        › 5  服务质检得分  客服部门常用；对应目标“质量投诉减半”
        或者自己写
        ↵ 首次解决率、客户满意度、投诉关闭率、首次响应时间、服务质检得分
        [返回] [取消]

        > 投诉延误数
        ── 自定义指标 3/5 ──────────────────────────────────────────────────────────────────────────────────
        投诉延误数是新指标，先问几个小问题，弄清楚怎么统计。

        什么算好？
          1  越高越好
        › 2  越低越好
          3  保持在区间内
          4  其他情况      零发生、不低于、按期达成、是或否、分等级
        ↵ 越低越好
        [返回] [取消]

        > 越高越好
        ── 自定义指标 3/5 ──────────────────────────────────────────────────────────────────────────────────
        投诉延误数选的是“越高越好”。看名称像是反过来的。得分就按这个算，请再确认一下。

        到底哪样算好？
          1  越高越好
          2  越低越好
        [返回] [取消]

        > 越高越好
        ── 自定义指标 3/5 ──────────────────────────────────────────────────────────────────────────────────
        用什么计量？
          1  数量    拜访数、订单数、投诉数
          2  金额
          3  百分比
          4  比值    周转次数、倍数
          5  评分    分数、星级
          6  时长    天、小时
        [返回] [取消]

        > 数量
        多久填报一次？
          1  每个工作日
          2  每周
        › 3  每月
          4  每季度
          5  每半年
          6  每年
          7  不用填，自动计算  由其他指标算出
        ↵ 每月
        [返回] [取消]

        > 每周
        数据从哪里来？
        取自哪个台账、单据或系统。还没定的话可以跳过。
          1  客户台账或CRM系统
          2  财务系统
          3  自己登记的台账
          4  订单和单据
          5  业务系统
          6  回访或问卷
        或者用自己的话写
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        投诉延误数：生效后每周填一个数；以前的每月填一个即可，不计入本期得分。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 4
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：4。

        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前只有 1 期。

        “投诉延误数”每月的目标是多少？（每周填一个数）
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        [返回] [取消]

        > 3
        ── 行动计划 5/5 ────────────────────────────────────────────────────────────────────────────────────
        哪些指标需要新的行动？
        培训、改流程、上工具都行；不需要就跳过。
          1  投诉延误数  每月目标 3
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ── 确认发布 5/5 ────────────────────────────────────────────────────────────────────────────────────
        客服的 KPI 草案如下。部门目标：快速答复

        指标        目标  权重
        ──────────────────────
        投诉延误数     3   100

        还没有行动计划。按平衡计分卡还缺：财务、内部流程、学习与成长。

        现在生效吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 客服的 1 个 KPI 已生效。

        [1] 填报我的数据   [2] 接着给仓储建模   [3] 看报告   [4] 撤销

        > /kpi 体检 客服
        客服：待完善 2 项，需注意 1 项，提示 0 项。

        待完善
        1. 从名称看，投诉延误数不该是“越高越好”。把方向反过来。
        2. 投诉延误数的数据来源待补充。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。

        需注意
        3. 客服有 1 个 KPI，少于 3 个看不到全貌。补上部门的其他职责。

        投诉延误数刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 改好第 1 条   [2] 2：写明数据来源   [3] 3：新增指标   [4] 忽略一条   [5] 全公司

        > [改好第 1 条]
        ✓ 投诉延误数：第 2 版自2026年11月1日起生效，以前各期不变。

        [1] 撤销

        > /kpi 历史 投诉延误数
        投诉延误数的历次设定，以及填报记录（由近到远）。

        版本  生效日期       目标  权重  操作人  原因
        ───────────────────────────────────────────────────────
        1     2026年11月1日     3   100  安娜
        2     2026年11月1日     3   100  安娜    体检：方向不对

        周期        数值  操作人  填报日期        备注
        ──────────────────────────────────────────────
        2026年10月     4  安娜    2026年11月23日

        [1] 看报告
        """


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Anna",)


@pytest.mark.usefixtures("built")
def test_what_is_muted_counts_no_more(stage: RealStage) -> None:
    before = stage.type("Anna", "/kpi check Sales").splitlines()[0]
    stage.type("Anna", "/kpi check mute cold calls made: no source", "We count them by hand")
    after = stage.type("Anna", "/kpi check Sales").splitlines()[0]
    assert ("one error" in before, "no error" in after, "Muted: 1" in after) == (True, True, True)
