"""What is offered to a department, and why."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.candidates import candidates
from kpi_engine.design.catalogue import departments, guess, kpis
from kpi_engine.design.known import CatalogueKpi, DepartmentKind
from kpi_engine.design.reasons import Candidate, ForDepartment, ForGoal, ForPerspective, ForSmallCompany, ForSwot
from kpi_engine.design.size import is_small
from kpi_engine.model.kpi import Aggregation, Definition, Direction, Perspective, Target, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotEntry, SwotKind

SALES = Name("Sales", "销售部")
LOGISTICS = Name.same("物流部")
NEW_CUSTOMERS = Name.same("Win new customers in the north")
KEY_ACCOUNTS = Name.same("Keep our key accounts")
LATE = SwotEntry(1, SwotKind.WEAKNESS, "交货经常延误")
LOYAL = SwotEntry(2, SwotKind.STRENGTH, "Loyal key accounts")
TEMPLATES_GOAL = Name("Survive and protect cash", "现金为王")


def offered(
    department: Name,
    goals: Sequence[Name] = (),
    swot: Sequence[SwotEntry] = (),
    taken: Sequence[Definition] = (),
    limit: int = 8,
    people: int | None = None,
) -> tuple[Candidate, ...]:
    return candidates(department, goals, swot, taken, limit, small=people is not None and is_small(people))


def ids(found: Sequence[Candidate]) -> list[str]:
    return [one.kpi.id for one in found]


def why(found: Sequence[Candidate], kpi_id: str) -> tuple[object, ...]:
    return next(one.reasons for one in found if one.kpi.id == kpi_id)


def own(name: str, perspective: Perspective = Perspective.FINANCIAL, catalogue_id: str | None = None) -> Definition:
    return Definition(
        name=Name.same(name),
        unit=Unit(UnitKind.COUNT),
        direction=Direction.HIGHER,
        aggregation=Aggregation.SUM,
        frequency=PeriodKind.MONTH,
        cycle=PeriodKind.MONTH,
        perspective=perspective,
        weight=Decimal(100),
        target=Target(Decimal(1)),
        owner_id=1,
        catalogue_id=catalogue_id,
    )


def test_a_department_is_first_offered_what_it_is_there_for() -> None:
    assert ids(offered(SALES))[0] == "sales_revenue"
    assert ids(offered(LOGISTICS))[0] == "on_time_delivery"
    assert ids(offered(SALES, [NEW_CUSTOMERS, KEY_ACCOUNTS]))[0] == "sales_revenue"


def test_what_serves_a_goal_comes_forward() -> None:
    plain, aimed = ids(offered(SALES, limit=99)), ids(offered(SALES, [NEW_CUSTOMERS], limit=99))

    assert aimed.index("new_customer_share") < plain.index("new_customer_share")
    assert ForGoal(NEW_CUSTOMERS) in why(offered(SALES, [NEW_CUSTOMERS]), "new_customers")


def test_a_goal_called_like_a_strategy_stands_for_all_of_it() -> None:
    found = offered(SALES, [TEMPLATES_GOAL])

    assert ForGoal(TEMPLATES_GOAL) in why(found, "collection_rate")


def test_a_swot_entry_is_answered_by_kpis_for_its_corner() -> None:
    found = offered(LOGISTICS, swot=[LATE])

    assert ForSwot(LATE) in why(found, "on_time_delivery")


def test_a_kpi_that_suits_another_corner_does_not_answer() -> None:
    threat = SwotEntry(3, SwotKind.THREAT, LATE.text)

    assert ForSwot(threat) not in why(offered(LOGISTICS, swot=[threat]), "on_time_delivery")


def test_a_strength_is_built_on() -> None:
    assert ForSwot(LOYAL) in why(offered(SALES, swot=[LOYAL]), "key_account_retention")


def test_the_kind_of_department_is_a_reason() -> None:
    (sales,) = guess("Sales")

    assert ForDepartment(sales) in why(offered(SALES), "sales_revenue")


def test_the_first_from_a_missing_perspective_says_so() -> None:
    taken = [own("Coffee money", Perspective.FINANCIAL)]
    claims = [
        reason.perspective
        for one in offered(SALES, taken=taken, limit=20)
        for reason in one.reasons
        if isinstance(reason, ForPerspective)
    ]

    assert sorted(claims) == ["customer", "learning", "process"]


@pytest.mark.parametrize("taken", [own("销售额"), own("Money in", catalogue_id="sales_revenue")])
def test_what_is_taken_is_not_offered_again(taken: Definition) -> None:
    assert "sales_revenue" in ids(offered(SALES, limit=99))
    assert "sales_revenue" not in ids(offered(SALES, taken=[taken], limit=99))


@pytest.mark.parametrize("kind", departments(), ids=lambda kind: kind.id)
@pytest.mark.parametrize("goal", ["Cut cost", "提高客户满意度", "Grow", "???"])
def test_the_first_five_look_from_three_perspectives(kind: DepartmentKind, goal: str) -> None:
    found = offered(kind.name, [Name.same(goal)], [LATE, LOYAL], limit=5)

    assert len({one.kpi.perspective for one in found}) >= 3


def test_so_they_do_when_no_perspective_is_missing() -> None:
    taken = [own(f"Own {perspective}", perspective) for perspective in Perspective]
    goals = [Name.same(goal) for goal in ("Keep cash", "More profit", "Higher margin", "Less cost", "Fewer bad debts")]
    found = offered(Name.same("Finance"), goals, taken=taken, limit=5)

    assert len({one.kpi.perspective for one in found}) == 3


def test_a_shorter_list_is_the_head_of_the_longer_one() -> None:
    assert offered(SALES, [NEW_CUSTOMERS], limit=3) == offered(SALES, [NEW_CUSTOMERS], limit=12)[:3]


def test_another_departments_kpis_are_not_offered() -> None:
    found = offered(SALES, [Name.same("降低采购成本")], limit=99)

    assert all("sales" in one.kpi.departments or one.kpi.department == "general" for one in found)


def test_what_two_departments_count_alike_is_offered_in_both() -> None:
    pricing = Name("Pricing and product", "定价与产品")

    assert "price_competitiveness" in ids(offered(SALES, limit=99))
    assert "price_competitiveness" in ids(offered(pricing))


def test_a_department_of_two_kinds_is_offered_both() -> None:
    homes = {one.kpi.department for one in offered(Name.same("采购物流部"))}

    assert {"logistics", "procurement"} <= homes


def test_an_unknown_department_gets_what_suits_any_and_what_serves_its_goals() -> None:
    found = offered(Name.same("Astronauts"), [Name.same("More online sales")], limit=99)

    assert {one.kpi.department for one in found[:5]} == {"general"}
    assert "online_sales_share" in ids(found)
    assert all(one.at_home or any(isinstance(reason, ForGoal) for reason in one.reasons) for one in found)


def test_near_doubles_are_kept_apart() -> None:
    """Key-account visits say little beside key-account retention, so something else comes before them."""
    found = ids(offered(SALES, limit=99))

    assert found.index("key_account_retention") < found.index("quotes_sent") < found.index("key_account_visits")


@pytest.mark.parametrize(
    ("department", "corner", "text", "answers"),
    [
        ("Sales", SwotKind.STRENGTH, "Our people are good at winning new customers", {"new_customers"}),
        ("销售部", SwotKind.STRENGTH, "大客户关系稳固", {"key_account_retention", "key_account_visits"}),
        ("物流部", SwotKind.WEAKNESS, "交货不准时", {"on_time_delivery"}),
        (
            "Logistics",
            SwotKind.WEAKNESS,
            "Freight costs too much",
            {"logistics_cost_reduction", "logistics_cost_ratio"},
        ),
        ("E-commerce", SwotKind.OPPORTUNITY, "More people buy online", {"online_sales_share"}),
        ("电商部", SwotKind.OPPORTUNITY, "直播带来转化", {"online_conversion"}),
        ("Pricing", SwotKind.THREAT, "Rivals cut their prices", {"price_competitiveness"}),
        ("市场部", SwotKind.THREAT, "市场变化快，竞争对手动作多", {"market_response_time"}),
    ],
)
def test_each_corner_is_answered_as_one_would(department: str, corner: SwotKind, text: str, answers: set[str]) -> None:
    entry = SwotEntry(7, corner, text)
    found = offered(Name.same(department), swot=[entry], limit=99)

    assert answers <= {one.kpi.id for one in found if ForSwot(entry) in one.reasons}


def test_a_small_company_is_offered_five() -> None:
    assert len(offered(SALES, limit=12, people=29)) == 5
    assert len(offered(SALES, limit=3, people=29)) == 3
    assert len(offered(SALES, limit=12, people=30)) == 12
    assert len(offered(SALES, limit=12)) == 12


def test_a_small_company_is_told_what_is_easily_kept() -> None:
    assert ForSmallCompany() in why(offered(SALES, people=5), "sales_revenue")
    assert ForSmallCompany() not in why(offered(SALES), "sales_revenue")
    assert ForSmallCompany() not in why(offered(SALES, people=5), "win_rate")


def test_what_takes_many_hands_is_left_to_large_companies_unless_it_is_asked_for() -> None:
    factory, machines = Name.same("Production"), Name.same("Fewer breakdowns of our machines")
    taken = [own(f"Own {kpi.id}", catalogue_id=kpi.id) for kpi in _usual("production") if kpi.small]

    assert ids(offered(factory, taken=taken, people=10)) == []
    asked = offered(factory, [machines], taken=taken, people=10)
    assert asked
    assert all(one.kpi.small == 0 and ForGoal(machines) in one.reasons for one in asked)


@pytest.mark.parametrize("kind", departments(), ids=lambda kind: kind.id)
@pytest.mark.parametrize("people", [8, 200])
def test_a_department_that_names_no_goal_gets_what_it_is_there_for(kind: DepartmentKind, people: int) -> None:
    """At least three of the five are staples, and the foremost comes first."""
    found = ids(offered(kind.name, limit=5, people=people))

    assert found[0] == kind.staples[0]
    assert len(set(found) & set(kind.staples)) >= 3


def test_what_is_taken_is_known_by_what_it_is_called_in_that_department() -> None:
    shop = Name("Retail store", "门店")

    assert "basket_size" not in ids(offered(shop, taken=[own("客单价")], limit=99))
    assert "store_sales" in ids(offered(shop, taken=[own("客单价")], limit=99))


def _usual(kind: str) -> list[CatalogueKpi]:
    return [kpi for kpi in kpis() if kind in kpi.departments or kpi.department == "general"]


@pytest.mark.parametrize("name", ["跟单", "跟单部", "外贸跟单", "Merchandising", "Order follow-up"])
def test_who_follows_orders_up_is_offered_no_sales_figures(name: str) -> None:
    offered = [one.kpi for one in candidates(Name.same(name), [], [], (), 5, small=True)]

    assert "on_time_shipment" in [kpi.id for kpi in offered[:2]]
    assert not any(kpi.department == "sales" for kpi in offered)
