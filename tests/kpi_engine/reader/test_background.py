"""What the records tell beside definitions and values makes rules of the check find something, and be quiet again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import update

from kpi_engine.commands import (
    AgreeToKpi,
    ChooseRanking,
    NewGoal,
    NewKpi,
    NewSwot,
    PublishKpis,
    RankPeople,
    ReviseKpi,
    SetStrategy,
)
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotKind
from kpi_engine.store.tables import ActualRow, KpiVersionRow
from tests.factories import TODAY, Office, definition, entry, month

FORTNIGHT = timedelta(days=14)


def told(office: Office, rule: RuleId, today: date = TODAY) -> list[object]:
    """The KPIs in which the rule finds something on that day."""
    return [each.params["kpi"] for each in office.reader(today=today).check() if each.rule is rule]


def revised(office: Office, kpi_id: int, target: int, reason: str) -> ReviseKpi:
    before = office.reader().versions(kpi_id)[-1].definition
    return ReviseKpi(kpi_id, replace(before, target=Target(Decimal(target))), month(11).start, reason)


def test_who_enters_what_somebody_else_laid_down_is_asked_for_their_word(office: Office) -> None:
    calls, _ = office.publish(definition("Calls", 50, owner_id=office.sam), definition("Revenue", 50))
    assert told(office, RuleId.NOT_CONFIRMED) == []
    assert told(office, RuleId.NOT_CONFIRMED, TODAY + FORTNIGHT) == [Name.same("Calls")]

    office.do(AgreeToKpi(calls, agrees=True), by=office.sam)
    assert told(office, RuleId.NOT_CONFIRMED, TODAY + FORTNIGHT) == []

    office.do(AgreeToKpi(calls, agrees=False, word="Too many"), by=office.sam)
    assert told(office, RuleId.NOT_CONFIRMED) == [Name.same("Calls")]


def test_another_target_is_another_question(office: Office) -> None:
    (calls,) = office.publish(definition("Calls", owner_id=office.sam))
    office.do(AgreeToKpi(calls, agrees=True), by=office.sam, today=TODAY - timedelta(days=1))
    assert told(office, RuleId.NOT_CONFIRMED, TODAY + FORTNIGHT) == [Name.same("Calls")]
    office.do(AgreeToKpi(calls, agrees=True), by=office.sam)
    office.do(revised(office, calls, 120, "More people"))
    later = datetime.combine(TODAY + FORTNIGHT, datetime.min.time(), UTC)
    office.session.execute(update(KpiVersionRow).where(KpiVersionRow.number == 2).values(published_at=later))
    assert told(office, RuleId.NOT_CONFIRMED, TODAY + FORTNIGHT) == []
    assert told(office, RuleId.NOT_CONFIRMED, TODAY + 2 * FORTNIGHT) == [Name.same("Calls")]


def test_whoever_chose_to_be_ranked_has_agreed(office: Office) -> None:
    mine = NewKpi(definition("Sam's calls", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    office.do(RankPeople(on=True))
    assert told(office, RuleId.PERSONAL_DATA) == [Name.same("Sam's calls")]
    office.do(ChooseRanking(ranked=True), by=office.sam)
    assert told(office, RuleId.PERSONAL_DATA) == []


def test_personal_data_is_used_when_the_person_agrees(office: Office) -> None:
    mine = NewKpi(definition("Sick notes of Sam", owner_id=office.hal), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    (notes,) = (version.kpi.id for version in office.reader().kpis())
    office.do(AgreeToKpi(notes, agrees=True), by=office.hal)
    assert told(office, RuleId.PERSONAL_DATA) == [Name.same("Sick notes of Sam")]
    office.do(AgreeToKpi(notes, agrees=True), by=office.sam)
    assert told(office, RuleId.PERSONAL_DATA) == []


def test_what_nobody_looked_at_for_a_year_is_looked_at_when_its_owner_says_so(office: Office) -> None:
    (calls,) = office.publish(definition("Calls"))
    assert told(office, RuleId.NOT_REVIEWED, date(2027, 12, 31)) == []
    assert told(office, RuleId.NOT_REVIEWED, date(2028, 1, 1)) == [Name.same("Calls")]
    office.do(AgreeToKpi(calls, agrees=True), today=date(2027, 12, 31))
    assert told(office, RuleId.NOT_REVIEWED, date(2028, 1, 1)) == []


def test_a_new_threat_asks_for_a_look_at_what_it_is_about(office: Office) -> None:
    late, _ = office.publish(definition("Late deliveries", 50), definition("New customers", 50))
    threat = NewSwot(SwotKind.THREAT, "Carriers deliver late")
    office.do(SetStrategy((NewGoal(Name.same("Grow")),), (threat,)), today=TODAY + timedelta(days=3))
    assert told(office, RuleId.NOT_REVIEWED, TODAY + timedelta(days=4)) == [Name.same("Late deliveries")]
    office.do(AgreeToKpi(late, agrees=True), today=TODAY + timedelta(days=4))
    assert told(office, RuleId.NOT_REVIEWED, TODAY + timedelta(days=4)) == []


def test_a_target_rests_on_the_reason_that_was_given_for_it(office: Office) -> None:
    (calls,) = office.publish(definition("Calls"))
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    office.session.execute(update(KpiVersionRow).values(in_force=long_ago.date(), published_at=long_ago))
    assert told(office, RuleId.TARGET_BASIS) == [Name.same("Calls")]
    office.do(revised(office, calls, 120, "The bank asks for it"))
    assert told(office, RuleId.TARGET_BASIS) == []


def test_values_that_always_come_when_the_next_are_due_come_too_late(office: Office) -> None:
    (calls,) = office.publish(definition("Calls"))
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    office.session.execute(update(KpiVersionRow).values(in_force=long_ago.date(), published_at=long_ago))
    office.enter(*(entry(calls, month(number), 100) for number in (6, 7, 8)))
    assert told(office, RuleId.TOO_SELDOM) == [Name.same("Calls")]
    office.enter(entry(calls, month(10), 100))
    assert told(office, RuleId.TOO_SELDOM) == []
    office.session.execute(update(ActualRow).values(entered_at=datetime(2026, 12, 3, tzinfo=UTC)))
    assert told(office, RuleId.TOO_SELDOM) == [Name.same("Calls")]
