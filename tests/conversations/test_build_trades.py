"""An owner of one room builds the first department from the very start, without a single past value."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.conversations.counting import answers
from tests.stage import RealStage

MOST_ANSWERS = 15


class TestEnglish:
    @transcript
    def test_from_the_start_to_five_kpis_in_force(self, stage: RealStage) -> None:
        """
        > /kpi start
        ── Your company ────────────────────────────────────────────────────────────────────────────────────
        Hello Anna. Four short questions about the company, then we build KPIs for the first department.

        What is the company called?
        [Cancel]

        > Velo Repair
        Which departments are there?
        Pick from the list, or type your own with commas between them.
          1  Repairs and trades
          2  Sales
          3  Customer service
          4  Marketing
          5  Production
          6  Procurement
          7  Logistics and warehouse
          8  Finance
          9  More                     shops, restaurants, projects and others
        Or your own
        [Back] [Cancel]

        > Workshop
        Which time zone are you in?
        A city or a time zone, such as Shanghai or Europe/Berlin.
        ↵ UTC
        [Back] [Cancel]

        > London
        Which currency do you count in?
        Such as USD, EUR or CNY.
        ↵ GBP
        [Back] [Cancel]

        > GBP
        ✓ Velo Repair is set up: Workshop. Next: where is the company going?

        [1] Set goals and SWOT   [2] Add somebody   [3] Build a department's KPIs

        > [Build a department's KPIs]
        ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
        What is Workshop there for? Each of its KPIs belongs to a company goal.

        Which company goal does it serve most?
           1  Grow revenue by 20 % within a year
           2  Win new customers in new regions
           3  Raise the share of online sales
           4  Halve quality complaints
           5  Hold the gross margin without discounts
           6  Make the brand known for quality
           7  Earn a fifth of revenue with new products
           8  Shorten the time to market
           9  Train the team in new technology
          10  Cut unit cost by 8 %
          11  Raise productivity per head
          12  Buy cheaper from fewer, better suppliers
          13  Keep every key account
          14  Answer customers faster
          15  Raise customer satisfaction and repeat purchases
          16  Keep cash for at least six months
          17  Collect receivables on time
          18  Cut spending that can wait
        Or in your own words
        [Cancel]

        > Keep our customers coming back
        What does it add to that goal?
        One sentence, such as: win 40 new customers and keep the old ones.
        [Back] [Cancel]

        > Repairs done the day we promised
        ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
        These fit Workshop, best first, each with the reason why I suggest it.

        Which of these will you be measured by?
        Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
        › 1  Jobs done by the promised day  usual in Repairs and trades; serves “Repairs done the day we
                                            promised”
        › 2  Takings of repairs             usual in Repairs and trades; serves “Repairs done the day we
                                            promised”
        › 3  Comebacks within 30 days       usual in Repairs and trades; serves “Repairs done the day we
                                            promised”
        › 4  Days from drop-off to pick-up  usual in Repairs and trades; serves “Repairs done the day we
                                            promised”
        › 5  Hours billed                   usual in Repairs and trades; serves “Repairs done the day we
                                            promised”
        Or your own
        ↵ Jobs done by the promised day, Takings of repairs, Comebacks within 30 days, Days from drop-off t…
        [Back] [Cancel]

        >
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Jobs done by the promised day: Jobs ready by the promised day ÷ Jobs finished. Once it is in force a
        value is entered every week; for the time before one every month will do, and scores nothing.

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > skip
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Without values nothing can say yet whether a target for Jobs done by the promised day is too high or
        too low. It can be in force all the same, if somebody enters values from now on; otherwise it is
        parked. Still to come: Takings of repairs, Comebacks within 30 days, Days from drop-off to pick-up
        and Hours billed.

        Put it in force all the same?
          1  Yes, and the others too: there are no numbers of them either
          2  Yes; ask me about the others
          3  No, park it; ask me about the others
        [Back] [Cancel]

        > 1
        ── Targets 4/5 ─────────────────────────────────────────────────────────────────────────────────────
        KPI                               Counted in
        ────────────────────────────────────────────
        1. Jobs done by the promised day  Percent
        2. Takings of repairs             Money
        3. Comebacks within 30 days       Percent
        4. Days from drop-off to pick-up  days
        5. Hours billed                   Percent

        With six values from earlier months or quarters I can suggest a target and say how likely it is; so
        far there are fewer.

        Which targets?
        One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
          1  One at a time
        Or type them in one line
        [Back] [Cancel]

        > 90%, 12000, 5%, 3, 70%
        ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
        How much should each KPI count?
        › 1  All the same
          2  I share out 100 points
          3  Compare two at a time   which matters more, A or B?
          4  Put them in order       the most important first
        ↵ All the same
        [Back] [Cancel]

        >
        ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
        For which of them will you do something new?
        Training, a changed process, a tool. Skip if nothing needs to change.
          1  Jobs done by the promised day  target 90% every month
          2  Takings of repairs             target £12,000 every month
          3  Comebacks within 30 days       target 5% every month
          4  Days from drop-off to pick-up  target 3 days every month
          5  Hours billed                   target 70% every month
        ↵ –
        [Back] [Skip] [Cancel]

        > skip
        ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
        This is the draft for Workshop. Goal: Repairs done the day we promised

        KPI                             Target  Weight
        ──────────────────────────────────────────────
        Jobs done by the promised day      90%      20
        Takings of repairs             £12,000      20
        Comebacks within 30 days            5%      20
        Days from drop-off to pick-up   3 days      20
        Hours billed                       70%      20

        No action is planned yet. Not covered of the balanced scorecard: learning and growth.

        Put this in force?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Workshop has 5 KPIs in force.

        [1] Report   [2] Undo

        > /kpi check
        Velo Repair: no error, 2 warnings, no hint.

        Workshop
        1. Warning: Workshop lacks this part of the balanced scorecard: learning and growth. Add one, such
        as Technicians certified, Improvements adopted or Team goals reached.
        2. Warning: Takings of repairs can be had at the expense of something else, and no KPI beside it
        would show that. Add one that would show it, such as Review rating.

        5 KPIs are new. Once they have values, from 8 Jan 2027 on, I look at whether their targets can be
        reached and whether they need a plan.

        [1] 1: add a KPI   [2] 2: add a KPI   [3] Workshop: all 2
        """

    def test_it_takes_few_answers(self) -> None:
        """The last one is another command."""
        assert answers(self.test_from_the_start_to_five_kpis_in_force) - 1 <= MOST_ANSWERS

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_a_direction_is_asked_back_for_a_goal(self) -> None:
        """
        > /kpi build Service
        ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
        What is Service there for? Each of its KPIs belongs to a company goal.

        Which company goal does it serve most?
           1  Grow revenue by 20 % within a year
           2  Win new customers in new regions
           3  Raise the share of online sales
           4  Halve quality complaints
           5  Hold the gross margin without discounts
           6  Make the brand known for quality
           7  Earn a fifth of revenue with new products
           8  Shorten the time to market
           9  Train the team in new technology
          10  Cut unit cost by 8 %
          11  Raise productivity per head
          12  Buy cheaper from fewer, better suppliers
          13  Keep every key account
          14  Answer customers faster
          15  Raise customer satisfaction and repeat purchases
          16  Keep cash for at least six months
          17  Collect receivables on time
          18  Cut spending that can wait
        Or in your own words
        [Back] [Cancel]

        > Growth
        What does it add to that goal?
        One sentence, such as: win 40 new customers and keep the old ones.
        [Back] [Cancel]

        > 12
        ✗ In words, please: “12” alone says nothing yet.
        What does it add to that goal?
        One sentence, such as: win 40 new customers and keep the old ones.
        [Back] [Cancel]

        > Answer
        ── One goal, a little clearer 2/5 ──────────────────────────────────────────────────────────────────
        “Growth” is a direction; a goal also says of what, and how much or until when. The clearer it is,
        the better the KPIs that I can suggest: for example “20 new regular customers by June”.

        How would you put it in a sentence?
        One sentence; Enter keeps it as it is.
        ↵ Growth
        [Back] [Cancel]

        >
        ── One goal, a little clearer 2/5 ──────────────────────────────────────────────────────────────────
        “Answer” is a direction; a goal also says of what, and how much or until when. The clearer it is,
        the better the KPIs that I can suggest: for example “20 new regular customers by June”.

        How would you put it in a sentence?
        One sentence; Enter keeps it as it is.
        ↵ Answer
        [Back] [Cancel]

        > Every request answered the same day
        ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
        These fit Service, best first, each with the reason why I suggest it.

        Which of these will you be measured by?
        Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
        › 1  Customer satisfaction     usual in Customer service; adds the customer view
        › 2  First response time       usual in Customer service; serves “Every request answered the same
                                       day”
        › 3  Complaint closure rate    usual in Customer service; serves “Every request answered the same
                                       day”
        › 4  First-contact resolution  usual in Customer service; serves “Every request answered the same
                                       day”
        › 5  Service check score       usual in Customer service; adds the learning and growth view
        Or your own
        ↵ Customer satisfaction, First response time, Complaint closure rate, First-contact resolution, Ser…
        [Back] [Cancel]

        > cancel
        Cancelled; nothing of /kpi build has been changed.
        """

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_more_refunds_are_hardly_meant(self) -> None:
        """
        > /kpi build Service
        ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
        What is Service there for? Each of its KPIs belongs to a company goal.

        Which company goal does it serve most?
           1  Grow revenue by 20 % within a year
           2  Win new customers in new regions
           3  Raise the share of online sales
           4  Halve quality complaints
           5  Hold the gross margin without discounts
           6  Make the brand known for quality
           7  Earn a fifth of revenue with new products
           8  Shorten the time to market
           9  Train the team in new technology
          10  Cut unit cost by 8 %
          11  Raise productivity per head
          12  Buy cheaper from fewer, better suppliers
          13  Keep every key account
          14  Answer customers faster
          15  Raise customer satisfaction and repeat purchases
          16  Keep cash for at least six months
          17  Collect receivables on time
          18  Cut spending that can wait
        Or in your own words
        [Back] [Cancel]

        > Sell abroad
        What does it add to that goal?
        One sentence, such as: win 40 new customers and keep the old ones.
        [Back] [Cancel]

        > Every request answered the same day
        ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
        These fit Service, best first, each with the reason why I suggest it.

        Which of these will you be measured by?
        Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
        › 1  Customer satisfaction     usual in Customer service; adds the customer view
        › 2  First response time       usual in Customer service; serves “Every request answered the same
                                       day”
        › 3  Complaint closure rate    usual in Customer service; serves “Every request answered the same
                                       day”
        › 4  First-contact resolution  usual in Customer service; serves “Every request answered the same
                                       day”
        › 5  Service check score       usual in Customer service; adds the learning and growth view
        Or your own
        ↵ Customer satisfaction, First response time, Complaint closure rate, First-contact resolution, Ser…
        [Back] [Cancel]

        > Refunds for broken goods, days to refund
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        Refunds for broken goods is new to me. A few quick questions about how it is counted.

        What is good?
          1  Higher is better
        › 2  Lower is better
          3  Within a range
          4  Something else    none at all, at least, by a day, yes or no, levels
        ↵ Lower is better
        [Back] [Cancel]

        > Higher is better
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        You chose “higher is better” for Refunds for broken goods. By its name I would have guessed the
        opposite. The score depends on it: which do you mean?

        Which is better?
          1  Higher is better
          2  Lower is better
        [Back] [Cancel]

        > Lower is better
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        What is it counted in?
          1  A count           visits, orders, complaints
          2  Money
          3  Percent
          4  A ratio           turns a year, times
          5  A score           points, stars
          6  A length of time  days, hours
        [Back] [Cancel]

        > money
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

        > month
        Where does the number come from?
        The list, papers or program it is taken from. Skip it if that is still open.
          1  A list that we keep
          2  Orders and invoices
          3  Accounting system
          4  The program we work with
          5  Asking customers or staff
        Or in your own words
        ↵ –
        [Back] [Skip] [Cancel]

        > skip
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        days to refund is new to me. A few quick questions about how it is counted.

        What is good?
          1  Higher is better
        › 2  Lower is better
          3  Within a range
          4  Something else    none at all, at least, by a day, yes or no, levels
        ↵ Lower is better
        [Back] [Cancel]

        >
        What is it counted in?
          1  A count           visits, orders, complaints
          2  Money
          3  Percent
          4  A ratio           turns a year, times
          5  A score           points, stars
          6  A length of time  days, hours
        [Back] [Cancel]

        > cancel
        Cancelled; nothing of /kpi build has been changed.
        """


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @transcript
    def test_from_the_start_to_five_kpis_in_force(self, stage: RealStage) -> None:
        """
        > /kpi 开始
        ── 公司信息 ────────────────────────────────────────────────────────────────────────────────────────
        安娜，你好！先问四个关于公司的小问题，然后给第一个部门搭建 KPI。

        公司叫什么名字？
        [取消]

        > 知行设计工作室
        公司有哪些部门？
        可从列表中选，也可自己输入，用逗号隔开。
          1  设计与创意
          2  销售
          3  客服
          4  市场
          5  财务
          6  生产
          7  采购
          8  物流仓储
          9  更多        门店、餐饮、项目等
        或者自己写
        [返回] [取消]

        > 设计
        公司在哪个时区？
        填城市或时区，如上海、Asia/Shanghai。
        ↵ Asia/Shanghai
        [返回] [取消]

        > 上海
        用什么货币核算？
        如人民币、CNY、USD。
        ↵ CNY
        [返回] [取消]

        > CNY
        ✓ 知行设计工作室已设置好，部门有：设计。下一步：明确公司目标。

        [1] 设定目标与 SWOT   [2] 添加成员   [3] 搭建部门 KPI

        > [搭建部门 KPI]
        ── 部门目标 2/5 ────────────────────────────────────────────────────────────────────────────────────
        设计要为公司做到什么？指标要对应公司目标。

        主要对应公司的哪个目标？
           1  一年内营收增长20%
           2  开拓新区域，赢得新客户
           3  提高线上销售占比
           4  质量投诉减半
           5  不打折也保住毛利
           6  打响品质口碑，树立品牌
           7  新产品贡献两成收入
           8  缩短新品上市周期
           9  加强技术培训，培养人才
          10  单位成本下降8%
          11  提高人均效率
          12  优化供应商，降低采购成本
          13  大客户一个不丢
          14  更快响应客户
          15  提升客户满意度和复购
          16  账上现金至少够用六个月
          17  应收账款按时收回
          18  压缩不急的开支
        或者用自己的话写
        [取消]

        > 让老客户再来找我们
        部门要为这个目标做到什么？
        一句话即可，例如：新增 40 家客户，老客户不流失。
        [返回] [取消]

        > 一稿过，按时交
        ── 衡量什么 3/5 ────────────────────────────────────────────────────────────────────────────────────
        以下指标适合设计，按推荐程度排列，后面是推荐理由。

        选哪些作为 KPI？
        三到五个为宜。可输入序号、名称，也可写自己的指标，用逗号隔开。
        › 1  服务费收入      设计与创意部门常用；补上“财务”维度
        › 2  平均改稿次数    设计与创意部门常用；对应目标“一稿过，按时交”
        › 3  按期交稿率      设计与创意部门常用；补上“客户”维度
        › 4  可计费工时占比  设计与创意部门常用；小公司也容易统计
        › 5  提案成交率      设计与创意部门常用；小公司也容易统计
        或者自己写
        ↵ 服务费收入、平均改稿次数、按期交稿率、可计费工时占比、提案成交率
        [返回] [取消]

        >
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        服务费收入：已开票服务费，不含代垫费用。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        没有以往的数据，还看不出“服务费收入”的目标定高了还是定低了。只要从现在起有人填数，也可以先生效；否则
        先放一放。后面还有：平均改稿次数、按期交稿率、可计费工时占比、提案成交率。

        还是让它生效吗？
          1  生效，后面的也没有数据，一起生效
          2  生效，其他的继续问我
          3  先放一放，其他的继续问我
        [返回] [取消]

        > 1
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        指标               计量单位
        ───────────────────────────
        1. 服务费收入      金额
        2. 平均改稿次数    次
        3. 按期交稿率      百分比
        4. 可计费工时占比  百分比
        5. 提案成交率      百分比

        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前都还不够。

        目标分别定多少？
        按上面的顺序每项填一个，用逗号隔开，如 120万，40 / 50 / 60，30%。
          1  逐个来定
        或者一行写完
        [返回] [取消]

        > 8万，95%，1.5，4.6，70%
        ── 权重 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        各项指标的权重怎么定？
        › 1  各项相同
          2  我来分配 100 分
          3  两两比较         甲和乙哪个更重要？
          4  按重要性排序     最重要的排第一
        ↵ 各项相同
        [返回] [取消]

        >
        ── 行动计划 5/5 ────────────────────────────────────────────────────────────────────────────────────
        哪些指标需要新的行动？
        培训、改流程、上工具都行；不需要就跳过。
          1  服务费收入      每月目标 ¥80,000
          2  平均改稿次数    每月目标 0.95
          3  按期交稿率      每月目标 1.5%
          4  可计费工时占比  每月目标 4.6%
          5  提案成交率      每月目标 70%
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ── 确认发布 5/5 ────────────────────────────────────────────────────────────────────────────────────
        设计的 KPI 草案如下。部门目标：一稿过，按时交

        指标               目标  权重
        ─────────────────────────────
        服务费收入      ¥80,000    20
        平均改稿次数       0.95    20
        按期交稿率         1.5%    20
        可计费工时占比     4.6%    20
        提案成交率          70%    20

        还没有行动计划。按平衡计分卡还缺：学习与成长。

        现在生效吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 设计的 5 个 KPI 已生效。

        [1] 看报告   [2] 撤销

        > /kpi 体检
        知行设计工作室：待完善 0 项，需注意 2 项，提示 0 项。

        设计
        1. 需注意：设计按平衡计分卡还缺这类 KPI：学习与成长。补一个，如新作品发布数、改进建议采纳数或部门培
        训计划完成率。
        2. 需注意：服务费收入：只盯这一项容易顾此失彼，还没有制衡指标。建议配一个制衡指标，如项目客户满意
        度。

        有 5 个指标刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 1：新增指标   [2] 2：新增指标   [3] 设计：全部 2 条
        """

    def test_it_takes_few_answers(self) -> None:
        assert answers(self.test_from_the_start_to_five_kpis_in_force) - 1 <= MOST_ANSWERS

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_a_direction_is_asked_back_for_a_goal_and_more_refunds_are_hardly_meant(self) -> None:
        """
        > /kpi 建模 客服
        ── 部门目标 2/5 ────────────────────────────────────────────────────────────────────────────────────
        客服要为公司做到什么？指标要对应公司目标。

        主要对应公司的哪个目标？
           1  一年内营收增长20%
           2  开拓新区域，赢得新客户
           3  提高线上销售占比
           4  质量投诉减半
           5  不打折也保住毛利
           6  打响品质口碑，树立品牌
           7  新产品贡献两成收入
           8  缩短新品上市周期
           9  加强技术培训，培养人才
          10  单位成本下降8%
          11  提高人均效率
          12  优化供应商，降低采购成本
          13  大客户一个不丢
          14  更快响应客户
          15  提升客户满意度和复购
          16  账上现金至少够用六个月
          17  应收账款按时收回
          18  压缩不急的开支
        或者用自己的话写
        [返回] [取消]

        > 增长
        部门要为这个目标做到什么？
        一句话即可，例如：新增 40 家客户，老客户不流失。
        [返回] [取消]

        > 20万
        ── 目标再清楚一点 2/5 ──────────────────────────────────────────────────────────────────────────────
        “增长”只是方向。再说清楚是什么、到多少或到什么时候，推荐的指标会更准，比如“6 月底前新增 20 位常客”。

        用一句话怎么说？
        一句话即可；直接回车就保留原样。
        ↵ 增长
        [返回] [取消]

        > 老客户介绍新客户
        ── 目标再清楚一点 2/5 ──────────────────────────────────────────────────────────────────────────────
        “20万”只是方向。再说清楚是什么、到多少或到什么时候，推荐的指标会更准，比如“6 月底前新增 20 位常客”。

        用一句话怎么说？
        一句话即可；直接回车就保留原样。
        ↵ 20万
        [返回] [取消]

        > 每个请求当天答复
        ── 衡量什么 3/5 ────────────────────────────────────────────────────────────────────────────────────
        以下指标适合客服，按推荐程度排列，后面是推荐理由。

        选哪些作为 KPI？
        三到五个为宜。可输入序号、名称，也可写自己的指标，用逗号隔开。
        › 1  客户满意度    客服部门常用；补上“客户”维度
        › 2  首次响应时间  客服部门常用；对应目标“每个请求当天答复”
        › 3  投诉关闭率    客服部门常用；对应目标“每个请求当天答复”
        › 4  首次解决率    客服部门常用；对应目标“每个请求当天答复”
        › 5  服务质检得分  客服部门常用；补上“学习与成长”维度
        或者自己写
        ↵ 客户满意度、首次响应时间、投诉关闭率、首次解决率、服务质检得分
        [返回] [取消]

        > 退款
        ── 自定义指标 3/5 ──────────────────────────────────────────────────────────────────────────────────
        退款是新指标，先问几个小问题，弄清楚怎么统计。

        什么算好？
          1  越高越好
        › 2  越低越好
          3  保持在区间内
          4  其他情况      零发生、不低于、按期达成、是或否、分等级
        ↵ 越低越好
        [返回] [取消]

        > 越高越好
        ── 自定义指标 3/5 ──────────────────────────────────────────────────────────────────────────────────
        退款选的是“越高越好”。看名称像是反过来的。得分就按这个算，请再确认一下。

        到底哪样算好？
          1  越高越好
          2  越低越好
        [返回] [取消]

        > 2
        ── 自定义指标 3/5 ──────────────────────────────────────────────────────────────────────────────────
        用什么计量？
          1  数量    拜访数、订单数、投诉数
          2  金额
          3  百分比
          4  比值    周转次数、倍数
          5  评分    分数、星级
          6  时长    天、小时
        [返回] [取消]

        > cancel
        已取消，/kpi 建模 没有任何改动。
        """
