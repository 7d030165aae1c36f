"""A company of 30 people and more: each target by itself, weights by comparing; five KPIs in at most forty answers."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from bot.people import arrive
from kpi_engine.commands import AddMember
from kpi_engine.model.company import Role
from kpi_engine.model.name import Name
from kpi_engine.service.execute import execute
from kpi_engine.store.database import connect
from kpi_engine.store.work import Work
from tests.chat import transcript
from tests.conversations.counting import answers
from tests.stage import RealStage

MOST_ANSWERS = 40


@pytest.fixture
def large(stage: RealStage, founded: None) -> None:
    """Thirty people work there."""
    founder, engine = stage.people[0], connect(stage.url)
    with Session(engine) as session, session.begin():
        actor = arrive(session, stage.who(founder), stage.now)
        for number in range(2, 31):
            command = AddMember(Name.same(f"P{number}"), Role.MEMBER, ())
            execute(command, Work(session, actor, stage.now, stage.now.date()))
    engine.dispose()


class TestEnglish:
    @pytest.mark.usefixtures("large")
    @transcript
    def test_five_kpis_one_of_them_of_ones_own(self, stage: RealStage) -> None:
        """
        > /kpi build Sales
        ── What the department is there for 2/5 ────────────────────────────────────────────────────────────
        What is Sales there for? Each of its KPIs belongs to a company goal.

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

        > Win 40 new customers
        ── What to measure 3/5 ─────────────────────────────────────────────────────────────────────────────
        These fit Sales, best first, each with the reason why I suggest it.

        Which of these will you be measured by?
        Three to five is a good number. Type numbers, names, or KPIs of your own with commas between them.
           1  Sales revenue               usual in Sales; adds the financial view
           2  New customers won           usual in Sales; serves “Win 40 new customers”
           3  Win rate                    usual in Sales; serves “Win 40 new customers”
           4  Collection rate             usual in Sales
           5  Key-account retention       usual in Sales
           6  Product training passed     usual in Sales; adds the learning and growth view
           7  New-customer revenue share  usual in Sales; serves “Win 40 new customers”
           8  Gross margin of sales       usual in Sales
           9  Sales target attainment     usual in Sales
          10  Average deal size           usual in Sales
          11  Sales cycle                 usual in Sales
          12  Pipeline coverage           usual in Sales
        Or your own
        [Back] [Cancel]

        > Sales revenue, New customers won, Win rate, serious complaints, handbook finished
        ── A KPI of your own 3/5 ───────────────────────────────────────────────────────────────────────────
        serious complaints is new to me. A few quick questions about how it is counted.

        What is good?
          1  Higher is better
        › 2  Lower is better
          3  Within a range
          4  Something else    none at all, at least, by a day, yes or no, levels
        ↵ Lower is better
        [Back] [Cancel]

        > Something else
        What is good, then?
          1  As near to the target as can be
          2  At least the target
          3  At most the target
          4  None at all
          5  Reached by a day
          6  Done or not done
          7  By levels
        [Back] [Cancel]

        > At most the target
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

        > 3
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
        handbook finished is new to me. A few quick questions about how it is counted.

        What is good?
          1  Higher is better
          2  Lower is better
          3  Within a range
          4  Something else    none at all, at least, by a day, yes or no, levels
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

        > Reached by a day
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

        >
        Which side of the company does it look at?
          1  Financial            revenue, cost, cash
          2  Customer             what customers get and say
        › 3  Process              how well the work runs
          4  Learning and growth  people, skills, new things
        ↵ Process
        [Back] [Cancel]

        >
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
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Sales revenue: Sales invoiced in the period, without tax. Once it is in force a value is entered
        every working day; for the time before one every month will do, and scores nothing.

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > 1.1m 1.2m 1.05m 1.15m 1.25m 1.2m 1.3m 1.1m 1.2m 1.35m 1.3m 1.25m
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        New customers won: Customers with their first order in the period. Once it is in force a value is
        entered every week; for the time before one every month will do, and scores nothing.

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > 12 9 14
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Win rate: Deals won ÷ Deals decided (won and lost).

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > 24% 31% 28% 26% 29% 30%
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        serious complaints

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > 3 2 0 1 2 1
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        handbook finished

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > 5 0
        ── The market 4/5 ──────────────────────────────────────────────────────────────────────────────────
        Sales and customers come and go with the market. If you expect something of it, I weigh that with
        your values.

        How much more or less than a year ago do you expect of the market?
        Such as 5% - 10%, or -5%. Skip it if you don't know.
        ↵ –
        [Back] [Skip] [Cancel]

        > 30% - 40%
        ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
        I read: CN¥1,100,000 · CN¥1,200,000 · CN¥1,050,000 · CN¥1,150,000 · CN¥1,250,000 · CN¥1,200,000 ·
        CN¥1,300,000 · CN¥1,100,000 · CN¥1,200,000 · CN¥1,350,000 · CN¥1,300,000 · CN¥1,250,000. Lowest
        CN¥1,050,000, middle CN¥1,200,000, highest CN¥1,350,000.

        Sales revenue: by your values it would be about CN¥1,276,065, by the market about CN¥1,483,981; I
        have weighed both.

        My suggestion: CN¥1,265,000 / CN¥1,350,000 / CN¥1,435,000 (threshold / target / stretch). The chance
        of the target is 61%: you would have made it in 1 of the last 12 months. The two differ, as the
        chance goes by where the values are heading, the count only by what was.

        Which target for Sales revenue, every month? (A value is entered every working day.)
        A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
        100, stretch 120.
        ↵ CN¥1,265,000 / CN¥1,350,000 / CN¥1,435,000
        [Back] [Cancel]

        >
        ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
        I read: 12 · 9 · 14 customers. Lowest 9 customers, middle 12 customers, highest 14 customers.

        With six values from earlier months or quarters I can suggest a target and say how likely it is; so
        far there are 3.

        Which target for New customers won, every month? (A value is entered every week.)
        A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
        100, stretch 120.
        [Back] [Cancel]

        > 12
        ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
        I read: 24% · 31% · 28% · 26% · 29% · 30%. Lowest 24%, middle 29%, highest 31%.

        My suggestion: 25% / 27.5% / 34.5% (threshold / target / stretch). The chance of the target is 62%:
        you would have made it in 4 of the last 6 months. With only 6 values that is a wide guess.

        Which target for Win rate, every month?
        A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
        100, stretch 120.
        ↵ 25% / 27.5% / 34.5%
        [Back] [Cancel]

        > 15%
        ── Just to be sure 4/5 ─────────────────────────────────────────────────────────────────────────────
        Win rate: a target of 15% would be a gift. The chance is over 99%: you would have made it in each of
        the last 6 months.

        Which target shall it be?
          1  15%                  as you typed it
          2  25% / 27.5% / 34.5%  my suggestion
        Or another target
        [Back] [Cancel]

        > 30%
        ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
        I read: 3 · 2 · 0 · 1 · 2 · 1. Lowest 0, middle 2, highest 3.

        My suggestion: 2. The chance of the target is 66%: you would have made it in 5 of the last 6 months.
        With only 6 values that is a wide guess.

        Which target for serious complaints, every month?
        The most that will do; less is no better.
        ↵ 2
        [Back] [Cancel]

        >
        ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
        I read: 5 · 0.

        With six values from earlier months or quarters I can suggest a target and say how likely it is; so
        far there are 2.

        Which target for handbook finished, every month?
        How many days late it may be; 0 is on the day.
        [Back] [Cancel]

        > 0
        ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
        How much should each KPI count?
        › 1  All the same
          2  I share out 100 points
          3  Compare two at a time   which matters more, A or B?
          4  Put them in order       the most important first
        ↵ All the same
        [Back] [Cancel]

        > Compare two at a time
        ── Two at a time 4/5 ───────────────────────────────────────────────────────────────────────────────
        There are up to 10 pairs; after 4 of them you can stop whenever you like.

        Sales revenue or New customers won?

        Which matters more?
          1  Sales revenue, by far      about four times as much
          2  Sales revenue              about twice as much
          3  Both the same
          4  New customers won          about twice as much
          5  New customers won, by far  about four times as much
        [Back] [Cancel]

        > 1
        ── Two at a time 4/5 ───────────────────────────────────────────────────────────────────────────────
        New customers won or Win rate?

        Which matters more?
          1  New customers won, by far  about four times as much
          2  New customers won          about twice as much
          3  Both the same
          4  Win rate                   about twice as much
          5  Win rate, by far           about four times as much
        [Back] [Cancel]

        > 2
        ── Two at a time 4/5 ───────────────────────────────────────────────────────────────────────────────
        Win rate or serious complaints?

        Which matters more?
          1  Win rate, by far            about four times as much
          2  Win rate                    about twice as much
          3  Both the same
          4  serious complaints          about twice as much
          5  serious complaints, by far  about four times as much
        [Back] [Cancel]

        > 4
        ── Two at a time 4/5 ───────────────────────────────────────────────────────────────────────────────
        serious complaints or handbook finished?

        Which matters more?
          1  serious complaints, by far  about four times as much
          2  serious complaints          about twice as much
          3  Both the same
          4  handbook finished           about twice as much
          5  handbook finished, by far   about four times as much
        [Back] [Cancel]

        > 3
        ── Two at a time 4/5 ───────────────────────────────────────────────────────────────────────────────
        Sales revenue or Win rate?

        Which matters more?
          1  Sales revenue, by far  about four times as much
          2  Sales revenue          about twice as much
          3  Both the same
          4  Win rate               about twice as much
          5  Win rate, by far       about four times as much
          6  That's enough
        [Back] [Cancel]

        > That's enough
        ── Weights 4/5 ─────────────────────────────────────────────────────────────────────────────────────
        KPI                 Weight
        ──────────────────────────
        Sales revenue           30
        New customers won       20
        serious complaints      20
        handbook finished       20
        Win rate                10

        Your answers agree with each other well enough.

        What do you think?
          1  Take these weights
          2  Change them by hand
        [Back] [Cancel]

        > Take these weights
        ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
        For which of them will you do something new?
        Training, a changed process, a tool. Skip if nothing needs to change.
          1  Sales revenue       target CN¥1,350,000 every month
          2  New customers won   target 12 every month
          3  Win rate            target 30% every month
          4  serious complaints  target 2 every month
          5  handbook finished   target 0 every month
        ↵ –
        [Back] [Skip] [Cancel]

        > 1
        ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
        Sales revenue: the target is CN¥1,350,000 every month.

        What will you do to reach it?
        In a few words, such as: call ten former customers a week.
        ↵ –
        [Back] [Skip] [Cancel]

        > Hire two people
        ── Action plan 5/5 ─────────────────────────────────────────────────────────────────────────────────
        Who does it?
        › 1  Anna
        ↵ Anna
        [Back] [Cancel]

        > Anna
        By when?
        Such as 12-24, 24 Dec, Friday or in 3 weeks.
        [Back] [Cancel]

        > in 4 weeks
        ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
        This is the draft for Sales. Goal: Win 40 new customers

        KPI                       Target  Weight  Reached before
        ───────────────────────────────────────────────────────────────────────────────────
        Sales revenue       CN¥1,350,000      30  1 of the last 12; chance 61% by the trend
        New customers won             12      20  2 of the last 3
        Win rate                     30%      10  2 of the last 6; chance 36%
        serious complaints             2      20  5 of the last 6; chance 66%
        handbook finished              0      20

        One action is planned. Not covered of the balanced scorecard: learning and growth.

        Put this in force?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Sales has 5 KPIs in force.

        [1] Enter my values   [2] Build the KPIs of Service   [3] Report   [4] Undo
        """
        assert answers(self.test_five_kpis_one_of_them_of_ones_own) <= MOST_ANSWERS
        with stage.reader("Anna") as reader:
            assert len(reader.kpis()) == 5


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("large")
    @transcript
    def test_five_kpis_one_of_them_of_ones_own(self, stage: RealStage) -> None:
        """
        > /kpi 建模 销售
        ── 部门目标 2/5 ────────────────────────────────────────────────────────────────────────────────────
        销售要为公司做到什么？指标要对应公司目标。

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

        > 卖到海外
        部门要为这个目标做到什么？
        一句话即可，例如：新增 40 家客户，老客户不流失。
        [返回] [取消]

        > 新增 40 家客户
        ── 衡量什么 3/5 ────────────────────────────────────────────────────────────────────────────────────
        以下指标适合销售，按推荐程度排列，后面是推荐理由。

        选哪些作为 KPI？
        三到五个为宜。可输入序号、名称，也可写自己的指标，用逗号隔开。
           1  销售收入            销售部门常用；补上“财务”维度
           2  新增客户数          销售部门常用；对应目标“新增 40 家客户”
           3  赢单率              销售部门常用；对应目标“新增 40 家客户”
           4  回款率              销售部门常用
           5  大客户保留率        销售部门常用
           6  产品知识考核通过率  销售部门常用；补上“学习与成长”维度
           7  新客户收入占比      销售部门常用；对应目标“新增 40 家客户”
           8  销售毛利率          销售部门常用
           9  销售目标完成率      销售部门常用
          10  平均单笔成交额      销售部门常用
          11  销售周期            销售部门常用
          12  商机覆盖倍数        销售部门常用
        或者自己写
        [返回] [取消]

        > 销售收入，新增客户数，赢单率，严重投诉，手册编写
        ── 自定义指标 3/5 ──────────────────────────────────────────────────────────────────────────────────
        严重投诉是新指标，先问几个小问题，弄清楚怎么统计。

        什么算好？
          1  越高越好
        › 2  越低越好
          3  保持在区间内
          4  其他情况      零发生、不低于、按期达成、是或否、分等级
        ↵ 越低越好
        [返回] [取消]

        > 其他情况
        具体是哪一种？
          1  越接近目标越好
          2  不低于目标
          3  不超过目标
          4  零发生
          5  按期达成
          6  完成或未完成
          7  按等级评定
        [返回] [取消]

        > 不超过目标
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

        > 每月
        数据从哪里来？
        取自哪个台账、单据或系统。还没定的话可以跳过。
          1  自己登记的台账
          2  订单和单据
          3  财务系统
          4  业务系统
          5  回访或问卷
        或者用自己的话写
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ── 自定义指标 3/5 ──────────────────────────────────────────────────────────────────────────────────
        手册编写是新指标，先问几个小问题，弄清楚怎么统计。

        什么算好？
          1  越高越好
          2  越低越好
          3  保持在区间内
          4  其他情况      零发生、不低于、按期达成、是或否、分等级
        [返回] [取消]

        > 其他情况
        具体是哪一种？
          1  越接近目标越好
          2  不低于目标
          3  不超过目标
          4  零发生
          5  按期达成
          6  完成或未完成
          7  按等级评定
        [返回] [取消]

        > 按期达成
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

        >
        属于平衡计分卡的哪一类？
          1  财务        收入、成本、现金
          2  客户        客户得到了什么、怎么评价
        › 3  内部流程    工作运转得好不好
          4  学习与成长  人才、技能、创新
        ↵ 内部流程
        [返回] [取消]

        >
        数据从哪里来？
        取自哪个台账、单据或系统。还没定的话可以跳过。
          1  自己登记的台账
          2  订单和单据
          3  财务系统
          4  业务系统
          5  回访或问卷
        或者用自己的话写
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        销售收入：期内已开票销售额（不含税）。生效后每个工作日填一个数；以前的每月填一个即可，不计入本期得
        分。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 110万 120万 105万 115万 125万 120万 130万 110万 120万 135万 130万 125万
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        新增客户数：期内首次下单的客户数。生效后每周填一个数；以前的每月填一个即可，不计入本期得分。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 12 9 14
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        赢单率：赢单数 ÷ 已有结果的商机数（赢单加丢单）。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 24% 31% 28% 26% 29% 30%
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        严重投诉

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 3 2 0 1 2 1
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        手册编写

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 5 0
        ── 市场预期 4/5 ────────────────────────────────────────────────────────────────────────────────────
        销售和客户会随市场起落。你对市场有预期的话，我会和历史数据一起考虑。

        预计市场比去年同期增减多少？
        如 5% - 10% 或 -5%。不清楚就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 5% - 8%
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：¥1,100,000 · ¥1,200,000 · ¥1,050,000 · ¥1,150,000 · ¥1,250,000 · ¥1,200,000 · ¥1,300,000
        · ¥1,100,000 · ¥1,200,000 · ¥1,350,000 · ¥1,300,000 · ¥1,250,000。最低 ¥1,050,000，居中 ¥1,200,000，
        最高 ¥1,350,000。

        销售收入：按历史数据约为 ¥127.61万，按市场预期约为 ¥117.14万，建议值已综合两者。

        建议：¥1,130,000 / ¥1,205,000 / ¥1,280,000（底线 / 目标 / 挑战）。达成可能性：61%（最近 12 个月里有
        5 个月能做到）。

        “销售收入”每月的目标是多少？（每个工作日填一个数）
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        ↵ ¥1,130,000 / ¥1,205,000 / ¥1,280,000
        [返回] [取消]

        >
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：12 · 9 · 14 家。最低 9 家，居中 12 家，最高 14 家。

        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前只有 3 期。

        “新增客户数”每月的目标是多少？（每周填一个数）
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        [返回] [取消]

        > 12
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：24% · 31% · 28% · 26% · 29% · 30%。最低 24%，居中 29%，最高 31%。

        建议：25% / 27.5% / 34.5%（底线 / 目标 / 挑战）。达成可能性：62%（最近 6 个月里有 4 个月能做到）。只
        有 6 个数，只能粗略估计。

        “赢单率”每月的目标是多少？
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        ↵ 25% / 27.5% / 34.5%
        [返回] [取消]

        > 15%
        ── 再确认一下 4/5 ──────────────────────────────────────────────────────────────────────────────────
        赢单率：目标 15% 太容易了，达成可能性：99% 以上（最近 6 个月里次次都做到了）。

        目标定为多少？
          1  15%                  你填的
          2  25% / 27.5% / 34.5%  我的建议
        或者填另一个目标
        [返回] [取消]

        > 30%
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：3 · 2 · 0 · 1 · 2 · 1。最低 0，居中 2，最高 3。

        建议：2。达成可能性：66%（最近 6 个月里有 5 个月能做到）。只有 6 个数，只能粗略估计。

        “严重投诉”每月的目标是多少？
        填最高限度，更低不另加分。
        ↵ 2
        [返回] [取消]

        >
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：5 · 0。

        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前只有 2 期。

        “手册编写”每月的目标是多少？
        填允许晚几天，0 表示当天完成。
        [返回] [取消]

        > 0
        ── 权重 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        各项指标的权重怎么定？
        › 1  各项相同
          2  我来分配 100 分
          3  两两比较         甲和乙哪个更重要？
          4  按重要性排序     最重要的排第一
        ↵ 各项相同
        [返回] [取消]

        > 两两比较
        ── 两两比较 4/5 ────────────────────────────────────────────────────────────────────────────────────
        最多比较 10 对，比完 4 对以后随时可以停。

        销售收入和新增客户数相比？

        哪个更重要？
          1  销售收入重要得多    约 4 倍
          2  销售收入更重要      约 2 倍
          3  同样重要
          4  新增客户数更重要    约 2 倍
          5  新增客户数重要得多  约 4 倍
        [返回] [取消]

        > 1
        ── 两两比较 4/5 ────────────────────────────────────────────────────────────────────────────────────
        新增客户数和赢单率相比？

        哪个更重要？
          1  新增客户数重要得多  约 4 倍
          2  新增客户数更重要    约 2 倍
          3  同样重要
          4  赢单率更重要        约 2 倍
          5  赢单率重要得多      约 4 倍
        [返回] [取消]

        > 1
        ── 两两比较 4/5 ────────────────────────────────────────────────────────────────────────────────────
        赢单率和严重投诉相比？

        哪个更重要？
          1  赢单率重要得多    约 4 倍
          2  赢单率更重要      约 2 倍
          3  同样重要
          4  严重投诉更重要    约 2 倍
          5  严重投诉重要得多  约 4 倍
        [返回] [取消]

        > 1
        ── 两两比较 4/5 ────────────────────────────────────────────────────────────────────────────────────
        严重投诉和手册编写相比？

        哪个更重要？
          1  严重投诉重要得多  约 4 倍
          2  严重投诉更重要    约 2 倍
          3  同样重要
          4  手册编写更重要    约 2 倍
          5  手册编写重要得多  约 4 倍
        [返回] [取消]

        > 1
        ── 两两比较 4/5 ────────────────────────────────────────────────────────────────────────────────────
        销售收入和赢单率相比？

        哪个更重要？
          1  销售收入重要得多  约 4 倍
          2  销售收入更重要    约 2 倍
          3  同样重要
          4  赢单率更重要      约 2 倍
          5  赢单率重要得多    约 4 倍
          6  比到这里就够了
        [返回] [取消]

        > 5
        ── 两两比较 4/5 ────────────────────────────────────────────────────────────────────────────────────
        新增客户数和严重投诉相比？

        哪个更重要？
          1  新增客户数重要得多  约 4 倍
          2  新增客户数更重要    约 2 倍
          3  同样重要
          4  严重投诉更重要      约 2 倍
          5  严重投诉重要得多    约 4 倍
          6  比到这里就够了
        [返回] [取消]

        > 比到这里就够了
        ── 权重 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        指标        权重
        ────────────────
        销售收入      30
        新增客户数    30
        赢单率        30
        严重投诉       5
        手册编写       5

        几次比较有些对不上：你说销售收入的分量是新增客户数的四倍，新增客户数是赢单率的四倍，那么销售收入应该
        是赢单率的十六倍，而你说的是四分之一。

        这样可以吗？
          1  就用这些权重
          2  这三项重新比较
          3  手动调整
        [返回] [取消]

        > 这三项重新比较
        ── 两两比较 4/5 ────────────────────────────────────────────────────────────────────────────────────
        销售收入和新增客户数相比？

        哪个更重要？
        › 1  销售收入重要得多    约 4 倍
          2  销售收入更重要      约 2 倍
          3  同样重要
          4  新增客户数更重要    约 2 倍
          5  新增客户数重要得多  约 4 倍
        ↵ 销售收入重要得多
        [返回] [取消]

        > 1
        ── 两两比较 4/5 ────────────────────────────────────────────────────────────────────────────────────
        新增客户数和赢单率相比？

        哪个更重要？
        › 1  新增客户数重要得多  约 4 倍
          2  新增客户数更重要    约 2 倍
          3  同样重要
          4  赢单率更重要        约 2 倍
          5  赢单率重要得多      约 4 倍
        ↵ 新增客户数重要得多
        [返回] [取消]

        > 1
        ── 两两比较 4/5 ────────────────────────────────────────────────────────────────────────────────────
        销售收入和赢单率相比？

        哪个更重要？
          1  销售收入重要得多  约 4 倍
          2  销售收入更重要    约 2 倍
          3  同样重要
          4  赢单率更重要      约 2 倍
        › 5  赢单率重要得多    约 4 倍
        ↵ 赢单率重要得多
        [返回] [取消]

        > 1
        ── 权重 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        指标        权重
        ────────────────
        销售收入      30
        新增客户数    30
        赢单率        29
        严重投诉       6
        手册编写       5

        各次比较的结果基本一致。

        这样可以吗？
          1  就用这些权重
          2  手动调整
        [返回] [取消]

        > 就用这些权重
        ── 行动计划 5/5 ────────────────────────────────────────────────────────────────────────────────────
        哪些指标需要新的行动？
        培训、改流程、上工具都行；不需要就跳过。
          1  销售收入    每月目标 ¥120.5万
          2  新增客户数  每月目标 12
          3  赢单率      每月目标 30%
          4  严重投诉    每月目标 2
          5  手册编写    每月目标 0
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ── 确认发布 5/5 ────────────────────────────────────────────────────────────────────────────────────
        销售的 KPI 草案如下。部门目标：新增 40 家客户

        指标            目标  权重  以往达成
        ───────────────────────────────────────────────────────────────
        销售收入    ¥120.5万    30  近 12 期中达成 5 期，达成可能性 61%
        新增客户数        12    30  近 3 期中达成 2 期
        赢单率           30%    29  近 6 期中达成 2 期，达成可能性 36%
        严重投诉           2     6  近 6 期中达成 5 期，达成可能性 66%
        手册编写           0     5

        还没有行动计划。按平衡计分卡还缺：学习与成长。

        现在生效吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 销售的 5 个 KPI 已生效。

        [1] 填报我的数据   [2] 接着给客服建模   [3] 看报告   [4] 撤销
        """
        assert answers(self.test_five_kpis_one_of_them_of_ones_own) <= MOST_ANSWERS
        with stage.reader("安娜") as reader:
            assert len(reader.kpis()) == 5
