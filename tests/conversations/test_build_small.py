"""A company of fewer than 30 people comes to five KPIs in at most fifteen answers, in either language."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.conversations.counting import answers
from tests.stage import RealStage

MOST_ANSWERS = 15


class TestEnglish:
    @pytest.mark.usefixtures("founded")
    @transcript
    def test_five_kpis_are_built_from_what_is_suggested(self, stage: RealStage) -> None:
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
        › 1  Sales revenue          usual in Sales; adds the financial view
        › 2  New customers won      usual in Sales; serves “Win 40 new customers”
        › 3  Win rate               usual in Sales; serves “Win 40 new customers”
        › 4  Collection rate        usual in Sales; easy to keep in a small company
        › 5  Key-account retention  usual in Sales; easy to keep in a small company
        Or your own
        ↵ Sales revenue, New customers won, Win rate, Collection rate, Key-account retention
        [Back] [Cancel]

        >
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

        > 12 9 14 11 13 12 15
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Win rate: Deals won ÷ Deals decided (won and lost).

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > 24% 31% 28% 26% 29% 30%
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Collection rate: Cash received for invoices due ÷ Invoices due.

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > 90% 92% 91% 93% 92% 94%
        ── Are there numbers? 4/5 ──────────────────────────────────────────────────────────────────────────
        Key-account retention: Key accounts that ordered in this period and in the one before ÷ Key accounts
        that ordered in the period before.

        What were its last values, one for every month?
        Oldest first, with spaces between them; one is enough, twelve are better. If nobody knows any, skip
        it.
        ↵ –
        [Back] [Skip] [Cancel]

        > 85% 87% 86% 90% 88% 89% 91%
        ── The market 4/5 ──────────────────────────────────────────────────────────────────────────────────
        Sales and customers come and go with the market. If you expect something of it, I weigh that with
        your values.

        How much more or less than a year ago do you expect of the market?
        Such as 5% - 10%, or -5%. Skip it if you don't know.
        ↵ –
        [Back] [Skip] [Cancel]

        > 5% - 8%
        ── Targets 4/5 ─────────────────────────────────────────────────────────────────────────────────────
        KPI                                                     Suggested  Chance
        ────────────────────────────────────────────────────────────────────────────────────────────────────
        Sales revenue          CN¥1,130,000 / CN¥1,205,000 / CN¥1,280,000  61%, 5 of the last 12
        New customers won                                     9 / 12 / 15  64%, 5 of the last 7
        Win rate                                      25% / 27.5% / 34.5%  62%, 4 of the last 6
        Collection rate                             91.7% / 93.3% / 94.4%  60% by the trend, 1 of the last 6
        Key-account retention                       88.5% / 89.7% / 91.8%  59% by the trend, 2 of the last 7

        Sales revenue: by your values it would be about CN¥1,276,065, by the market about CN¥1,171,384; I
        have weighed both.

        Shall these be the targets?
        One for each, in this order, with commas between them, such as 1.2m, 40 / 50 / 60, 30%.
          1  Take them all
          2  One at a time
        Or type them in one line
        [Back] [Cancel]

        > Take them all
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
          1  Sales revenue          target CN¥1,205,000 every month
          2  New customers won      target 12 every month
          3  Win rate               target 27.5% every month
          4  Collection rate        target 93.3% every month
          5  Key-account retention  target 89.7% every month
        ↵ –
        [Back] [Skip] [Cancel]

        > skip
        ── Ready? 5/5 ──────────────────────────────────────────────────────────────────────────────────────
        This is the draft for Sales. Goal: Win 40 new customers

        KPI                          Target  Weight  Reached before
        ─────────────────────────────────────────────────────────────────────────────────────
        Sales revenue          CN¥1,205,000      20  5 of the last 12; chance 61%
        New customers won                12      20  5 of the last 7; chance 64%
        Win rate                      27.5%      20  4 of the last 6; chance 62%
        Collection rate               93.3%      20  1 of the last 6; chance 60% by the trend
        Key-account retention         89.7%      20  2 of the last 7; chance 59% by the trend

        No action is planned yet. Not covered of the balanced scorecard: learning and growth.

        Put this in force?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Sales has 5 KPIs in force.

        [1] Enter my values   [2] Build the KPIs of Service   [3] Report   [4] Undo
        """
        assert answers(self.test_five_kpis_are_built_from_what_is_suggested) <= MOST_ANSWERS
        with stage.reader("Anna") as reader:
            assert len(reader.kpis()) == 5


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_five_kpis_are_built_from_what_is_suggested(self, stage: RealStage) -> None:
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
        › 1  销售收入      销售部门常用；补上“财务”维度
        › 2  新增客户数    销售部门常用；对应目标“新增 40 家客户”
        › 3  赢单率        销售部门常用；对应目标“新增 40 家客户”
        › 4  回款率        销售部门常用；小公司也容易统计
        › 5  大客户保留率  销售部门常用；小公司也容易统计
        或者自己写
        ↵ 销售收入、新增客户数、赢单率、回款率、大客户保留率
        [返回] [取消]

        >
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

        > 12 9 14 11 13 12 15
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        赢单率：赢单数 ÷ 已有结果的商机数（赢单加丢单）。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 24% 31% 28%
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        回款率：到期应收款中已收回的金额 ÷ 到期应收款总额。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 90% 92% 91% 93% 92% 94%
        ── 有数据吗？ 4/5 ──────────────────────────────────────────────────────────────────────────────────
        大客户保留率：上期下单且本期继续下单的大客户数 ÷ 上期下单的大客户数。

        最近的数值是多少（每月一个）？
        从早到近，用空格隔开；有一个就行，有十二个更好。没人知道就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 85% 87% 86% 90% 88% 89% 91%
        ── 市场预期 4/5 ────────────────────────────────────────────────────────────────────────────────────
        销售和客户会随市场起落。你对市场有预期的话，我会和历史数据一起考虑。

        预计市场比去年同期增减多少？
        如 5% - 10% 或 -5%。不清楚就跳过。
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        指标                          建议目标  达成可能性
        ────────────────────────────────────────────────────────────────────
        销售收入      ¥114万 / ¥125万 / ¥136万  61%，近 12 期达成 5 期
        新增客户数                 9 / 12 / 15  64%，近 7 期达成 5 期
        赢单率                               –  最近 24% · 31% · 28%
        回款率           91.7% / 93.3% / 94.4%  按走势 60%，近 6 期达成 1 期
        大客户保留率     88.5% / 89.7% / 91.8%  按走势 59%，近 7 期达成 2 期

        往期数据满 6 期（按月或按季），我就能建议目标、估算达成可能性；目前还不够的：赢单率。

        目标分别定多少？
        按上面的顺序每项填一个，用逗号隔开，如 120万，40 / 50 / 60，30%。
          1  逐个来定
        或者一行写完
        [返回] [取消]

        > 140万，12，30%，92%，70%
        ── 再确认一下 4/5 ──────────────────────────────────────────────────────────────────────────────────
        销售收入：目标 ¥1,400,000 恐怕够不着，达成可能性：7%（最近 12 个月里一次也没做到）。

        目标定为多少？
          1  ¥1,400,000                            你填的
          2  ¥1,140,000 / ¥1,250,000 / ¥1,360,000  我的建议
        或者填另一个目标
        [返回] [取消]

        > 120万
        ── 再确认一下 4/5 ──────────────────────────────────────────────────────────────────────────────────
        大客户保留率：目标 70% 太容易了，达成可能性：99% 以上（最近 7 个月里次次都做到了）。

        目标定为多少？
          1  70%                    你填的
          2  88.5% / 89.7% / 91.8%  我的建议
        或者填另一个目标
        [返回] [取消]

        > 90%
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
          1  销售收入      每月目标 ¥120万
          2  新增客户数    每月目标 12
          3  赢单率        每月目标 30%
          4  回款率        每月目标 92%
          5  大客户保留率  每月目标 90%
        ↵ –
        [返回] [跳过] [取消]

        > 跳过
        ── 确认发布 5/5 ────────────────────────────────────────────────────────────────────────────────────
        销售的 KPI 草案如下。部门目标：新增 40 家客户

        指标            目标  权重  以往达成
        ────────────────────────────────────────────────────────────────────
        销售收入      ¥120万    20  近 12 期中达成 8 期，达成可能性 77%
        新增客户数        12    20  近 7 期中达成 5 期，达成可能性 64%
        赢单率           30%    20  近 3 期中达成 1 期
        回款率           92%    20  近 6 期中达成 4 期，达成可能性 76%
        大客户保留率     90%    20  近 7 期中达成 2 期，达成可能性按走势 54%

        还没有行动计划。按平衡计分卡还缺：学习与成长。

        现在生效吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 销售的 5 个 KPI 已生效。

        [1] 填报我的数据   [2] 接着给客服建模   [3] 看报告   [4] 撤销
        """
        assert answers(self.test_five_kpis_are_built_from_what_is_suggested) <= MOST_ANSWERS + 2, "two asked back"
        with stage.reader("安娜") as reader:
            assert len(reader.kpis()) == 5
