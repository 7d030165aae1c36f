"""What small businesses are offered first, as their owners write down company, department and goal."""

from __future__ import annotations

import pytest

from kpi_engine.design.candidates import candidates
from kpi_engine.design.catalogue import kinds_of
from kpi_engine.design.reasons import ForAnyBusiness, ForGoal
from kpi_engine.model.name import Name

BUSINESSES = (
    (
        "Velo Repair",
        "Workshop",
        "Repairs done the day we promised",
        "repair",
        "Jobs done by the promised day, Takings of repairs, Comebacks within 30 days, Days from drop-off to pick-up, Hours billed",
    ),
    (
        "老王修车行",
        "车间",
        "答应哪天修好就哪天修好",
        "repair",
        "按约完工率, 维修收入, 三十天返修率, 平均修理天数, 可计费工时占比",
    ),
    (
        "Bicycle shop Lin",
        "Repairs",
        "Fix it right the first time",
        "repair",
        "Jobs done by the promised day, Comebacks within 30 days, Takings of repairs, Days from drop-off to pick-up, Hours billed",
    ),
    (
        "Studio Nord",
        "Design",
        "Designs the client loves",
        "studio",
        "Fees invoiced, Deadlines met, Rounds of corrections, Client satisfaction, Billable hours",
    ),
    (
        "知行设计工作室",
        "设计",
        "一稿过，客户满意",
        "studio",
        "服务费收入, 按期交稿率, 平均改稿次数, 项目客户满意度, 可计费工时占比",
    ),
    (
        "Café Anna",
        "Café",
        "Be the best café in town",
        "restaurant",
        "Restaurant sales, Table turns, Review rating, Food cost ratio, Hygiene score",
    ),
    (
        "小满咖啡",
        "咖啡馆",
        "做本地口碑最好的店",
        "restaurant",
        "餐厅营业额, 平台评分, 翻台率, 食材成本率, 卫生检查得分",
    ),
    (
        "Bright Tutors",
        "Teachers",
        "Pupils reach their grades",
        "teaching",
        "Learners who go on, Course fees, Lesson attendance, Learners who reach their goal, New enrolments",
    ),
    ("启明培训", "教学", "学员都能考过", "teaching", "续班率, 学费收入, 到课率, 学员达标率, 新报名人数"),
    (
        "Harbour Guesthouse",
        "Rooms",
        "Fill every room at weekends",
        "lodging",
        "Room occupancy, Review rating, Revenue per available room, Direct bookings, Rooms ready at check-in",
    ),
    ("云上民宿", "客房", "周末满房", "lodging", "客房入住率, 平台评分, 每间可售房收入, 直订占比, 入住时备房率"),
    (
        "Hair by Mia",
        "Salon",
        "Clients who come again",
        "salon",
        "Bookable time used, Clients who come again, Takings of visits, No-shows, New clients",
    ),
    ("美容店", "美容", "老客户常来", "salon", "预约时段利用率, 老客回头率, 到店营业额, 爽约率, 新客人数"),
    (
        "Green Plumbers",
        "Plumbers",
        "Answer customers faster",
        "repair",
        "Jobs done by the promised day, Takings of repairs, Comebacks within 30 days, Days from drop-off to pick-up, Hours billed",
    ),
    (
        "Lin Bakery",
        "Bakery",
        "Bake only what we sell",
        "restaurant",
        "Restaurant sales, Table turns, Review rating, Food cost ratio, Hygiene score",
    ),
    (
        "Corner Bookshop",
        "Shop",
        "More regulars",
        "retail",
        "Store sales, Footfall, Store conversion, Basket size, Sales per square metre",
    ),
    ("转角书店", "书店", "回头客更多", "retail", "门店销售额, 进店客流, 进店成交率, 门店客单价, 坪效"),
    (
        "FitBox",
        "Gym",
        "Grow the membership to 300",
        "salon",
        "Bookable time used, Takings of visits, New clients, Clients who come again, No-shows",
    ),
    ("健身房", "健身", "会员做到 300 人", "salon", "预约时段利用率, 到店营业额, 老客回头率, 爽约率, 新客人数"),
    (
        "Dr Li Dental",
        "Clinic",
        "No patient waits",
        "salon",
        "Bookable time used, Takings of visits, Clients who come again, No-shows, New clients",
    ),
    (
        "Clean & Co",
        "Cleaning",
        "Win 20 offices",
        "",
        "Sales revenue, Customer satisfaction, Tasks on time, Overall gross margin, Customer retention",
    ),
    (
        "Team X",
        "Team",
        "Grow",
        "",
        "Sales revenue, Customer satisfaction, Tasks on time, Overall gross margin, Customer retention",
    ),
)
"""Read by people of both languages: would an owner of such a business nod?"""


@pytest.mark.parametrize(("company", "department", "goal", "kinds", "first_five"), BUSINESSES)
def test_an_owner_is_offered_what_the_trade_lives_by(
    company: str, department: str, goal: str, kinds: str, first_five: str
) -> None:
    name, called, aim = Name.same(department), Name.same(company), Name.same(goal)
    found = candidates(name, [aim], (), (), 5, small=True, company=called)

    assert "+".join(kind.id for kind in kinds_of(name, called, [aim])) == kinds
    names = [one.kpi.name.en if department.isascii() or "é" in department else one.kpi.name.zh for one in found]
    assert ", ".join(names) == first_five


def test_a_word_of_several_trades_is_told_by_the_company_and_the_goal() -> None:
    workshop, nothing = Name.same("Workshop"), Name.same("Acme")

    assert [kind.id for kind in kinds_of(workshop)] == ["production", "repair"]
    assert [kind.id for kind in kinds_of(workshop, Name.same("Acme Factory"))] == ["production"]
    assert [kind.id for kind in kinds_of(workshop, nothing, [Name.same("Every bicycle ready on Friday")])] == ["repair"]


def test_a_department_that_is_two_things_stays_both_whatever_is_said() -> None:
    both = kinds_of(Name.same("采购物流部"), Name.same("物流公司"))

    assert {kind.id for kind in both} == {"logistics", "procurement"}


def test_one_of_no_known_trade_is_offered_what_any_business_lives_by() -> None:
    small, large = (candidates(Name.same("Team"), (), (), (), 5, small=each) for each in (True, False))

    assert sum(ForAnyBusiness() in one.reasons for one in small) >= 4
    assert not any(ForAnyBusiness() in one.reasons for one in large)


@pytest.mark.parametrize(
    ("department", "goal", "serves", "others"),
    [
        ("教学", "课程让学员愿意续报、口碑好", {"平台评分"}, {"学费收入", "到课率"}),
        ("Repairs", "Grow the repair side", {"takings of repairs"}, {"comebacks within 30 days", "days from drop-off to pick-up"}),
        ("Repairs", "Turn bikes round quicker", {"days from drop-off to pick-up"}, {"takings of repairs"}),
    ],
)  # fmt: skip
def test_what_all_its_kpis_are_about_tells_none_of_them_from_another(
    department: str, goal: str, serves: set[str], others: set[str]
) -> None:
    found = candidates(Name.same(department), [Name.same(goal)], [], [], 5, small=True)
    named = {
        name.casefold()
        for one in found
        if any(isinstance(reason, ForGoal) for reason in one.reasons)
        for name in (one.kpi.name.en, one.kpi.name.zh)
    }

    assert serves <= named
    assert not others & named
