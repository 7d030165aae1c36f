"""Who asks much at one moment has everything read once, and is told the same as who has it read each time."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.kpi import Aggregation
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.reader.reader import Reader
from tests.databases import counted
from tests.factories import TODAY, Office, definition, entry, month


@pytest.fixture
def kpis(office: Office) -> list[int]:
    """Two of sales, one by the day and one by the month, of which Sam enters the second; with values of two months."""
    ids = office.publish(
        definition("Visits", 50, frequency=PeriodKind.DAY),
        definition("Margin", 50, owner_id=office.sam, aggregation=Aggregation.AVERAGE),
    )
    days = (TODAY.replace(day=day) for day in (2, 3))
    office.enter(*(entry(ids[0], Period.holding(day, PeriodKind.DAY), 7) for day in days))
    office.enter(entry(ids[1], month(10), 20), entry(ids[1], month(11), 30))
    return ids


def reads_what_lasts(statement: str) -> bool:
    """KPIs, values, people and what was agreed: all but what was closed, and what was said of KPIs."""
    return bool(re.search(r"FROM (kpi|actual|person|position|period_target|agreement)\b", statement))


def told(reader: Reader, sales: int) -> tuple[object, ...]:
    """What a report asks, and more: of months, of one and of two of them."""
    card = reader.scorecard(Subject(SubjectKind.DEPARTMENT, sales), month(11))
    people = reader.people(), reader.everybody(), reader.names(), reader.departments(), reader.company()
    mine = reader.scorecard(Subject(SubjectKind.PERSON, reader.actor.person.id), month(10))
    return card, dict(reader.paces(card)), reader.reds(), mine, reader.kpis(), reader.kpis(sales), people


def test_it_is_told_the_same(office: Office, kpis: list[int]) -> None:
    for by in (None, office.sam):
        each_time = office.reader(by)
        assert told(replace(each_time, known={}), office.sales) == told(each_time, office.sales)


def test_the_second_time_nothing_of_it_is_read(office: Office, kpis: list[int], engine: Engine) -> None:
    reader = replace(office.reader(office.sam), known={})
    office.session.flush()
    with counted(engine) as first:
        once = told(reader, office.sales)
    with counted(engine) as again:
        assert told(reader, office.sales) == once
    assert sum(map(reads_what_lasts, first)) > 5
    assert not list(filter(reads_what_lasts, again))


def test_a_longer_time_is_read_anew_and_a_shorter_one_is_not(office: Office, kpis: list[int], engine: Engine) -> None:
    def lines(statements: list[str]) -> int:
        return sum("FROM actual" in statement for statement in statements)

    reader = replace(office.reader(), known={})
    with counted(engine) as sent:
        assert reader.kpi_score(kpis[1], month(11)) == office.reader().kpi_score(kpis[1], month(11))
    assert lines(sent) == 2  # One of them is the other reader's.
    with counted(engine) as sent:
        assert reader.pace(kpis[1], month(11))
        shorter = reader.kpi_score(kpis[1], month(10))
    assert lines(sent) == 1
    assert shorter == office.reader().kpi_score(kpis[1], month(10))


def test_who_has_written_begins_anew(office: Office, kpis: list[int]) -> None:
    reader = replace(office.reader(), known={})
    before = reader.kpi_score(kpis[1], month(11))
    office.enter(entry(kpis[1], month(11), 90, reason="Counted again"))

    assert reader.kpi_score(kpis[1], month(11)) == before
    after = replace(reader, known={}).kpi_score(kpis[1], month(11))
    assert after
    assert before
    assert after.score != before.score
