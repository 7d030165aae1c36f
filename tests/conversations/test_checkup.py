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
    def test_a_department_is_looked_at(self) -> None:
        """
        > /kpi check
        Harbour Trading: one error, 9 warnings, 9 hints.

        1. The company has no KPI for this perspective: learning and growth. Add one.

        2. No KPI uses the strength “fast quotes”. Add a KPI for it, such as Throughput rate or Releases.

        3. No KPI repairs the weakness “late deliveries”. Add a KPI for it, such as On-time delivery,
        Delivery to first promise or On time in full.

        Department  Errors  Warnings  Hints
        ───────────────────────────────────
        Sales            1         8      7
        Service          0         0      0
        Warehouse        0         0      0

        [1] Sales

        > [Sales]
        Sales: one error, 8 warnings, 7 hints.

        Error
        1. Nobody has said where the number for cold calls made comes from. Name the system or list that it
        is taken from. If there is none, measure something easier.

        Warning
        2. Nothing ties cold calls made to “Win 40 new customers and keep the old ones”: not its words, not
        a formula, not what such departments usually measure. Say how it serves the goal, or drop it.
        3. Sales has no KPI for this perspective: learning and growth. Add one, such as Product training
        passed, Improvements adopted or Customer records complete.
        4. Sales revenue can be had at the expense of something else, and no KPI beside it would show that.
        Add one that would show it, such as Gross margin of sales.
        5. New customers won can be had at the expense of something else, and no KPI beside it would show
        that. Add one that would show it, such as Gross margin of sales.
        6. Key-account visits can be had at the expense of something else, and no KPI beside it would show
        that. Add one that would show it, such as Key-account retention.
        7. New customers won is new, and there is no plan for it. Write down what will be done, by whom and
        until when.
        8. Key-account visits is new, and there is no plan for it. Write down what will be done, by whom and
        until when.

        [1] Mute one   [2] More   [3] Whole company

        > [More]
        Sales: one error, 8 warnings, 7 hints.

        Warning
        9. cold calls made is new, and there is no plan for it. Write down what will be done, by whom and
        until when.

        Hint
        10. Key-account visits counts what is done (“visits”), not what comes of it. Measure the result that
        it is done for.
        11. cold calls made counts what is done (“calls”), not what comes of it. Measure the result that it
        is done for.
        12. The target of Sales revenue rests on nothing: there are no values yet, and nobody has said why
        it is what it is. Say what it rests on: past values, the market, or a decision of the company.
        13. The target of New customers won rests on nothing: there are no values yet, and nobody has said
        why it is what it is. Say what it rests on: past values, the market, or a decision of the company.
        14. The target of Win rate rests on nothing: there are only 5 values, and nobody has said why it is
        what it is. Say what it rests on: past values, the market, or a decision of the company.
        15. The target of Key-account visits rests on nothing: there are no values yet, and nobody has said
        why it is what it is. Say what it rests on: past values, the market, or a decision of the company.
        16. The target of cold calls made rests on nothing: there are no values yet, and nobody has said why
        it is what it is. Say what it rests on: past values, the market, or a decision of the company.

        [1] Mute one   [2] Whole company

        > [Whole company]
        Harbour Trading: one error, 9 warnings, 9 hints.

        1. The company has no KPI for this perspective: learning and growth. Add one.

        2. No KPI uses the strength “fast quotes”. Add a KPI for it, such as Throughput rate or Releases.

        3. No KPI repairs the weakness “late deliveries”. Add a KPI for it, such as On-time delivery,
        Delivery to first promise or On time in full.

        Department  Errors  Warnings  Hints
        ───────────────────────────────────
        Sales            1         8      7
        Service          0         0      0
        Warehouse        0         0      0

        [1] Sales
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
        cold calls made: no error, 2 warnings, 2 hints. Muted: 1.

        Warning
        1. Nothing ties cold calls made to “Win 40 new customers and keep the old ones”: not its words, not
        a formula, not what such departments usually measure. Say how it serves the goal, or drop it.
        2. cold calls made is new, and there is no plan for it. Write down what will be done, by whom and
        until when.

        Hint
        3. cold calls made counts what is done (“calls”), not what comes of it. Measure the result that it
        is done for.
        4. The target of cold calls made rests on nothing: there are no values yet, and nobody has said why
        it is what it is. Say what it rests on: past values, the market, or a decision of the company.

        Muted
        5. Nobody has said where the number for cold calls made comes from. Anna: We count them by hand

        [1] Unmute 5   [2] Mute one   [3] Whole company

        > [Unmute 5]
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
        ✗ “nonsense” is not among the choices. Perhaps cold calls made: no source, cold calls made:
          unrelated to its goal, Sales revenue: can be gamed, New customers won: can be gamed or Key-account
          visits: can be gamed?
        Which finding?
           1  cold calls made: no source
           2  cold calls made: unrelated to its goal
           3  Sales revenue: can be gamed
           4  New customers won: can be gamed
           5  Key-account visits: can be gamed
           6  New customers won: no plan
           7  Key-account visits: no plan
           8  cold calls made: no plan
           9  Key-account visits: activity, not result
          10  cold calls made: activity, not result
          11  Sales revenue: target without a basis
          12  New customers won: target without a basis
          13  Win rate: target without a basis
          14  Key-account visits: target without a basis
          15  cold calls made: target without a basis
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
        ...
        > 1
        ...
        > Answer fast
        ...
        > Complaints handled late, Late complaints handled
        ...
        > A count
        ...
        > The more the better
        ...
        > Every week
        ...
        > Process
        ...
        > A count
        ...
        > The more the better
        ...
        > Every week
        ...
        > Process
        ...
        > 4
        ...
        > 3
        ...
        > 4
        ...
        > 3
        ...
        > All the same
        ...
        > skip
        ...
        > skip
        ...
        > yes
        ...
        > /kpi check Service
        Service: 3 errors, 5 warnings, 2 hints.

        Error
        1. By its name, Complaints handled late can hardly be “higher is better”. Turn it round.
        2. Nobody has said where the number for Complaints handled late comes from. Name the system or list
        that it is taken from, such as Ticket or complaint log. If there is none, measure something easier.
        3. Nobody has said where the number for Late complaints handled comes from. Name the system or list
        that it is taken from, such as Ticket or complaint log. If there is none, measure something easier.

        Warning
        4. Late complaints handled and Complaints handled late measure the same, so it counts twice. Keep
        one of the two; it gets the weight of both.
        5. Service has 2 KPIs. Fewer than 3 don't show the whole. Add what else the department is there for.
        6. All KPIs of Service tell what has happened; none warns in time. Add one that moves before the
        result does, such as Improvements adopted, Service training per person or Training plan of the team
        done.
        7. Complaints handled late is new, and there is no plan for it. Write down what will be done, by
        whom and until when.
        8. Late complaints handled is new, and there is no plan for it. Write down what will be done, by
        whom and until when.

        [1] Fix 1   [2] 4: Complaints handled late   [3] 4: Late complaints handled   [4] Mute one
        [5] More   [6] Whole company

        > [Fix 1]
        ✓ Complaints handled late: version 2 is in force from 1 Nov 2026. Earlier periods keep theirs.

        [1] Undo

        > /kpi check Service
        ...
        > [3: Late complaints handled]
        ✓ Service has one KPI in force. Retired: Complaints handled late; their history and scores stay.

        [1] Enter my values   [2] Report   [3] Undo

        > /kpi check fix source_missing#kpi:7
        ✗ That is no longer so: somebody has mended it, or it is well by now. /kpi check shows what is left.
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_who_may_not_mend_it_is_shown_no_button(self) -> None:
        """
        > /kpi members add Tom, Sales, member, 100%
        ✓ Tom is on board (member).

        [1] Add another   [2] Undo

        Tom: /kpi check
            Tom: no error, one warning, no hint.

            Warning
            1. Tom has no KPI and enters none. Agree on one, or let them enter one of the department's.

            [1] Whole company

        Tom: /kpi check Sales
        Sales: one error, 9 warnings, 7 hints.

        Error
        1. Nobody has said where the number for cold calls made comes from. Name the system or list that it
        is taken from. If there is none, measure something easier.

        Warning
        2. Nothing ties cold calls made to “Win 40 new customers and keep the old ones”: not its words, not
        a formula, not what such departments usually measure. Say how it serves the goal, or drop it.
        3. Sales has no KPI for this perspective: learning and growth. Add one, such as Product training
        passed, Improvements adopted or Customer records complete.
        4. Sales revenue can be had at the expense of something else, and no KPI beside it would show that.
        Add one that would show it, such as Gross margin of sales.
        5. New customers won can be had at the expense of something else, and no KPI beside it would show
        that. Add one that would show it, such as Gross margin of sales.
        6. Key-account visits can be had at the expense of something else, and no KPI beside it would show
        that. Add one that would show it, such as Key-account retention.
        7. Tom has no KPI and enters none. Agree on one, or let them enter one of the department's.
        8. New customers won is new, and there is no plan for it. Write down what will be done, by whom and
        until when.

        [1] More   [2] Whole company

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
        海港贸易：错误 1 个，警告 9 个，提示 9 个。

        1. 公司缺少这方面的 KPI：学习与成长。补一个。

        2. 还没有 KPI 发挥这条优势：“报价快”。为它加一个 KPI。

        3. 还没有 KPI 改进这条短板：“交货慢”。为它加一个 KPI，如准时交货率、物流费用率或拣货准确率。

        部门  错误  警告  提示
        ──────────────────────
        销售     1     8     7
        客服     0     0     0
        仓储     0     0     0

        [1] 销售

        > [销售]
        销售：错误 1 个，警告 8 个，提示 7 个。

        错误
        1. 电话邀约没有说明数据来源。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。

        警告
        2. 看不出电话邀约与“新增 40 家客户，老客户不流失”有什么关系：字面、公式、行业惯例都对不上。说明它怎
        样支撑目标，或者不再考核。
        3. 销售缺少这方面的 KPI：学习与成长。补一个，如客户档案完整率、产品知识考核通过率或改进建议采纳数。
        4. 销售收入容易以牺牲别的为代价做上去，却没有 KPI 能把这种代价反映出来。配一个能反映代价的，如销售毛
        利率。
        5. 新增客户数容易以牺牲别的为代价做上去，却没有 KPI 能把这种代价反映出来。配一个能反映代价的，如销售
        毛利率。
        6. 大客户拜访次数容易以牺牲别的为代价做上去，却没有 KPI 能把这种代价反映出来。配一个能反映代价的，如
        大客户保留率。
        7. 新增客户数是新指标，还没有行动计划。写明做什么、谁来做、什么时候完成。
        8. 大客户拜访次数是新指标，还没有行动计划。写明做什么、谁来做、什么时候完成。

        [1] 忽略一条   [2] 更多   [3] 全公司

        > [更多]
        销售：错误 1 个，警告 8 个，提示 7 个。

        警告
        9. 电话邀约是新指标，还没有行动计划。写明做什么、谁来做、什么时候完成。

        提示
        10. 大客户拜访次数统计的是做了多少（“拜访”），不是做成了什么。改为考核它要带来的结果。
        11. 电话邀约统计的是做了多少（“电话”），不是做成了什么。改为考核它要带来的结果。
        12. 销售收入的目标没有依据：还没有数据，也没有说明为什么这样定。说明依据：历史数据、市场情况，还是公
        司的要求。
        13. 新增客户数的目标没有依据：还没有数据，也没有说明为什么这样定。说明依据：历史数据、市场情况，还是
        公司的要求。
        14. 赢单率的目标没有依据：只有 5 个数据，也没有说明为什么这样定。说明依据：历史数据、市场情况，还是
        公司的要求。
        15. 大客户拜访次数的目标没有依据：还没有数据，也没有说明为什么这样定。说明依据：历史数据、市场情况，
        还是公司的要求。
        16. 电话邀约的目标没有依据：还没有数据，也没有说明为什么这样定。说明依据：历史数据、市场情况，还是公
        司的要求。

        [1] 忽略一条   [2] 全公司

        > [全公司]
        海港贸易：错误 1 个，警告 9 个，提示 9 个。

        1. 公司缺少这方面的 KPI：学习与成长。补一个。

        2. 还没有 KPI 发挥这条优势：“报价快”。为它加一个 KPI。

        3. 还没有 KPI 改进这条短板：“交货慢”。为它加一个 KPI，如准时交货率、物流费用率或拣货准确率。

        部门  错误  警告  提示
        ──────────────────────
        销售     1     8     7
        客服     0     0     0
        仓储     0     0     0

        [1] 销售
        """

    @pytest.mark.usefixtures("built")
    @transcript
    def test_a_finding_is_left_alone_and_told_again(self) -> None:
        """
        > /kpi 体检 忽略
        ── 忽略提示 ────────────────────────────────────────────────────────────────────────────────────────
        忽略哪一条？
           1  电话邀约：没有数据来源
           2  电话邀约：与目标无关
           3  销售收入：容易被钻空子
           4  新增客户数：容易被钻空子
           5  大客户拜访次数：容易被钻空子
           6  新增客户数：没有行动计划
           7  大客户拜访次数：没有行动计划
           8  电话邀约：没有行动计划
           9  大客户拜访次数：只看过程不看结果
          10  电话邀约：只看过程不看结果
          11  销售收入：目标没有依据
          12  新增客户数：目标没有依据
          13  赢单率：目标没有依据
          14  大客户拜访次数：目标没有依据
          15  电话邀约：目标没有依据
        [取消]

        > 电话邀约：没有数据来源
        为什么不用改？
        原因会显示在这条提示旁边。
        [返回] [取消]

        > 人工登记，够用了
        ✓ 以后体检不再提示：电话邀约，没有数据来源。原因：人工登记，够用了

        [1] 撤销

        > /kpi 体检 电话邀约
        电话邀约：错误 0 个，警告 2 个，提示 2 个。已忽略 1 个。

        警告
        1. 看不出电话邀约与“新增 40 家客户，老客户不流失”有什么关系：字面、公式、行业惯例都对不上。说明它怎
        样支撑目标，或者不再考核。
        2. 电话邀约是新指标，还没有行动计划。写明做什么、谁来做、什么时候完成。

        提示
        3. 电话邀约统计的是做了多少（“电话”），不是做成了什么。改为考核它要带来的结果。
        4. 电话邀约的目标没有依据：还没有数据，也没有说明为什么这样定。说明依据：历史数据、市场情况，还是公
        司的要求。

        已忽略
        5. 电话邀约没有说明数据来源。安娜：人工登记，够用了

        [1] 第 5 条恢复提示   [2] 忽略一条   [3] 全公司

        > [第 5 条恢复提示]
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
        ...
        > 1
        ...
        > 快速答复
        ...
        > 投诉延误数
        ...
        > 数量
        ...
        > 越高越好
        ...
        > 每周
        ...
        > 内部流程
        ...
        > 4
        ...
        > 3
        ...
        > 跳过
        ...
        > 是
        ...
        > /kpi 体检 客服
        客服：错误 2 个，警告 4 个，提示 1 个。

        错误
        1. 从名称看，投诉延误数不该是“越高越好”。把方向反过来。
        2. 投诉延误数没有说明数据来源。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。

        警告
        3. 看不出投诉延误数与“快速答复”有什么关系：字面、公式、行业惯例都对不上。说明它怎样支撑目标，或者不
        再考核。
        4. 客服有 1 个 KPI，少于 3 个看不到全貌。补上部门的其他职责。
        5. 客服的 KPI 都是事后的结果，没有一个能提前预警。加一个能提前反映趋势的，如改进建议采纳数、客服人均
        培训时长或部门培训计划完成率。
        6. 投诉延误数是新指标，还没有行动计划。写明做什么、谁来做、什么时候完成。

        提示
        7. 投诉延误数的目标没有依据：还没有数据，也没有说明为什么这样定。说明依据：历史数据、市场情况，还是
        公司的要求。

        [1] 改好第 1 条   [2] 忽略一条   [3] 全公司

        > [改好第 1 条]
        ✓ 投诉延误数：第 2 版自2026年11月1日起生效，以前各期不变。

        [1] 撤销

        > /kpi 历史 投诉延误数
        投诉延误数的历次设定，以及填报记录（由近到远）。

        版本  生效日期       目标  权重  操作人  原因
        ───────────────────────────────────────────────────────
        1     2026年11月1日     3   100  安娜
        2     2026年11月1日     3   100  安娜    体检：方向不对

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
