"""Joining, leaving and leave, from the command to the score."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.presence import ALWAYS, Leave, Presence
from kpi_engine.commands import AddMember, NewKpi, PublishKpis, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Role
from kpi_engine.model.name import Name
from tests.factories import Office, definition, entry, hat, month

JOINS = Presence(joined=date(2026, 11, 16), leave=(Leave(date(2026, 12, 1), date(2027, 1, 4)),))


@pytest.fixture
def calls(office: Office) -> int:
    """Sam's own."""
    mine = NewKpi(definition("Calls", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    return office.reader().kpis(person_id=office.sam)[0].kpi.id


def said(office: Office, presence: Presence | None) -> AddMember:
    return AddMember(Name.same("Sam"), Role.MEMBER, (hat(office.sales),), presence)


def stored(office: Office, kpi_id: int) -> Decimal | None:
    line = office.stored_score(kpi_id, month(11))
    return None if line is None else line.score


def test_a_target_is_in_proportion_to_the_days_and_is_so_no_more_when_taken_back(office: Office, calls: int) -> None:
    office.enter(entry(calls, month(11), 22))
    assert stored(office, calls) == 22
    office.do(said(office, JOINS))
    assert office.person(office.sam).presence == JOINS
    assert stored(office, calls) == pytest.approx(Decimal(42))
    line = office.reader().kpi_score(calls, month(11))
    assert line is not None
    assert line.score == stored(office, calls)
    office.do(said(office, None))
    assert office.person(office.sam).presence == JOINS
    office.do(Undo())
    office.do(Undo())
    assert office.person(office.sam).presence == ALWAYS
    assert stored(office, calls) == 22


def test_nobody_owes_for_a_month_on_leave(office: Office, calls: int) -> None:
    assert len(office.reader(office.sam, today=date(2027, 1, 1)).owed()) == 2
    office.do(said(office, JOINS))
    owed = office.reader(office.sam, today=date(2027, 1, 1)).owed()
    assert [one.period for one in owed] == [month(11)]


@pytest.mark.parametrize(
    "presence",
    [
        Presence(date(2026, 11, 16), date(2026, 11, 16)),
        Presence(leave=(Leave(date(2026, 11, 16), date(2026, 11, 15)),)),
    ],
)
def test_time_does_not_run_backwards(office: Office, presence: Presence) -> None:
    with pytest.raises(Refusal, match="presence_backwards"):
        office.do(said(office, presence))
