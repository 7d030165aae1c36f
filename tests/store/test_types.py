"""What is put into a column comes out of it as it was."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from bot.tables import RunRow
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.model.curve import Curve
from kpi_engine.model.kpi import Direction, Target, Unit, UnitKind
from kpi_engine.model.name import Language, Name
from kpi_engine.model.scoring import Scoring
from kpi_engine.store.database import connect
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.tables import CompanyRow, DepartmentRow, PersonRow, PositionRow
from tests.factories import NOW, company_row, person_row
from tests.kpi_engine.measure.scorings import random_scoring, random_target

EXACT = ("0.1", "1.10", "-4", "123456789012345678901234567890.123456789", "1E+3", "0.0000000001")


@pytest.mark.parametrize("written", EXACT)
def test_a_decimal_keeps_every_digit(engine: Engine, written: str) -> None:
    with Session(engine) as session:
        company, person = company_row(session), person_row(session)
        department = DepartmentRow(company_id=company.id, name=Name.same("Sales"))
        session.add(department)
        session.flush()
        position = PositionRow(
            company_id=company.id,
            person_id=person.id,
            department_id=department.id,
            title=Name.same("Clerk"),
            share=Decimal(written),
        )
        session.add(position)
        session.flush()
        session.expire_all()
        assert position.share == Decimal(written)


def test_a_moment_comes_back_in_utc(engine: Engine) -> None:
    shanghai = timezone(timedelta(hours=8))
    with Session(engine) as session:
        company = company_row(session, founded_at=datetime(2026, 11, 2, 7, 30, tzinfo=shanghai))
        session.expire_all()
        assert company.founded_at == datetime(2026, 11, 1, 23, 30, tzinfo=UTC)
        assert company.founded_at.utcoffset() == timedelta(0)


def test_a_moment_without_zone_is_refused(engine: Engine) -> None:
    with Session(engine) as session, pytest.raises(StatementError, match="no time zone"):
        company_row(session, founded_at=NOW.replace(tzinfo=None))


def test_a_name_comes_back_in_both_languages(engine: Engine) -> None:
    with Session(engine) as session:
        company = company_row(session, name=Name("<b>Acme</b> 😀", "极致'; DROP TABLE"))
        session.expire_all()
        assert company.name == Name("<b>Acme</b> 😀", "极致'; DROP TABLE")
        assert company.working_days == frozenset(range(5))


def test_enumerations_are_kept_as_their_words(engine: Engine) -> None:
    with Session(engine) as session:
        company_row(session, language=Language.ZH)
        assert session.scalar(text("SELECT language FROM company")) == "zh"


def test_foreign_keys_hold(engine: Engine) -> None:
    with Session(engine) as session:
        session.add(DepartmentRow(company_id=99, name=Name.same("Nowhere")))
        with pytest.raises(IntegrityError):
            session.flush()


def test_a_person_has_one_open_run_of_a_command(engine: Engine) -> None:
    with Session(engine) as session:
        company, person = company_row(session), person_row(session)
        session.add_all([_run("a", company, person), _run("b", company, person)])
        with pytest.raises(IntegrityError):
            session.flush()


def test_who_saves_an_outdated_run_is_told_so(engine: Engine) -> None:
    with Session(engine) as session:
        session.add(_run("a", company_row(session), person_row(session)))
        session.commit()
    with Session(engine) as early:
        outdated = early.get_one(RunRow, "a")
        early.expunge(outdated)
    with Session(engine) as session, session.begin():
        session.get_one(RunRow, "a").state = {"answers": {"kpi1": "4"}}
    with Session(engine) as late:
        late.add(outdated)
        outdated.state = {"answers": {}}
        with pytest.raises(StaleDataError):
            late.flush()


def test_what_was_rolled_back_is_not_there(engine: Engine) -> None:
    with Session(engine) as session:
        company_row(session)
        session.rollback()
        assert session.query(CompanyRow).count() == 0


def test_other_databases_are_refused() -> None:
    with pytest.raises(ValueError, match="mysql"):
        connect("mysql://localhost/kpi")


def test_values_survive_json() -> None:
    target = Target(Decimal("1.50"), threshold=Decimal("0.1"))
    assert from_plain(Target, to_plain(target)) == target
    assert to_plain(target)["value"] == "1.50"
    unit = Unit(UnitKind.MONEY)
    assert from_plain(Unit, to_plain(unit)) == unit
    period = Period(date(2026, 11, 1), PeriodKind.MONTH)
    assert from_plain(Period, to_plain(period)) == period
    assert from_plain(frozenset[int], to_plain(frozenset({2, 0}))) == frozenset({0, 2})


def test_every_way_of_scoring_and_every_curve_survives_json() -> None:
    chance, ways = Random(1), set()
    for _ in range(2000):
        direction = chance.choice(list(Direction))
        target = random_target(chance, direction)
        scoring = random_scoring(chance, direction, target)
        curve = curve_for(direction, target, scoring)
        assert from_plain(Scoring, json.loads(json.dumps(to_plain(scoring)))) == scoring
        assert from_plain(Curve, json.loads(json.dumps(to_plain(curve)))) == curve
        ways |= {type(scoring.method), *(type(piece.shape) for piece in curve.pieces)}
    assert len(ways) == 18 + 4


def _run(id: str, company: CompanyRow, person: PersonRow) -> RunRow:
    return RunRow(
        id=id,
        company_id=company.id,
        person_id=person.id,
        flow="build",
        state={},
        opened_at=NOW,
        touched_at=NOW,
    )
