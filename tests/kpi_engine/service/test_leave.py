"""Leave: who may say it, what it does, and taking it back."""

from __future__ import annotations

from datetime import date

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.presence import Leave
from kpi_engine.commands import SetLeave, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Role
from kpi_engine.model.done import LeaveSet
from tests.factories import Office, day, definition, hat

TUESDAY = (Leave(date(2026, 11, 24), date(2026, 11, 25)),)
WEDNESDAY = date(2026, 11, 25)


def test_nobody_owes_what_they_could_not_see(office: Office) -> None:
    office.publish(definition("Calls", owner_id=office.sam, frequency=PeriodKind.DAY))
    assert len(office.reader(office.sam, today=WEDNESDAY).owed()) == 2
    done = office.do(SetLeave(office.sam, TUESDAY), by=office.sam)
    assert isinstance(done, LeaveSet)
    assert (done.before, done.own) == ((), True)
    assert [one.period for one in office.reader(office.sam, today=WEDNESDAY).owed()] == [day(25)]
    assert office.reader(office.sam).audit(1)[0].deed is Deed.SET_LEAVE
    office.do(Undo(), by=office.sam)
    assert len(office.reader(office.sam, today=WEDNESDAY).owed()) == 2


def test_a_head_says_it_for_their_people_only(office: Office) -> None:
    hal = office.hire("Hal", Role.HEAD, hat(office.sales))
    sue = office.hire("Sue", Role.MEMBER, hat(office.service))
    office.do(SetLeave(office.sam, TUESDAY), by=hal)
    for who in (sue, 1):
        with pytest.raises(Refusal, match="not_allowed"):
            office.do(SetLeave(who, TUESDAY), by=hal)
    with pytest.raises(Refusal, match="not_allowed"):
        office.do(SetLeave(hal, TUESDAY), by=office.sam)


def test_leave_that_somebody_changed_meanwhile_is_not_taken_back(office: Office) -> None:
    office.do(SetLeave(office.sam, TUESDAY), by=office.sam)
    office.do(SetLeave(office.sam, ()))
    with pytest.raises(Refusal, match="changed_since"):
        office.do(Undo(), by=office.sam)


def test_days_do_not_run_backwards(office: Office) -> None:
    with pytest.raises(Refusal, match="presence_backwards"):
        office.do(SetLeave(office.sam, (Leave(WEDNESDAY, WEDNESDAY),)))
