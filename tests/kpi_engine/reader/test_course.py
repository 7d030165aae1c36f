"""The lines of a KPI over periods in a row are what each period says of it by itself, closed ones too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period
from kpi_engine.commands import ClosePeriod, NewKpi, PublishKpis, ReviseKpi, StartReview
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import Target
from kpi_engine.model.score import Subject, SubjectKind
from tests.factories import Office, definition, entry, month

BEGUN = date(2026, 3, 1)


def test_each_line_is_the_one_of_its_period(office: Office) -> None:
    (kpi_id,) = office.publish(definition("Revenue"), today=BEGUN)
    office.enter(*(entry(kpi_id, month(number), 80 + number) for number in (3, 4, 6, 10)))
    sales = Subject(SubjectKind.DEPARTMENT, office.sales)
    office.do(StartReview((sales,), month(6)))
    office.do(ClosePeriod(sales, month(6)))
    office.do(ReviseKpi(kpi_id, definition("Revenue", target=Target(Decimal(200))), date(2026, 11, 1), "grown"))

    reader = office.reader()
    found = reader.course(kpi_id, month(11), 9)
    alone = [reader.kpi_score(kpi_id, month(number)) for number in range(2, 12)]

    assert [line and (line.period, line.state, line.score, line.full_target) for line in found] == [
        line and (line.period, line.state, line.score, line.full_target) for line in alone
    ]
    assert found[0] is None, "in February it was not in force"
    assert found[4] == alone[4], "June is as it was frozen, with the trend it was shown with"


def test_the_paces_of_a_card_are_those_of_its_kpis(office: Office) -> None:
    kpi_ids = office.publish(definition("Revenue", weight=60), definition("Visits", weight=40), today=BEGUN)
    office.enter(*(entry(kpi_id, month(number), 90 + number) for kpi_id in kpi_ids for number in range(3, 11)))
    reader = office.reader()
    card = reader.scorecard(Subject(SubjectKind.DEPARTMENT, office.sales), month(11))

    assert reader.paces(card) == {kpi_id: reader.pace(kpi_id, month(11)) for kpi_id in kpi_ids}


def test_a_course_is_seen_by_whom_the_kpi_concerns(office: Office) -> None:
    mine = NewKpi(definition("Calls", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    [version] = office.reader().kpis(person_id=office.sam)
    card = office.reader(office.sam).scorecard(Subject(SubjectKind.PERSON, office.sam), _now())

    assert office.reader(office.sam).course(version.kpi.id, _now(), 2)
    assert set(office.reader(office.sam).paces(card)) == {version.kpi.id}
    assert office.reader(office.eve).paces(card) == {}
    with pytest.raises(Refusal, match="not_allowed"):
        office.reader(office.eve).course(version.kpi.id, _now(), 2)


def _now() -> Period:
    return month(11)
