"""Scorecards from the records: equal to what is stored, seen by those who may, in few statements."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import Engine

from kpi_engine.commands import NewKpi, PublishKpis
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import Target
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.store.tables import PeriodTargetRow
from tests.databases import counted
from tests.factories import Office, definition, entry, month, who_may

STATEMENTS = 9
"""Enough for any card: departments, people and hats, versions, targets, values, agreements, closings, the company."""


@pytest.fixture
def kpis(office: Office) -> list[int]:
    """Sales: revenue 60, visits 40. Service: solved. Sam's own calls."""
    office.publish(definition("Revenue", 60), definition("Visits", 40))
    office.do(PublishKpis(office.service, "Serve", None, (NewKpi(definition("Solved")),)))
    mine = NewKpi(definition("Calls", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    return [version.kpi.id for version in office.reader().kpis()]


def fill(office: Office, kpis: list[int], *values: int) -> None:
    office.enter(*(entry(kpi_id, month(11), value) for kpi_id, value in zip(kpis, values, strict=True)))


def of_company(office: Office) -> Subject:
    return Subject(SubjectKind.COMPANY, office.owner.company_id)


def test_departments_and_company(office: Office, kpis: list[int]) -> None:
    fill(office, kpis, 100, 50, 90, 10)
    sales = office.reader().scorecard(Subject(SubjectKind.DEPARTMENT, office.sales), month(11))
    assert [line.version.kpi.id for line in sales.lines] == kpis[:2]
    assert [line.score for line in sales.lines] == [100, 50]
    assert (sales.score, sales.coverage) == (Decimal(80), Decimal(1))
    company = office.reader().scorecard(of_company(office), month(11))
    assert [part.card.score for part in company.parts] == [80, 90]
    assert company.score == 85


def test_two_hats_are_mixed(office: Office, kpis: list[int]) -> None:
    fill(office, kpis, 100, 50, 90, 10)
    mia = office.reader().scorecard(Subject(SubjectKind.PERSON, office.mia), month(11))
    assert [part.share for part in mia.parts] == [Decimal("0.6"), Decimal("0.4")]
    assert [part.card.score for part in mia.parts] == [80, 90]
    assert mia.score == 84


def test_ones_own_kpis_come_before_the_departments(office: Office, kpis: list[int]) -> None:
    fill(office, kpis, 100, 50, 90, 10)
    sam = office.reader(office.sam).scorecard(Subject(SubjectKind.PERSON, office.sam), month(11))
    assert sam.score == 10


def test_a_card_is_what_is_stored(office: Office, kpis: list[int]) -> None:
    fill(office, kpis, 100, 50, 90, 10)
    reader = office.reader()
    card = reader.scorecard(Subject(SubjectKind.DEPARTMENT, office.sales), month(11))
    stored = [office.stored_score(line.version.kpi.id, month(11)) for line in card.lines]
    assert [line.score for line in card.lines] == [each and each.score for each in stored]


def test_a_target_agreed_for_one_period(office: Office, kpis: list[int]) -> None:
    row = PeriodTargetRow(
        company_id=office.owner.company_id,
        kpi_id=kpis[0],
        kind=month(11).kind,
        period_start=month(11).start,
        target=Target(Decimal(200)),
    )
    office.session.add(row)
    fill(office, kpis, 100, 50, 90, 10)
    line = office.reader().kpi_score(kpis[0], month(11))
    assert line is not None
    assert line.score == 50


def test_departments_without_kpis_count_for_nothing(office: Office) -> None:
    office.publish(definition("Revenue"))
    company = office.reader().scorecard(of_company(office), month(11))
    assert [part.card.subject.id for part in company.parts] == [office.sales]


def test_who_may_see_a_persons_card(office: Office, kpis: list[int]) -> None:
    sam = Subject(SubjectKind.PERSON, office.sam)
    for allowed in (office.owner.person.id, office.hal, office.sam):
        assert office.reader(allowed).scorecard(sam, month(11)).subject == sam
    for other in (office.mia, office.eve):
        with pytest.raises(Refusal) as caught:
            office.reader(other).scorecard(sam, month(11))
        assert who_may(caught.value) == ["Hal", "Ann", "Sam"]
        assert office.reader(other).scorecard(of_company(office), month(11)).parts


@pytest.mark.parametrize(
    ("kind", "key"), [(SubjectKind.DEPARTMENT, "unknown_department"), (SubjectKind.PERSON, "unknown_person")]
)
def test_a_card_of_nobody(office: Office, kind: SubjectKind, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        office.reader().scorecard(Subject(kind, 99), month(11))


def test_a_company_card_takes_few_statements(office: Office, kpis: list[int], engine: Engine) -> None:
    fill(office, kpis, 100, 50, 90, 10)
    office.session.flush()
    with counted(engine) as statements:
        office.reader().scorecard(of_company(office), month(11))
    few = len(statements)
    office.publish(*(definition(f"K{number}", 10) for number in range(10)))
    with counted(engine) as statements:
        office.reader().scorecard(of_company(office), month(11))
    assert few <= STATEMENTS
    assert len(statements) <= STATEMENTS


def test_several_at_once_are_the_same_for_no_more_statements(office: Office, kpis: list[int], engine: Engine) -> None:
    fill(office, kpis, 100, 50, 90, 10)
    people = [Subject(SubjectKind.PERSON, id) for id in (office.hal, office.sam, office.mia)]
    subjects = [*(Subject(SubjectKind.DEPARTMENT, id) for id in (office.sales, office.service)), *people]
    subjects.append(of_company(office))
    reader = office.reader()
    one_by_one = tuple(reader.scorecard(subject, month(11)) for subject in subjects)
    with counted(engine) as statements:
        assert reader.scorecards(subjects, month(11)) == one_by_one
    assert len(statements) <= STATEMENTS + 2


def test_several_at_once_are_refused_as_one_is(office: Office, kpis: list[int]) -> None:
    others = [Subject(SubjectKind.PERSON, office.hal), Subject(SubjectKind.PERSON, office.sam)]
    with pytest.raises(Refusal, match="not_allowed"):
        office.reader(office.sam).scorecards(others, month(11))
    strangers = [Subject(SubjectKind.PERSON, 999), Subject(SubjectKind.PERSON, office.sam)]
    with pytest.raises(Refusal, match="unknown_person"):
        office.reader().scorecards(strangers, month(11))
