"""What is to be done: planned, put off, handed on, closed; by whom, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kpi_engine.commands import (
    AssignAction,
    CloseAction,
    Command,
    NewKpi,
    PlanAction,
    PlannedAction,
    PostponeAction,
    PublishKpis,
    RetireKpi,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.action import Action, ActionState
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import Acted, Undone
from kpi_engine.model.name import Name
from tests.factories import TODAY, Office, definition, found_office, who_may

DUE, LATER = date(2026, 12, 15), date(2026, 12, 20)


def planned(office: Office, person: int, kpi: int | None = None, by: int | None = None, due: date = DUE) -> Action:
    done = office.do(PlanAction(PlannedAction("New  brochure ", person, due), office.sales, kpi), by)
    assert isinstance(done, Acted)
    return done.action


def refused(office: Office, command: Command, by: int | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command, by)
    return caught.value


def seen(office: Office, by: int) -> list[int]:
    return [each.id for each in office.reader(by).open_actions()]


def test_an_action_says_what_who_and_until_when(office: Office) -> None:
    (revenue,) = office.publish(definition())
    done = office.do(PlanAction(PlannedAction("New  brochure ", office.sam, DUE), office.sales, revenue), by=office.hal)

    assert isinstance(done, Acted)
    expected = Action(done.action.id, office.sales, revenue, "New brochure", office.sam, DUE, office.hal, TODAY)
    assert done == Acted(Deed.PLAN_ACTION, expected, Name.same("Sam"), Name.same("Revenue"))
    assert office.reader().actions(revenue) == (expected,)


def test_one_of_a_department_needs_no_kpi(office: Office) -> None:
    done = office.do(PlanAction(PlannedAction("Tidy the files", office.mia, DUE), office.service), by=office.mia)
    assert isinstance(done, Acted)
    assert (done.action.kpi_id, done.about) == (None, Name("Service", "客服部"))


def test_it_goes_on_until_it_is_closed(office: Office) -> None:
    made = planned(office, office.sam, by=office.hal)
    office.do(PostponeAction(made.id, LATER), by=office.sam)
    office.do(AssignAction(made.id, office.mia), by=office.hal)
    office.do(CloseAction(made.id, done=True, outcome=" 40 answers "), by=office.mia)

    now = office.reader().action(made.id)
    closed = replace(made, person_id=office.mia, due=LATER, state=ActionState.DONE, outcome="40 answers")
    assert now == replace(closed, closed_by=office.mia, closed_on=TODAY, round=4)
    assert office.reader().open_actions() == ()
    refusal = refused(office, PostponeAction(made.id, LATER), by=office.mia)
    assert (refusal.key, refusal.params) == ("action_over", {"state": ActionState.DONE})


def test_every_step_is_taken_back(office: Office) -> None:
    made = planned(office, office.sam)
    for command in (
        PostponeAction(made.id, LATER),
        AssignAction(made.id, office.mia),
        CloseAction(made.id, done=False, outcome="Too dear"),
    ):
        office.do(command)
    told = []
    for _ in range(4):
        done = office.do(Undo())
        assert isinstance(done, Undone)
        told.append(done.what)
    assert told == [Deed.CLOSE_ACTION, Deed.ASSIGN_ACTION, Deed.POSTPONE_ACTION, Deed.PLAN_ACTION]
    assert refused(office, CloseAction(made.id, done=True)).key == "unknown_action"


def test_what_somebody_changed_since_is_not_taken_back(office: Office) -> None:
    made = planned(office, office.sam, by=office.hal)
    office.do(CloseAction(made.id, done=True), by=office.sam)
    refusal = refused(office, Undo(), by=office.hal)
    assert (refusal.key, refusal.params) == ("changed_since", {"what": Name.same("New brochure")})


def test_who_does_it_who_wrote_it_and_the_head_close_it(office: Office) -> None:
    for by in (office.sam, office.mia, office.hal, None):
        made = planned(office, office.sam, by=office.mia)
        office.do(CloseAction(made.id, done=True), by)
    made = planned(office, office.hal, by=office.hal)
    for by in (office.sam, office.mia, office.eve):
        assert refused(office, CloseAction(made.id, done=True), by).key == "not_allowed"
        assert refused(office, PostponeAction(made.id, LATER), by).key == "not_allowed"


def test_only_a_head_gives_it_to_somebody_else(office: Office) -> None:
    made = planned(office, office.sam, by=office.sam)
    assert refused(office, AssignAction(made.id, office.mia), by=office.sam).key == "not_allowed"
    office.do(AssignAction(made.id, office.mia), by=office.hal)
    assert office.reader().action(made.id).person_id == office.mia


def test_who_plans(office: Office) -> None:
    action = PlannedAction("Call", office.sam, DUE)
    assert refused(office, PlanAction(action, office.sales), by=office.eve).key == "not_allowed"
    assert refused(office, PlanAction(action, office.service), by=office.sam).key == "not_allowed"
    assert refused(office, PlanAction(action, office.service), by=office.hal).key == "not_allowed"
    planned(office, office.sam, by=office.sam)


def test_a_departments_people_see_it_and_who_does_it(office: Office) -> None:
    done = office.do(PlanAction(PlannedAction("Tidy", office.sam, DUE), office.service), by=office.mia)
    assert isinstance(done, Acted)
    made = done.action.id
    assert [seen(office, who) for who in (office.mia, office.sam, office.hal)] == [[made], [made], []]
    with pytest.raises(Refusal) as caught:
        office.reader(office.hal).action(made)
    assert caught.value.key == "not_allowed"
    assert who_may(caught.value) == ["Ann", "Mia"]


def test_what_is_done_about_somebodys_own_kpi_is_not_everybodys(office: Office) -> None:
    own = NewKpi(definition(), person_id=office.sam, actions=(PlannedAction("Call", office.sam, DUE),))
    office.do(PublishKpis(office.sales, "Sell more", None, (own,)))
    assert [len(seen(office, who)) for who in (office.sam, office.hal, office.mia)] == [1, 1, 0]


def test_a_kpi_that_ends_asks_for_nothing(office: Office) -> None:
    revenue, visits = office.publish(definition("Revenue", 50), definition("Visits", 50))
    made = planned(office, office.sam, visits)
    assert seen(office, office.sam) == [made.id]
    office.do(RetireKpi(visits, ((revenue, definition().weight),), TODAY, "over"))
    assert seen(office, office.sam) == []


def test_what_is_refused(office: Office) -> None:
    (revenue,) = office.publish(definition())
    action = PlannedAction("Call", office.sam, DUE)
    assert refused(office, PlanAction(action, 999)).key == "unknown_department"
    assert refused(office, PlanAction(action, office.service, revenue)).key == "unknown_kpi"
    assert refused(office, PlanAction(replace(action, text=" "), office.sales)).key == "name_empty"
    assert refused(office, PlanAction(replace(action, person_id=999), office.sales)).key == "unknown_person"


def test_another_companys_actions_do_not_exist(office: Office) -> None:
    made = planned(office, office.sam)
    other = found_office(office.session, name="Other")
    assert refused(other, CloseAction(made.id, done=True)).key == "unknown_action"
    assert other.reader().open_actions() == ()
