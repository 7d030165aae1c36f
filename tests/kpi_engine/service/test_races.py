"""Two at once: one waits for the other, and nothing is there twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kpi_engine.commands import AddMember, Command, EnterActuals, NewKpi, PublishKpis, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Actor, Role
from kpi_engine.service.execute import execute
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActualRow, ScoreRow
from kpi_engine.store.work import Work
from tests.factories import NOW, TODAY, Office, definition, entry, found_office, month

AT_ONCE = 4


@pytest.fixture
def revenue(engine: Engine) -> tuple[int, Actor]:
    with Session(engine) as session, session.begin():
        office = found_office(session)
        return office.publish(definition())[0], office.owner


def together(engine: Engine, actor: Actor, commands: list[Command]) -> list[object]:
    """Each command in a transaction of its own, all begun at the same moment."""
    barrier = Barrier(len(commands))

    def run(command: Command) -> object:
        with Session(engine) as session:
            barrier.wait()
            try:
                with session.begin():
                    return execute(command, Work(session, actor, NOW, TODAY))
            except Refusal as refusal:
                return refusal.key

    with ThreadPoolExecutor(len(commands)) as pool:
        return list(pool.map(run, commands))


def test_values_for_the_same_period_follow_each_other(engine: Engine, revenue: tuple[int, Actor]) -> None:
    kpi_id, owner = revenue
    entered = together(
        engine, owner, [EnterActuals((entry(kpi_id, month(11), value),)) for value in range(1, AT_ONCE + 1)]
    )
    assert not [each for each in entered if isinstance(each, str)]
    with Session(engine) as session:
        lines = session.scalars(select(ActualRow).order_by(ActualRow.id)).all()
        assert [line.is_current for line in lines] == [False] * (AT_ONCE - 1) + [True]
        assert [line.supersedes for line in lines[1:]] == [line.id for line in lines[:-1]]
        score = session.scalars(select(ScoreRow)).one()
        assert score.score == lines[-1].value


def test_undo_pressed_twice_takes_back_two_things_at_most(engine: Engine, revenue: tuple[int, Actor]) -> None:
    kpi_id, owner = revenue
    with Session(engine) as session, session.begin():
        execute(EnterActuals((entry(kpi_id, month(11), 1),)), Work(session, owner, NOW, TODAY))
        execute(EnterActuals((entry(kpi_id, month(11), 2),)), Work(session, owner, NOW, TODAY))
    together(engine, owner, [Undo(), Undo()])
    with Session(engine) as session:
        states = session.scalars(select(ActualRow.state).order_by(ActualRow.id)).all()
    assert [str(state) for state in states] == ["ok", "ok", "ok", "withdrawn"]


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_whose_right_is_taken_meanwhile_is_refused(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        office = found_office(session)
        owner, hal = office.owner, office.actor(office.hal)
    with Session(engine) as session, session.begin():
        load.people(Scope(session, hal.company_id))
        with Session(engine) as other, other.begin():
            execute(AddMember(hal.person.name, Role.VIEWER, ()), Work(other, owner, NOW, TODAY))
        publish = PublishKpis(office.sales, "Sell more", None, (NewKpi(definition("A")),))
        with pytest.raises(Refusal, match="not_allowed"):
            execute(publish, Work(session, hal, NOW, TODAY))


def test_the_database_itself_refuses_a_second_current_line(office: Office) -> None:
    (kpi_id,) = office.publish(definition())
    office.enter(entry(kpi_id, month(11), 1))
    line = office.session.scalars(select(ActualRow)).one()
    office.session.expunge(line)
    copy = {column.name: getattr(line, column.name) for column in ActualRow.__table__.columns if column.name != "id"}
    office.session.add(ActualRow(**copy))
    with pytest.raises(IntegrityError):
        office.session.flush()
