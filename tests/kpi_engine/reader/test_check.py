"""The check of what is in the records, and buttons that mend it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import Engine, update

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import ChooseRanking, Command, NewKpi, PublishKpis, RankPeople, ReviseKpi, Undo
from kpi_engine.design.check.finding import Apply, Choose, Finding, Question
from kpi_engine.design.targets import Suggestion
from kpi_engine.errors import Refusal
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import Aggregation, Definition, Direction, Target, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.scoring import Progress, Scoring
from kpi_engine.store.tables import KpiVersionRow, PersonRow
from tests.databases import counted
from tests.factories import Office, definition, entry, hat, month
from tests.kpi_engine.service.test_strategy import strategy

STATEMENTS = 15
"""Company, goals, departments, people and hats, SWOT, versions and their days, values, targets, actions, mutes, what
is agreed about totals, what people said of KPIs, and who chose to be ranked."""


def found(office: Office, rule: RuleId, department_id: int | None = None) -> list[Finding]:
    return [each for each in office.reader().check(department_id) if each.rule is rule]


def press(office: Office, command: Command) -> None:
    """As the button would: a change gets its reason from whoever words it."""
    office.do(replace(command, reason="By the check") if isinstance(command, ReviseKpi) else command)


def test_weights_are_normalised(office: Office) -> None:
    office.do(strategy("Grow"))
    (goal,) = office.reader().goals()
    drafts = tuple(NewKpi(definition(name, 50)) for name in ("Revenue", "Visits"))
    office.do(PublishKpis(office.sales, "Sell more", goal.id, drafts))
    office.session.execute(update(KpiVersionRow).values(weight=Decimal(80)))

    (finding,) = found(office, RuleId.WEIGHTS_SUM)
    assert finding.params["total"] == 160
    assert isinstance(finding.fix, Apply)
    press(office, finding.fix.command)

    assert found(office, RuleId.WEIGHTS_SUM) == []
    assert [version.definition.weight for version in office.reader().kpis()] == [50, 50]
    assert found(office, RuleId.GOAL_CHAIN_BROKEN) == []


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        (RuleId.DIRECTION_WRONG, definition("Complaints", target=Target(Decimal(9), threshold=Decimal(5)))),
        (RuleId.DIRECTION_WRONG, definition("Sales profit", direction=Direction.LOWER)),
        (RuleId.UNIT_WRONG, definition("Deliveries", unit=UnitKind.PERCENT, target=Target(Decimal(95)), aggregation=Aggregation.RATIO)),
        (RuleId.AGGREGATION_WRONG, definition("Deliveries", unit=UnitKind.PERCENT, target=Target(Decimal("0.9")))),
        (RuleId.CAP_MISSING, definition("Revenue", scoring=Scoring(cap=Decimal(500)))),
        (RuleId.TARGET_IS_BASELINE, definition("Deliveries", scoring=Scoring(Progress(Decimal(100))))),
        (RuleId.TARGET_ZERO, definition("Accidents", direction=Direction.LOWER, target=Target(Decimal(0)))),
    ],
)  # fmt: skip
def test_one_button_mends_it(office: Office, rule: RuleId, wrong: Definition) -> None:
    office.publish(wrong)
    (finding,) = found(office, rule)
    assert isinstance(finding.fix, Apply)

    press(office, finding.fix.command)

    assert found(office, rule) == []
    assert found(office, RuleId.TARGET_ORDER) == []
    assert len(office.reader().versions(finding.subject.id)) == 2


def test_levels_are_put_in_order(office: Office) -> None:
    (revenue,) = office.publish(definition())
    muddled = Target(Decimal(80), threshold=Decimal(100), stretch=Decimal(60))
    office.session.execute(update(KpiVersionRow).values(target=muddled))
    (finding,) = found(office, RuleId.TARGET_ORDER)
    assert isinstance(finding.fix, Apply)

    press(office, finding.fix.command)

    target = office.reader().versions(revenue)[-1].definition.target
    assert target == Target(Decimal(80), threshold=Decimal(60), stretch=Decimal(100))


def test_a_kpi_without_a_goal_may_choose_one(office: Office) -> None:
    (revenue,) = office.publish(definition())
    office.session.execute(update(KpiVersionRow).values(goal_id=None))
    (finding,) = found(office, RuleId.GOAL_MISSING)
    assert isinstance(finding.fix, Choose)
    assert [option.name for option in finding.fix.options] == [Name.same("Sell more")]

    press(office, finding.fix.options[0].command)

    assert found(office, RuleId.GOAL_MISSING) == []
    assert office.reader().versions(revenue)[-1].definition.goal_id is not None


def test_a_goal_that_leads_nowhere_is_linked_and_its_kpis_with_it(office: Office) -> None:
    office.publish(definition("Revenue", 60), definition("Visits", 40))
    assert isinstance(found(office, RuleId.GOAL_CHAIN_BROKEN)[0].fix, Question)
    office.do(strategy("Grow", "Quality"))
    (finding,) = found(office, RuleId.GOAL_CHAIN_BROKEN)
    assert isinstance(finding.fix, Choose)

    press(office, finding.fix.options[1].command)

    (goal,) = (goal for goal in office.reader().goals() if goal.department_id == office.sales)
    assert {each.id: each.name.en for each in office.reader().goals()}[goal.serves or 0] == "Quality"
    assert found(office, RuleId.GOAL_CHAIN_BROKEN) == found(office, RuleId.GOAL_MISSING) == []


def test_one_of_two_that_measure_the_same_is_kept(office: Office) -> None:
    office.publish(definition("Customer visits", 60), definition("Customer visit", 40))
    (finding,) = found(office, RuleId.DUPLICATE)
    assert isinstance(finding.fix, Choose)

    press(office, finding.fix.options[1].command)

    now = [version.definition for version in office.reader().kpis(office.sales)]
    assert [(each.name.en, each.weight) for each in now] == [("Customer visit", Decimal(100))]
    press(office, Undo())
    assert len(office.reader().kpis(office.sales)) == 2


def test_who_has_left_owns_nothing(office: Office) -> None:
    office.publish(definition(owner_id=office.sam))
    office.session.execute(update(PersonRow).where(PersonRow.id == office.sam).values(active=False))
    (finding,) = found(office, RuleId.OWNER_WRONG)
    assert isinstance(finding.fix, Choose)
    assert [option.name.en for option in finding.fix.options] == ["Hal", "Mia"]

    press(office, finding.fix.options[0].command)

    assert found(office, RuleId.OWNER_WRONG) == []


def test_a_department_is_told_what_concerns_it(office: Office) -> None:
    office.publish(definition("Revenue"))
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(definition("Solved")),)))
    about = [
        {each.params["kpi"] for each in found(office, RuleId.SOURCE_MISSING, id)}
        for id in (None, office.sales, office.service)
    ]
    revenue, solved = Name.same("Revenue"), Name.same("Solved")
    assert about == [{revenue, solved}, {revenue}, {solved}]
    with pytest.raises(Refusal, match="unknown_department"):
        office.reader().check(999)


def test_what_is_a_persons_own_is_not_everybodys(office: Office) -> None:
    mine = NewKpi(definition("My calls", owner_id=office.hal), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))

    def told(by: int | None) -> bool:
        return any(each.rule is RuleId.SOURCE_MISSING for each in office.reader(by).check())

    assert [told(by) for by in (None, office.hal, office.sam, office.mia, office.eve)] == [
        True,
        True,
        True,
        False,
        False,
    ]
    rules = {each.rule for each in office.reader(office.mia).check() if each.subject.kind == "person"}
    assert rules == {RuleId.PERSON_WITHOUT_KPI, RuleId.SMALL_COMPANY}


def test_somebody_whose_kpi_one_may_not_see_is_not_without_one(office: Office) -> None:
    office.hire("Pat", Role.HEAD, hat(office.service))
    mine = NewKpi(definition("My calls"), person_id=office.mia)
    office.do(PublishKpis(office.service, "Serve", None, (mine,)))
    without = {
        each.params["person"] for each in office.reader(office.sam).check() if each.rule is RuleId.PERSON_WITHOUT_KPI
    }
    assert Name.same("Mia") not in without


def test_values_are_looked_at(office: Office) -> None:
    (visits,) = office.publish(definition("Visits"))
    office.enter(*(entry(visits, month(number), 100) for number in range(5, 12)))
    office.session.execute(update(KpiVersionRow).values(in_force=month(1).start))
    (finding,) = found(office, RuleId.NO_SIGNAL)
    assert finding.params["score"] == 100


def test_the_chance_of_a_target_is_that_of_a_suggestion(office: Office) -> None:
    easy, fair = office.publish(
        definition("Visits", 50, target=Target(Decimal(80))), definition("Calls", 50, target=Target(Decimal(100)))
    )
    values = (96, 104, 99, 103, 97, 101, 105, 95, 100, 102)
    periods = [month(11).back(len(values) - place) for place in range(len(values))]
    both = [entry(id, period, value) for id in (easy, fair) for period, value in zip(periods, values, strict=True)]
    office.session.execute(update(KpiVersionRow).values(in_force=periods[0].start))
    office.enter(*both)

    (finding,) = found(office, RuleId.TARGET_CHANCE)

    suggestion = office.reader().suggestion(easy, month(11))
    assert isinstance(suggestion, Suggestion)
    assert finding.subject.id == easy
    assert finding.params["chance"] == suggestion.level(Target(Decimal(80))).chance
    assert finding.params["count"] == 10


def test_whoever_is_ranked_is_asked_unless_they_stay_away(office: Office) -> None:
    drafts = (
        NewKpi(definition("Sam's calls", owner_id=office.sam), person_id=office.sam),
        NewKpi(definition("Revenue")),
    )
    office.do(PublishKpis(office.sales, "Sell more", None, drafts))
    assert found(office, RuleId.PERSONAL_DATA) == []
    office.do(RankPeople(on=True))
    assert [each.params["person"] for each in found(office, RuleId.PERSONAL_DATA)] == [Name.same("Sam")]
    office.do(ChooseRanking(ranked=False), by=office.sam)
    assert found(office, RuleId.PERSONAL_DATA) == []


def test_what_is_computed_needs_neither_values_nor_a_source(office: Office) -> None:
    money = UnitKind.MONEY
    revenue, profit, margin = office.publish(
        definition("Revenue", 30, unit=money),
        definition("Profit", 30, unit=money),
        definition("Margin", 40, unit=UnitKind.PERCENT, expression="profit / revenue", target=Target(Decimal("0.2"))),
    )
    office.enter(entry(revenue, month(10), 0), entry(profit, month(10), 5))
    office.session.execute(update(KpiVersionRow).values(in_force=month(8).start))

    about = {each.rule for each in office.reader(today=month(12).start).check() if each.subject.id == margin}

    assert about.isdisjoint({RuleId.STALE, RuleId.SOURCE_MISSING})
    assert [each.params["zero"] for each in found(office, RuleId.FORMULA_WRONG)] == [Name.same("Revenue")]


def test_what_was_published_today_is_not_stale(office: Office) -> None:
    office.publish(definition("Visits", frequency=PeriodKind.DAY))
    assert found(office, RuleId.STALE) == []
    later = office.reader(today=month(12).start).check()
    assert RuleId.STALE in {finding.rule for finding in later}


def test_it_takes_few_statements(office: Office, engine: Engine) -> None:
    office.publish(*(definition(f"KPI {number}", 10) for number in range(10)))
    office.session.flush()
    office.session.expire_all()
    reader = office.reader()
    with counted(engine) as statements:
        reader.check()
    assert len(statements) <= STATEMENTS


def test_a_company_without_anything_has_nothing_wrong(office: Office) -> None:
    assert office.reader().check() == ()
