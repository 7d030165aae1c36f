"""A report costs the same however long the history: SQLite, which knows no sizes, goes straight to the days it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import NewKpi, PublishKpis
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.reader.reader import Reader
from kpi_engine.store.database import connect
from kpi_engine.store.tables import KpiVersionRow
from tests.factories import Office, day, definition, entry, found_office, month

THE_DAYS = "SEARCH actual USING INDEX ix_actual_kpi_id_period_start (kpi_id=? AND period_start>? AND period_start<?)"
THE_DEPARTMENT = "SEARCH kpi USING INDEX ix_kpi_company_id_department_id (company_id=? AND department_id=?)"
THE_KPI = "SEARCH kpi USING INTEGER PRIMARY KEY (rowid=?)"
THE_FORMULAS = "SEARCH kpi_version USING INDEX ix_kpi_version_computed (company_id=?)"
THE_VERSIONS = "SEARCH kpi_version USING INDEX sqlite_autoindex_kpi_version_1 (kpi_id=?)"


@pytest.fixture
def busy(sqlite_database: str) -> Iterator[Office]:
    """Sales with 20 KPIs that Sam enters daily, and one of Sam's own: of a few SQLite thinks otherwise."""
    engine = connect(sqlite_database)
    with Session(engine) as session:
        office = found_office(session)
        every = [definition(f"KPI {n}", 5, office.sam, frequency=PeriodKind.DAY) for n in range(20)]
        office.publish(*every, today=date(2026, 7, 1))
        mine = NewKpi(definition("Calls", owner_id=office.sam, frequency=PeriodKind.DAY), person_id=office.sam)
        office.do(PublishKpis(office.sales, "Sell more", None, (mine,)), today=date(2026, 7, 1))
        session.flush()
        yield office
    engine.dispose()


def plans(office: Office, ask: Callable[[], object]) -> list[str]:
    """How SQLite goes about the statements that are sent meanwhile."""
    found: list[str] = []

    def explain(
        connection: Connection, cursor: object, statement: str, parameters: tuple[object, ...], *_: object
    ) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            raw = connection.connection.cursor()
            raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend(row[3] for row in raw.fetchall())

    engine = office.session.get_bind()
    event.listen(engine, "before_cursor_execute", explain)
    ask()
    event.remove(engine, "before_cursor_execute", explain)
    return found


@pytest.mark.parametrize(
    "ask",
    [
        lambda reader: reader.kpi_score(1, month(11)),
        lambda reader: reader.pace(1, month(11)),
        lambda reader: reader.scorecard(Subject(SubjectKind.DEPARTMENT, 1), month(11)),
        lambda reader: reader.scorecard(Subject(SubjectKind.COMPANY, 1), month(11)),
        lambda reader: reader.scorecard(Subject(SubjectKind.PERSON, 3), month(11)),
        lambda reader: reader.owed(),
    ],
    ids=["kpi", "pace", "department", "company", "person", "owed"],
)
def test_of_the_record_only_the_days_asked_for_are_read(busy: Office, ask: Callable[[Reader], object]) -> None:
    reader = busy.reader(busy.sam)
    of_record = [step for step in plans(busy, lambda: ask(reader)) if " actual" in step]
    assert of_record
    assert set(of_record) == {THE_DAYS}


def test_of_the_kpis_only_the_departments_are_read(busy: Office) -> None:
    card = Subject(SubjectKind.DEPARTMENT, busy.sales)
    steps = plans(busy, lambda: busy.reader().scorecard(card, month(11)))
    assert [step for step in steps if " kpi" in step] == [THE_DEPARTMENT, THE_VERSIONS]


def test_an_entry_reads_its_own_kpi_and_what_is_computed(busy: Office) -> None:
    steps = plans(busy, lambda: busy.enter(entry(1, day(18), 4)))
    assert {step for step in steps if " kpi" in step} == {THE_KPI, THE_VERSIONS, THE_FORMULAS}
    assert {step for step in steps if "(company_id=?)" in step} == {THE_FORMULAS}
    assert [step for step in steps if step.startswith("SCAN ") and not step.startswith("SCAN anon")] == []


@pytest.mark.parametrize(("whose", "own"), [("owner", True), ("sam", True), ("mia", False), ("eve", False)])
def test_kpis_of_others_are_not_even_read(busy: Office, whose: str, own: bool) -> None:
    (mine,) = (version.kpi.id for version in busy.reader(busy.sam).kpis(person_id=busy.sam))
    person = busy.owner.person.id if whose == "owner" else getattr(busy, whose)
    read: list[int] = []

    def note(row: KpiVersionRow, _: object) -> None:
        read.append(row.kpi_id)

    busy.session.expunge_all()
    event.listen(KpiVersionRow, "load", note)
    seen = busy.reader(person).kpis()
    event.remove(KpiVersionRow, "load", note)

    assert (mine in {version.kpi.id for version in seen}) is own
    assert (mine in read) is own
    assert len(read) >= 20
