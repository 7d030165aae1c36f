"""Somebody leaves: what they entered is handed on, what they did stays, and it can be taken back."""

from __future__ import annotations

import pytest

from kpi_engine.calendar.presence import ALWAYS
from kpi_engine.commands import AddMember, NewKpi, PublishKpis, RemoveMember, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Role
from kpi_engine.model.done import MemberRemoved
from kpi_engine.model.name import Name
from tests.factories import TODAY, Office, definition, entry, hat, month


@pytest.fixture
def calls(office: Office) -> int:
    """Sales' only KPI, which Sam enters."""
    office.do(PublishKpis(office.sales, "Sell more", None, (NewKpi(definition("Calls", owner_id=office.sam)),)))
    return office.reader().kpis(office.sales)[0].kpi.id


def refused(office: Office, command: RemoveMember, by: int | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        office.do(command, by=by)
    return caught.value.key


def test_what_somebody_enters_needs_somebody_else_first(office: Office, calls: int) -> None:
    assert refused(office, RemoveMember(office.sam)) == "still_enters"
    assert refused(office, RemoveMember(office.sam, ((calls, office.sam),), "left")) == "still_enters"
    assert refused(office, RemoveMember(office.sam, ((calls, office.hal),))) == "reason_missing"
    assert office.person(office.sam).active


def test_it_is_handed_on_and_what_was_entered_stays(office: Office, calls: int) -> None:
    office.enter(entry(calls, month(10), 90), by=office.sam)
    done = office.do(RemoveMember(office.sam, ((calls, office.hal),), "Sam has left"))

    assert isinstance(done, MemberRemoved)
    assert (done.person.active, done.person.presence.left) == (False, TODAY)
    assert [version.definition.owner_id for version in done.handed] == [office.hal]
    assert office.reader().actuals(calls)[0].author_id == office.sam
    assert office.sam not in [person.id for person in office.reader().people()]


def test_taken_back_they_are_there_with_their_hats(office: Office, calls: int) -> None:
    before = office.person(office.sam)
    office.do(RemoveMember(office.sam, ((calls, office.hal),), "Sam has left"))
    office.do(Undo())

    assert office.person(office.sam) == before
    assert office.reader().kpis(office.sales)[0].definition.owner_id == office.hal
    office.do(Undo())
    assert office.reader().kpis(office.sales)[0].definition.owner_id == office.sam


def test_whoever_was_added_anew_meanwhile_is_not_brought_back(office: Office) -> None:
    office.do(RemoveMember(office.eve))
    office.do(AddMember(Name.same("Eve"), Role.MEMBER, (hat(office.sales),)), by=office.hal)

    assert office.person(office.eve).presence == ALWAYS
    with pytest.raises(Refusal, match="changed_since"):
        office.do(Undo())


def test_who_may_remove_whom(office: Office) -> None:
    assert refused(office, RemoveMember(office.owner.person.id)) == "last_owner"
    assert refused(office, RemoveMember(office.mia), by=office.hal) == "not_allowed"
    assert refused(office, RemoveMember(office.hal), by=office.hal) == "not_allowed"
    assert refused(office, RemoveMember(office.eve), by=office.sam) == "not_allowed"
    office.do(RemoveMember(office.sam), by=office.hal)
    assert refused(office, RemoveMember(office.sam)) == "person_inactive"
    assert refused(office, RemoveMember(99)) == "unknown_person"
