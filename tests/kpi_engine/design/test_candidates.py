"""What is offered to a department, and why."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.candidates import candidates
from kpi_engine.design.catalogue import DepartmentKind, departments, guess
from kpi_engine.design.reasons import Candidate, ForDepartment, ForGoal, ForPerspective, ForSwot
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
) -> tuple[Candidate, ...]:
    return candidates(department, goals, swot, taken, limit)


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
    homes = {one.kpi.department for one in offered(SALES, [Name.same("降低采购成本")], limit=99)}

    assert homes == {"sales", "general"}


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

    assert found.index("key_account_retention") < found.index("collection_rate") < found.index("key_account_visits")
