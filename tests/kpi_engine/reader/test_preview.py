"""What a change would do to whose score, before anybody makes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import AddKpi, NewKpi, Propose, PublishKpis, RetireKpi, ReviseKpi, SetPeriodTarget, SetWeights
from kpi_engine.errors import Refusal
from kpi_engine.model.change import Change
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.score import Subject, SubjectKind
from tests.databases import counted
from tests.factories import TODAY, Office, definition, entry, month

TWO_HUNDRED = Target(Decimal(200))
STATEMENTS = 17


@pytest.fixture
def kpis(office: Office) -> list[int]:
    """Sales: revenue 60 scores 100, visits 40 scores 50, in all 80. Service: solved, which scores 90."""
    office.publish(definition("Revenue", 60), definition("Visits", 40))
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(definition("Solved")),)))
    ids = [version.kpi.id for version in office.reader().kpis()]
    values = zip(ids, (100, 50, 90), strict=True)
    office.enter(*(entry(kpi_id, month(11), value) for kpi_id, value in values))
    return ids


def changes(office: Office, change: Change, by: int | None = None) -> dict[tuple[str, int], tuple[object, object]]:
    found = office.reader(by).preview(change, month(11))
    return {
        (each.before.subject.kind.value, each.before.subject.id): (each.before.score, each.after.score)
        for each in found.changes
    }


def test_a_higher_target_shows_in_department_people_and_company(office: Office, kpis: list[int]) -> None:
    change = ReviseKpi(kpis[0], definition("Revenue", 60, target=TWO_HUNDRED), date(2026, 11, 1), "grown")
    company = office.owner.company_id
    assert changes(office, change) == {
        ("department", office.sales): (80, 50),
        ("person", office.hal): (80, 50),
        ("person", office.sam): (80, 50),
        ("person", office.mia): (84, 66),
        ("company", company): (85, 70),
    }
    done = office.reader().scorecard(Subject(SubjectKind.DEPARTMENT, office.sales), month(11))
    assert done.score == 80
    office.do(change)
    after = office.reader().scorecard(Subject(SubjectKind.DEPARTMENT, office.sales), month(11))
    assert after.score == 50


def test_only_those_whom_one_may_see_are_shown(office: Office, kpis: list[int]) -> None:
    change = ReviseKpi(kpis[0], definition("Revenue", 60, target=TWO_HUNDRED), date(2026, 11, 1), "grown")
    assert [kind for kind, _ in changes(office, change, by=office.eve)] == ["department", "company"]
    assert [id for kind, id in changes(office, change, by=office.sam) if kind == "person"] == [office.sam]


@pytest.mark.parametrize("kind", ["weights", "retire", "target", "add"])
def test_every_kind_of_change_comes_to_what_was_shown(office: Office, kpis: list[int], kind: str) -> None:
    revenue, visits, _ = kpis
    kinds: dict[str, Change] = {
        "weights": SetWeights(((revenue, Decimal(20)), (visits, Decimal(80))), date(2026, 11, 1), "more visits"),
        "retire": RetireKpi(visits, ((revenue, Decimal(100)),), date(2026, 11, 1), "no more visits"),
        "target": SetPeriodTarget(revenue, month(11), TWO_HUNDRED, "the fair"),
        "add": AddKpi(
            office.sales,
            NewKpi(definition("Margin", 50)),
            ((revenue, Decimal(30)), (visits, Decimal(20))),
            date(2026, 11, 1),
            "profit",
        ),
    }
    change = kinds[kind]
    shown = office.reader().preview(change, month(11))
    assert shown.changes
    office.do(change)
    for each in shown.changes:
        now = office.reader().scorecard(each.before.subject, month(11))
        assert (now.score, now.coverage) == (each.after.score, each.after.coverage)
    scores = {"weights": 60, "retire": 100, "target": 50, "add": 80}
    assert shown.changes[0].after.score == scores[kind]
    assert shown.changes[0].after.coverage == (Decimal("0.5") if kind == "add" else 1)


def test_what_was_before_its_date_stays(office: Office, kpis: list[int]) -> None:
    change = ReviseKpi(kpis[0], definition("Revenue", 60, target=TWO_HUNDRED), date(2026, 12, 1), "grown")
    assert changes(office, change) == {}


def test_a_persons_own_kpi_changes_their_card_alone(office: Office, kpis: list[int]) -> None:
    mine = NewKpi(definition("Calls", owner_id=office.hal), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    (own,) = office.reader().kpis(person_id=office.sam)
    office.enter(entry(own.kpi.id, month(11), 80))
    change = ReviseKpi(own.kpi.id, replace(own.definition, target=TWO_HUNDRED), date(2026, 11, 1), "grown")
    assert changes(office, change) == {("person", office.sam): (80, 40)}
    with pytest.raises(Refusal, match="not_allowed"):
        office.reader(office.mia).preview(change, month(11))


def test_what_is_not_possible_is_not_previewed(office: Office, kpis: list[int]) -> None:
    now = office.reader().versions(kpis[0])[0].definition
    for change, key in (
        (ReviseKpi(kpis[0], now, TODAY, "same"), "nothing_changed"),
        (ReviseKpi(kpis[0], replace(now, target=TWO_HUNDRED), date(2026, 10, 1), "late"), "in_force_past"),
        (SetWeights((), TODAY, "none"), "set_changed"),
        (ReviseKpi(99, now, TODAY, "nothing"), "unknown_kpi"),
    ):
        with pytest.raises(Refusal, match=key):
            office.reader().preview(change, month(11))


def test_it_takes_few_statements_and_writes_none(office: Office, kpis: list[int], engine: Engine) -> None:
    change = ReviseKpi(kpis[0], definition("Revenue", 60, target=TWO_HUNDRED), date(2026, 11, 1), "grown")
    office.session.flush()
    with counted(engine) as statements:
        office.reader().preview(change, month(11))
    assert len(statements) <= STATEMENTS
    assert [each for each in statements if not each.lstrip().startswith("SELECT")] == []


def test_a_formula_is_previewed_by_names_and_comes_to_what_was_shown(office: Office, kpis: list[int]) -> None:
    weights = ((kpis[0], Decimal(30)), (kpis[1], Decimal(20)))
    both = definition("Both", 50, expression="revenue + visits", target=TWO_HUNDRED)
    change = AddKpi(office.sales, NewKpi(both), weights, date(2026, 11, 1), "the sum")
    assert changes(office, change)["department", office.sales] == (80, Decimal("77.5"))
    office.do(change)
    assert office.reader().scorecard(Subject(SubjectKind.DEPARTMENT, office.sales), month(11)).score == Decimal("77.5")


def test_what_is_computed_from_it_elsewhere_is_shown_too(office: Office) -> None:
    """Half a month by one rule and half by another cannot be put together, so the formula has no value."""
    (sold,) = office.publish(definition("Sold", frequency=PeriodKind.WEEK))
    doubled = definition("Doubled", expression="sold * 2", target=TWO_HUNDRED)
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(doubled),)))
    weeks = [Period(date(2026, 11, day), PeriodKind.WEEK) for day in (2, 9, 16)]
    office.enter(*(entry(sold, week, 30) for week in weeks))
    at_least = replace(office.reader().versions(sold)[-1].definition, direction=Direction.AT_LEAST)
    change = ReviseKpi(sold, at_least, date(2026, 11, 16), "enough is enough")
    found = office.reader().preview(change, month(11))
    assert Subject(SubjectKind.DEPARTMENT, office.service) in {each.before.subject for each in found.changes}
    office.do(change)
    for each in found.changes:
        assert office.reader().scorecard(each.before.subject, month(11)).score == each.after.score


def test_a_change_that_a_formula_does_not_bear_is_refused_before_it_is_made(office: Office, kpis: list[int]) -> None:
    revenue, visits, solved = kpis
    doubled = definition("Doubled", 50, expression="revenue * 2")
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(doubled),), keep=((solved, Decimal(50)),)))
    now = office.reader().versions(revenue)[-1].definition
    unknown = replace(now, expression="turnover * 2")
    for change, key in (
        (RetireKpi(revenue, ((visits, Decimal(100)),), date(2026, 11, 1), "no more"), "operands_changed"),
        (ReviseKpi(revenue, unknown, date(2026, 11, 1), "computed"), "formula_unknown"),
        (ReviseKpi(revenue, replace(now, expression="doubled"), date(2026, 11, 1), "computed"), "formula_circle"),
    ):
        with pytest.raises(Refusal, match=key):
            office.reader().preview(change, month(11))
        with pytest.raises(Refusal, match=key):
            office.do(Propose(change), by=office.sam)
        with pytest.raises(Refusal, match=key):
            office.do(change)
