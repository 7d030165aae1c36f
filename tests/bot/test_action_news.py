"""Who is to hear of an action: whoever does it, and once it is closed whoever wrote it down and the head."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from bot.news import news_of
from conversations.news import NewsKind
from kpi_engine.commands import (
    AssignAction,
    CloseAction,
    Command,
    NewKpi,
    PlanAction,
    PlannedAction,
    PostponeAction,
    PublishKpis,
)
from kpi_engine.model.action import Action
from kpi_engine.model.done import Acted
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from tests.factories import Office, definition, found_office

DUE = date(2026, 12, 15)


@pytest.fixture
def office(session: Session) -> Office:
    return found_office(session)


def heard(office: Office, command: Command, by: int | None = None) -> list[tuple[NewsKind, int]]:
    """By kind, who hears of a command that is carried out now."""
    actor = office.actor(by)
    done = office.do(command, by)
    people = load.people(Scope(office.session, office.owner.company_id))
    return [(news.kind, person_id) for person_id, news in news_of(done, people, actor.person)]


def planned(office: Office, person: int, by: int) -> Action:
    done = office.do(PlanAction(PlannedAction("Call", person, DUE), office.sales), by)
    assert isinstance(done, Acted)
    return done.action


def test_who_is_given_an_action_hears_of_it(office: Office) -> None:
    command = PlanAction(PlannedAction("Call", office.sam, DUE), office.sales)
    assert heard(office, command, office.hal) == [(NewsKind.ACTION_GIVEN, office.sam)]
    assert heard(office, command, office.sam) == []


def test_who_it_is_handed_to_hears_of_it_and_nobody_of_another_day(office: Office) -> None:
    made = planned(office, office.sam, office.hal)
    assert heard(office, PostponeAction(made.id, DUE), office.sam) == []
    assert heard(office, AssignAction(made.id, office.mia), office.hal) == [(NewsKind.ACTION_GIVEN, office.mia)]


def test_what_is_done_is_heard_of_by_who_wrote_it_and_the_head(office: Office) -> None:
    made = planned(office, office.sam, office.mia)
    told = heard(office, CloseAction(made.id, done=True), office.sam)
    assert told == [(NewsKind.ACTION_CLOSED, office.hal), (NewsKind.ACTION_CLOSED, office.mia)]


def test_what_was_agreed_while_building_is_heard_of_too(office: Office) -> None:
    kpi = NewKpi(definition(), actions=(PlannedAction("Call", office.sam, DUE), PlannedAction("Ask", office.hal, DUE)))
    told = heard(office, PublishKpis(office.sales, "Sell more", None, (kpi,)), office.hal)
    assert [who for kind, who in told if kind is NewsKind.ACTION_GIVEN] == [office.sam]
