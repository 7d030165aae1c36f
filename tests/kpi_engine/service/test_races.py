"""Two at once: one waits for the other, and nothing is there twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kpi_engine.commands import (
    AddMember,
    ClosePeriod,
    Command,
    DecideProposal,
    EnterActuals,
    NewKpi,
    Propose,
    PublishKpis,
    ReviseKpi,
    StartReview,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Actor, Role
from kpi_engine.model.done import Discussed
from kpi_engine.model.kpi import Target
from kpi_engine.model.proposal import ProposalState
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.service.execute import execute
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActualRow, ClosingRow, KpiVersionRow, ProposalRow, ScoreRow
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


def test_one_of_two_heads_decides(engine: Engine, revenue: tuple[int, Actor]) -> None:
    kpi_id, owner = revenue
    change = ReviseKpi(kpi_id, definition(target=Target(Decimal(200))), TODAY, "grown")
    with Session(engine) as session, session.begin():
        made = execute(Propose(change), Work(session, owner, NOW, TODAY))
        assert isinstance(made, Discussed)
    accept = DecideProposal(made.proposal.id, accept=True)
    decline = DecideProposal(made.proposal.id, accept=False, reason="no")
    outcomes = together(engine, owner, [accept, decline, accept])
    assert sorted(isinstance(each, Discussed) for each in outcomes) == [False, False, True]
    assert [each for each in outcomes if isinstance(each, str)] == ["proposal_over"] * 2
    with Session(engine) as session:
        versions = session.scalars(select(KpiVersionRow)).all()
        accepted = session.scalars(select(ProposalRow.state)).one() is ProposalState.ACCEPTED
    assert len(versions) == (2 if accepted else 1)


@pytest.mark.parametrize("value_first", [True, False])
@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_value_comes_before_the_closing_or_is_refused(engine: Engine, value_first: bool) -> None:
    """Whichever comes second waits for the first, and then sees what it did."""
    october = month(10)
    with Session(engine) as session, session.begin():
        office = found_office(session)
        (kpi_id,) = office.publish(definition(), today=date(2026, 10, 1))
        sales = Subject(SubjectKind.DEPARTMENT, office.sales)
        office.do(StartReview((sales,), october))
        owner = office.owner
    commands: list[Command] = [EnterActuals((entry(kpi_id, october, 70),)), ClosePeriod(sales, october)]
    first, second = commands if value_first else commands[::-1]
    with ThreadPoolExecutor(1) as pool, Session(engine) as session:
        with session.begin():
            execute(first, Work(session, owner, NOW, TODAY))
            waiting = pool.submit(together, engine, owner, [second])
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.5)
        (outcome,) = waiting.result()
    with Session(engine) as session:
        frozen = session.scalars(select(ClosingRow.card)).one()
        values = session.scalars(select(ActualRow.value)).all()
    assert frozen.score == (70 if value_first else None)
    assert values == ([Decimal(70)] if value_first else [])
    assert (outcome == "period_closed") is not value_first


def test_values_and_a_closing_at_once_agree(engine: Engine) -> None:
    october = month(10)
    with Session(engine) as session, session.begin():
        office = found_office(session)
        (kpi_id,) = office.publish(definition(), today=date(2026, 10, 1))
        sales = Subject(SubjectKind.DEPARTMENT, office.sales)
        office.do(StartReview((sales,), october))
        owner = office.owner
    values: list[Command] = [EnterActuals((entry(kpi_id, october, value),)) for value in (10, 20, 30)]
    together(engine, owner, [*values, ClosePeriod(sales, october)])
    with Session(engine) as session:
        frozen = session.scalars(select(ClosingRow.card)).one()
        stands = session.scalars(select(ActualRow.value).where(ActualRow.is_current)).one_or_none()
    assert frozen.score == stands


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
