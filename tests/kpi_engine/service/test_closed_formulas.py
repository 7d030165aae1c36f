"""What a closed score is computed from stays as it is, wherever it is entered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import Presence
from kpi_engine.commands import (
    AddMember,
    ClosePeriod,
    Command,
    EnterActuals,
    NewKpi,
    PublishKpis,
    ReopenPeriod,
    ReviseKpi,
    StartReview,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import Direction, Target, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.score import Subject, SubjectKind
from tests.factories import Office, definition, entry, hat, month, who_may

BEGIN = date(2026, 9, 1)
OCTOBER = month(10)
QUARTER = Target(Decimal("0.25"))


@pytest.fixture
def kpis(office: Office) -> list[int]:
    """Sales enters revenue and cost; service has their ratio, which is closed for October."""
    revenue, cost = office.publish(definition("Revenue", 50), definition("Cost", 50), today=BEGIN)
    share = definition("Cost share", unit=UnitKind.PERCENT, expression="cost / revenue", target=QUARTER)
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(share),)), today=BEGIN)
    office.enter(entry(revenue, OCTOBER, 200), entry(cost, OCTOBER, 40))
    close(office, Subject(SubjectKind.DEPARTMENT, office.service))
    (ratio,) = (version.kpi.id for version in office.reader().kpis(office.service))
    return [revenue, cost, ratio]


def close(office: Office, subject: Subject, period: Period = OCTOBER) -> None:
    office.do(StartReview((subject,), period))
    office.do(ClosePeriod(subject, period))


def refused(office: Office, command: Command) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command)
    return caught.value


def test_the_score_of_a_formula_is_frozen(office: Office, kpis: list[int]) -> None:
    line = office.reader().kpi_score(kpis[2], OCTOBER)
    assert line is not None
    assert (line.reading and line.reading.value, line.score) == (Decimal("0.2"), Decimal(80))
    made_of = [(one.name.en, one.reading.value, one.first, one.entered) for one in line.operands]
    assert made_of == [("Cost", Decimal(40), OCTOBER, 1), ("Revenue", Decimal(200), OCTOBER, 1)]


def test_a_value_that_it_is_computed_from_is_refused(office: Office, kpis: list[int]) -> None:
    revenue, cost, _ = kpis
    for kpi_id in (revenue, cost):
        found = refused(office, EnterActuals((entry(kpi_id, OCTOBER, 100),)))
        assert (found.key, found.params["period"]) == ("period_closed", OCTOBER)
        assert who_may(found) == ["Ann"]
    office.enter(entry(revenue, month(11), 100))
    office.do(ReopenPeriod(Subject(SubjectKind.DEPARTMENT, office.service), OCTOBER, "an invoice came"))
    office.enter(entry(revenue, OCTOBER, 100))
    line = office.reader().kpi_score(kpis[2], OCTOBER)
    assert line is not None
    assert line.raw == 160


def test_taking_such_a_value_back_is_refused(office: Office, kpis: list[int]) -> None:
    """Hal's values stand before the closing, which is Ann's."""
    service = Subject(SubjectKind.DEPARTMENT, office.service)
    office.do(ReopenPeriod(service, OCTOBER, "an invoice came"))
    office.enter(entry(kpis[0], OCTOBER, 400), by=office.hal)
    office.do(ClosePeriod(service, OCTOBER))
    with pytest.raises(Refusal, match="period_closed"):
        office.do(Undo(), by=office.hal)


def test_how_an_operand_is_put_together_does_not_change_in_a_closed_period(office: Office) -> None:
    """Its own cycle, a quarter, is open; October of what is computed from it is closed."""
    sold, cost = office.publish(definition("Sold", 50, cycle=PeriodKind.QUARTER), definition("Cost", 50), today=BEGIN)
    ratio = definition("Cost share", unit=UnitKind.PERCENT, expression="cost / sold", target=QUARTER)
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(ratio),)), today=BEGIN)
    office.enter(entry(sold, OCTOBER, 200), entry(cost, OCTOBER, 40))
    close(office, Subject(SubjectKind.DEPARTMENT, office.service))
    now = office.reader().versions(sold)[-1].definition
    at_least = replace(now, direction=Direction.AT_LEAST)
    assert refused(office, ReviseKpi(sold, at_least, date(2026, 10, 1), "so")).key == "period_closed"
    with pytest.raises(Refusal, match="period_closed"):
        office.reader().preview(ReviseKpi(sold, at_least, date(2026, 10, 1), "so"), OCTOBER)
    office.do(ReviseKpi(sold, replace(now, target=Target(Decimal(300))), date(2026, 10, 1), "only the target"))
    later = replace(at_least, target=Target(Decimal(300)))
    office.do(ReviseKpi(sold, later, date(2026, 11, 1), "from November on"))


def test_when_somebody_was_there_is_part_of_their_closed_score(office: Office) -> None:
    mine = NewKpi(definition("Calls", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)), today=BEGIN)
    (calls,) = (version.kpi.id for version in office.reader().kpis(person_id=office.sam))
    office.enter(entry(calls, OCTOBER, 50))
    close(office, Subject(SubjectKind.PERSON, office.sam))

    def said(presence: Presence) -> AddMember:
        return AddMember(Name.same("Sam"), Role.MEMBER, (hat(office.sales),), presence)

    assert refused(office, said(Presence(joined=date(2026, 10, 12)))).key == "period_closed"
    assert refused(office, said(Presence(left=date(2026, 10, 12)))).key == "period_closed"
    office.do(said(Presence(joined=date(2026, 10, 1), left=date(2026, 11, 16))))
    line = office.reader().kpi_score(calls, OCTOBER)
    assert line is not None
    assert line.score == 50
