"""KPIs that are computed from others, from publishing to undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import Command, NewKpi, PublishKpis, ReviseKpi, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import Reading
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import Aggregation, Definition, Target, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.score import KpiScore, ScoreState, Subject, SubjectKind
from tests.factories import Office, definition, entry, hat, month, reading

MONEY, PERCENT = UnitKind.MONEY, UnitKind.PERCENT
REVENUE = definition("Revenue", 30, unit=MONEY)
PROFIT = definition("Profit", 30, unit=MONEY)
MARGIN = definition("Margin", 40, unit=PERCENT, expression="profit / revenue", target=Target(Decimal("0.2")))


@pytest.fixture
def kpis(office: Office) -> list[int]:
    """Revenue, profit and the margin, each by the month."""
    return office.publish(REVENUE, PROFIT, MARGIN)


def stored(office: Office, kpi_id: int, period: Period | None = None) -> KpiScore:
    line = office.stored_score(kpi_id, period or month(11))
    assert line is not None
    return line


def refused(office: Office, command: Command) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command)
    return caught.value


def present(office: Office, kpi_id: int) -> Definition:
    return office.reader().versions(kpi_id)[-1].definition


def revision(office: Office, kpi_id: int, **changes: object) -> ReviseKpi:
    changed = replace(present(office, kpi_id), **changes)  # type: ignore[arg-type]  # the names are the definition's
    return ReviseKpi(kpi_id, changed, date(2026, 11, 1), "better so")


def new(office: Office, *drafts: NewKpi | Definition, department_id: int = 0) -> PublishKpis:
    every = tuple(draft if isinstance(draft, NewKpi) else NewKpi(draft) for draft in drafts)
    return PublishKpis(department_id or office.service, "Serve", None, every)


def test_names_become_ids_and_the_rest_follows_from_the_operands(office: Office, kpis: list[int]) -> None:
    revenue, profit, margin = kpis
    kept = present(office, margin)
    assert kept.expression == f"{{{profit}}} / {{{revenue}}}"
    assert (kept.aggregation, kept.frequency) == (Aggregation.RATIO, PeriodKind.MONTH)


def test_it_is_scored_as_soon_as_its_operands_are_in(office: Office, kpis: list[int]) -> None:
    revenue, profit, margin = kpis
    office.enter(entry(revenue, month(11), 200))
    assert stored(office, margin).state is ScoreState.NOT_DUE
    office.enter(entry(profit, month(11), 30))
    line = stored(office, margin)
    assert (line.reading, line.score) == (Reading(Decimal("0.15"), Decimal(30), Decimal(200)), Decimal(75))
    office.enter(entry(revenue, month(11), 300))
    assert stored(office, margin).score == 50
    office.do(Undo())
    assert stored(office, margin).score == 75
    card = office.reader().scorecard(Subject(SubjectKind.DEPARTMENT, office.sales), month(11))
    assert [line.score for line in card.lines] == [stored(office, kpi_id).score for kpi_id in (revenue, profit, margin)]


def test_nobody_owes_or_enters_it(office: Office, kpis: list[int]) -> None:
    margin = kpis[2]
    assert {one.version.kpi.id for one in office.reader(today=date(2026, 12, 1)).owed()} == set(kpis[:2])
    with pytest.raises(Refusal, match="kpi_computed"):
        office.enter(entry(margin, month(11), "0.2"))
    past = NewKpi(replace(MARGIN, weight=Decimal(100)), past=((month(10), reading("0.2")),))
    assert refused(office, new(office, past)).key == "kpi_computed"


def test_a_value_that_nobody_can_divide_by(office: Office, kpis: list[int]) -> None:
    revenue, profit, margin = kpis
    office.enter(entry(revenue, month(11), 0), entry(profit, month(11), 3))
    line = stored(office, margin)
    assert (line.state, line.problem) == (ScoreState.NOT_COMPUTABLE, "division_by_zero")
    card = office.reader().scorecard(Subject(SubjectKind.DEPARTMENT, office.sales), month(11))
    assert card.coverage == Decimal("0.6")


def test_another_departments_kpis_may_be_named_and_formulas_of_formulas(office: Office, kpis: list[int]) -> None:
    bonus = definition("Bonus", unit=PERCENT, expression="Margin * 50%")
    office.do(new(office, bonus))
    bonus_id = office.reader().kpis(office.service)[0].kpi.id
    office.enter(entry(kpis[0], month(11), 200), entry(kpis[1], month(11), 30))
    assert stored(office, bonus_id).reading == reading("0.0750")


def test_formulas_of_one_set_may_name_each_other_in_any_order(office: Office) -> None:
    bonus = definition("Bonus", 10, unit=PERCENT, expression="毛利率 * 50%")
    margin = replace(MARGIN, name=Name("Margin", "毛利率"), weight=Decimal(30))
    office.publish(bonus, margin, REVENUE, PROFIT)
    assert [present(office, version.kpi.id).aggregation for version in office.reader().kpis(office.sales)] == [
        Aggregation.RATIO,
        Aggregation.RATIO,
        Aggregation.SUM,
        Aggregation.SUM,
    ]


def test_a_new_set_means_its_own_kpis(office: Office, kpis: list[int]) -> None:
    again = office.publish(REVENUE, PROFIT, MARGIN)
    assert set(again).isdisjoint(kpis)
    assert present(office, again[2]).expression == f"{{{again[1]}}} / {{{again[0]}}}"


@pytest.mark.parametrize(
    ("expression", "unit", "key"),
    [
        ("Profits / Revenue", PERCENT, "formula_unknown"),
        ("Profit /", PERCENT, "formula_syntax"),
        ("Profit + 1", MONEY, "formula_mixes_time"),
        ("Profit / Revenue + Profit", MONEY, "formula_mixes_time"),
        ("Profit * Revenue", UnitKind.RATIO, "formula_over_time"),
        ("Profit / Revenue", MONEY, "formula_result_unit"),
        ("Ratio * 2", PERCENT, "formula_circle"),
        ("12", PERCENT, "formula_without_kpi"),
        ("Calls / Revenue", PERCENT, "formula_unknown"),
    ],
)
def test_formulas_that_cannot_be(office: Office, kpis: list[int], expression: str, unit: UnitKind, key: str) -> None:
    """The calls are Sam's own: what they come to is not everybody's."""
    calls = NewKpi(definition("Calls", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (calls,)))
    assert refused(office, new(office, definition("Ratio", unit=unit, expression=expression))).key == key
    assert office.reader().kpis(office.service) == ()


def test_a_persons_own_kpis_may_be_named_by_their_own(office: Office, kpis: list[int]) -> None:
    calls = NewKpi(definition("Calls", 50, owner_id=office.sam), person_id=office.sam)
    per_call = definition("Per call", 50, owner_id=office.sam, unit=MONEY, expression="Revenue / Calls")
    office.do(new(office, calls, NewKpi(per_call, person_id=office.sam), department_id=office.sales))
    own = office.reader(office.sam).kpis(person_id=office.sam)
    assert own[1].definition.expression == f"{{{kpis[0]}}} / {{{own[0].kpi.id}}}"


def test_what_others_are_computed_from_stays_what_it_is(office: Office, kpis: list[int]) -> None:
    revenue, profit, margin = kpis
    alone = PublishKpis(
        office.sales, "Sell", None, (), keep=((profit, Decimal(50)), (margin, Decimal(50))), retire=(revenue,)
    )
    refusal = refused(office, alone)
    assert (refusal.key, refusal.params) == ("operands_changed", {"kpi": Name.same("Margin")})
    assert refused(office, revision(office, revenue, aggregation=Aggregation.LAST)).key == "operands_changed"
    assert refused(office, revision(office, revenue, unit=definition().unit)).key == "formula_result_unit"
    office.do(revision(office, revenue, name=Name.same("Turnover")))
    office.enter(entry(revenue, month(11), 200), entry(profit, month(11), 30))
    assert stored(office, margin).score == 75


def test_a_circle_by_way_of_a_revision_is_refused(office: Office, kpis: list[int]) -> None:
    revenue, _, margin = kpis
    office.do(new(office, definition("Bonus", unit=PERCENT, expression="Margin * 2")))
    refusal = refused(office, revision(office, margin, expression="Bonus / 2"))
    assert refusal.key == "formula_circle"
    assert refused(office, revision(office, revenue, expression="Revenue * 2")).key == "formula_circle"


def test_a_changed_formula_counts_from_its_date_and_is_taken_back(office: Office, kpis: list[int]) -> None:
    revenue, profit, margin = kpis
    office.enter(entry(revenue, month(11), 200), entry(profit, month(11), 30))
    office.do(revision(office, margin, expression="Profit / Revenue / 2"))
    assert stored(office, margin).score == Decimal("37.5")
    office.do(Undo())
    assert stored(office, margin).score == 75


def test_a_formula_that_somebody_builds_on_is_not_taken_back(office: Office) -> None:
    alone = replace(REVENUE, weight=Decimal(100))
    hedy = office.hire("Hedy", Role.HEAD, hat(office.service))
    office.do(new(office, alone, department_id=office.sales))
    half = definition("Half", unit=MONEY, expression="Revenue / 2")
    office.do(new(office, half), by=hedy)
    assert refused(office, Undo()).key == "operands_changed"
    assert [version.definition.name.en for version in office.reader().kpis()] == ["Revenue", "Half"]


def test_a_quarter_is_computed_from_its_months(office: Office, kpis: list[int]) -> None:
    revenue, profit, margin = kpis
    office.enter(entry(revenue, month(11), 100), entry(profit, month(11), 50))
    office.enter(entry(revenue, month(12), 300), entry(profit, month(12), 30), today=date(2026, 12, 31))
    line = office.reader(today=date(2027, 1, 4)).kpi_score(margin, Period(date(2026, 10, 1), PeriodKind.QUARTER))
    assert line is not None
    assert line.reading == Reading(Decimal("0.2"), Decimal(80), Decimal(400))
    assert line.trend[-1] == Decimal("0.2")


def test_a_count_counts_things(office: Office) -> None:
    accidents = definition("Days with accidents", unit=MONEY, aggregation=Aggregation.COUNT)
    assert refused(office, new(office, accidents)).key == "count_unit"
    (days,) = office.publish(replace(accidents, unit=definition().unit))
    office.enter(entry(days, month(11), 3))
    assert stored(office, days).reading == reading(1)
