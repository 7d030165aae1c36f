"""KPIs and goals as owners write them, and whether the one is seen to serve the other.

A tie that a person sees and the words do not tell (`UNKNOWN`) is no fault: the check keeps silent. What must not happen is
that a KPI which serves its goal is held to be `APART` from it.
"""

from __future__ import annotations

import pytest

from kpi_engine.design.catalogue import kpis
from kpi_engine.design.known import CatalogueKpi
from kpi_engine.design.relevance import Certainty, relevance
from kpi_engine.design.strategy import templates
from kpi_engine.design.wording import shared_words
from kpi_engine.model.name import Name
from tests.kpi_engine.design.check.models import known, own

TIED, APART, UNKNOWN = Certainty.PLAUSIBLE, Certainty.NONE, Certainty.UNKNOWN
NOWHERE = Name("Team 7", "七组")
"""A department whose name says nothing of what it does."""
PAIRS = (
    ("Repairs finished on time", "Repairs done the day we promised", TIED),
    ("按时完工率", "答应哪天修好就哪天修好", TIED),
    ("返修率", "修一次就修好", TIED),
    ("Comebacks within 30 days", "Fix it right the first time", TIED),
    ("Drinks sold per day", "Sell more coffee than last year", TIED),
    ("Coffee beans wasted", "Sell more coffee than last year", TIED),
    ("每日杯数", "咖啡卖得更多", TIED),
    ("Customer complaints", "Make our guests happy", TIED),
    ("投诉数", "让客人满意", TIED),
    ("Rounds of corrections per design", "Designs the client loves at first sight", TIED),
    ("客户改稿次数", "一稿过", TIED),
    ("Average review score", "Be the best rated café in town", TIED),
    ("大众点评评分", "做本地口碑最好的店", TIED),
    ("Bookings per week", "Fill every room at weekends", TIED),
    ("入住率", "周末满房", TIED),
    ("Invoices paid late", "Never run out of money", TIED),
    ("应收账款逾期金额", "现金不断流", TIED),
    ("Students who pass the exam", "Pupils reach their grades", TIED),
    ("考试通过率", "学员都能考过", TIED),
    ("New members", "Grow the membership to 300", TIED),
    ("新增会员数", "会员做到 300 人", TIED),
    ("Staff who leave", "Keep our good people", TIED),
    ("员工离职率", "留住骨干", TIED),
    ("Hours of downtime", "Machines that always run", TIED),
    ("停机时长", "设备不停", TIED),
    ("Followers on Instagram", "Become known in the region", TIED),
    ("抖音粉丝数", "打响品牌", TIED),
    ("Days to answer an enquiry", "Answer customers faster", TIED),
    ("报价用时", "客户询价当天回复", TIED),
    ("Food cost share", "Earn more on every dish", TIED),
    ("食材成本率", "每道菜都赚钱", TIED),
    ("Average ticket", "Increase takings by 10 %", TIED),
    ("客单价", "营业额增长 10%", TIED),
    ("Delivery errors", "Every order right and on time", TIED),
    ("Canteen menu choices", "Win 40 new customers", APART),
    ("食堂菜品数", "新增 40 家客户", APART),
    ("Number of plants in the office", "Repairs done the day we promised", APART),
    ("办公室绿植数", "当天修好", APART),
    ("Staff birthday parties", "Collect receivables on time", APART),
    ("团建次数", "应收账款按期收回", APART),
    ("Website visits", "Never have an accident", APART),
    ("网站访问量", "全年零事故", APART),
    ("Meetings held", "Cut material waste", APART),
    ("开会次数", "减少材料浪费", APART),
    ("Printer paper used", "Answer customers faster", APART),
    ("打印纸用量", "客户询价当天回复", APART),
)
OTHERS = (
    ("Wheels trued per day", "Serve more cyclists each week", UNKNOWN),
    ("Average wait for a table", "Nobody leaves hungry", UNKNOWN),
    ("上菜时长", "客人不用久等", TIED),
    ("Blog posts read", "More people find our studio online", UNKNOWN),
    ("Hours billed", "Earn from every hour we work", UNKNOWN),
    ("可计费工时占比", "每个工时都能变成收入", TIED),
    ("Bread left over at closing", "Bake only what we sell", UNKNOWN),
    ("剩余面包数", "当天做当天卖完", UNKNOWN),
    ("Project overruns", "Finish projects within budget", TIED),
    ("项目超支率", "项目不超预算", TIED),
    ("Insurance claims settled", "Quick help after damage", UNKNOWN),
    ("Lessons cancelled", "Reliable lessons for every student", TIED),
    ("停课次数", "课程稳定不断课", TIED),
    ("Parts out of stock", "Every spare part on the shelf", TIED),
    ("配件缺货率", "常用配件不断货", TIED),
    ("Net promoter score", "Customers recommend us", TIED),
    ("转介绍客户数", "靠老客户介绍新客户", TIED),
    ("Sick days", "A healthy team", UNKNOWN),
    ("病假天数", "员工身体健康", UNKNOWN),
    ("Electricity used", "Become climate neutral", TIED),
    ("用电量", "绿色低碳经营", TIED),
    ("Trees in the car park", "Collect receivables on time", APART),
    ("停车场车位数", "应收账款按期收回", APART),
    ("Coffee machine cleanings", "Win 40 new customers", APART),
    ("饮水机清洗次数", "拿下 40 家新客户", APART),
    ("Emails sent", "Never have an accident", APART),
    ("邮件发送数", "全年零事故", APART),
    ("Desk tidiness", "Sell abroad", APART),
    ("工位整洁度", "卖到海外", APART),
    ("Uniforms ordered", "Answer customers faster", APART),
)
"""Written after the lists of words had been made; words have been added for them since."""


@pytest.mark.parametrize(("kpi", "goal", "certainty"), PAIRS + OTHERS)
def test_a_kpi_and_a_goal(kpi: str, goal: str, certainty: Certainty) -> None:
    assert relevance(own(kpi), [Name.same(goal)], NOWHERE, ()).certainty is certainty


@pytest.mark.parametrize(
    "kpi", [each for each in kpis() if each.department in ("sales", "logistics")], ids=lambda one: one.id
)
def test_what_the_catalogue_offers_a_department_is_at_home_there(kpi: CatalogueKpi) -> None:
    department = Name("Sales and logistics", "销售物流部")

    assert relevance(known(kpi.id, 1), [Name.same("Zero accidents")], department, ()).certainty is TIED


def test_what_is_also_usual_elsewhere_is_at_home_there_too() -> None:
    found = relevance(known("first_pass_yield", 1), [Name.same("Zero accidents")], Name("Production", "生产部"), ())

    assert found.certainty is TIED


def test_every_goal_of_the_strategies_is_understood() -> None:
    unrelated = own("Canteen menu choices", "食堂菜品数")
    goals = [goal for one in templates() for goal in one.goals]

    assert {relevance(unrelated, [goal], NOWHERE, ()).certainty for goal in goals} <= {TIED, APART}


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Repairs finished on time", "Every repair done right", {"repair"}),
        ("Number of customers per month", "More customers every month", set()),
        ("咖啡豆损耗", "咖啡卖得更多", {"咖啡"}),
        ("新增客户数", "客户更满意", set()),
    ],
)
def test_words_in_common_that_say_something(one: str, other: str, words: set[str]) -> None:
    assert shared_words(one, other) == words
