"""Settings: who may change them, what they move, and taking them back."""

from __future__ import annotations

from datetime import date

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.working import WEEKDAYS, Before, Calendar
from kpi_engine.commands import ChangeSettings, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.board_rules import BoardRules
from kpi_engine.model.company import Role, SmallMode
from kpi_engine.model.kpi import UnitKind
from tests.factories import TODAY, Office, day, definition, entry, month

SIX_DAYS = frozenset(range(6))


def test_what_is_changed_can_be_taken_back(office: Office) -> None:
    before = office.reader().company()
    change = ChangeSettings("Europe/Berlin", "EUR", "DE", 4, SIX_DAYS, SmallMode.OFF)
    office.do(change)
    now = office.reader().company()
    assert (now.time_zone, now.currency, now.small) == ("Europe/Berlin", "EUR", SmallMode.OFF)
    assert (now.calendar.country, now.calendar.year_start, now.calendar.weekdays) == ("DE", 4, SIX_DAYS)
    assert {each.field for each in office.reader().audit(1)[0].changes} == {
        "company.time_zone",
        "company.currency",
        "company.calendar",
        "company.small",
    }
    office.do(Undo())
    assert office.reader().company() == before


def test_nothing_new_is_no_deed(office: Office) -> None:
    office.do(ChangeSettings(working_days=SIX_DAYS))
    office.do(ChangeSettings(working_days=SIX_DAYS))
    assert [one.deed for one in office.reader().audit(9)].count(Deed.CHANGE_SETTINGS) == 1


def test_a_saturday_is_worked_from_the_day_on_which_it_is_said(office: Office) -> None:
    (calls,) = office.publish(definition(owner_id=office.sam, frequency=PeriodKind.DAY), today=date(2026, 11, 1))
    office.enter(entry(calls, day(20), 1))
    before = office.stored_score(calls, month(11))
    office.do(ChangeSettings(working_days=SIX_DAYS), today=date(2026, 11, 27))
    calendar = office.reader().company().calendar
    assert [calendar.is_working(date(2026, 11, saturday)) for saturday in (14, 21, 28)] == [False, False, True]
    assert [one.period for one in office.reader(office.sam, today=date(2026, 11, 28)).owed()] == [day(27), day(28)]
    now = office.stored_score(calls, month(11))
    assert before is not None
    assert now is not None
    assert now.of == before.of + 1


def test_what_is_changed_twice_on_a_day_was_changed_once(office: Office) -> None:
    office.publish(definition(), today=date(2026, 11, 1))
    before = office.reader().company().calendar
    office.do(ChangeSettings(working_days=SIX_DAYS))
    office.do(ChangeSettings(country="DE"))
    assert office.reader().company().calendar.earlier == (Before(TODAY, WEEKDAYS, before.country),)
    office.do(Undo())
    office.do(Undo())
    assert office.reader().company().calendar == before


def test_taken_back_later_the_days_between_have_the_old_calendar_again(office: Office) -> None:
    (calls,) = office.publish(definition(frequency=PeriodKind.DAY), today=date(2026, 11, 1))
    office.enter(entry(calls, day(20), 1))
    before = office.stored_score(calls, month(11))
    office.do(ChangeSettings(working_days=SIX_DAYS), today=date(2026, 11, 23))
    office.do(Undo(), today=date(2026, 11, 30))
    assert office.reader().company().calendar.is_working(date(2026, 11, 28)) is False
    now = office.stored_score(calls, month(11))
    assert before is not None
    assert now is not None
    assert now.of == before.of


def test_before_anything_is_measured_there_is_nothing_to_keep(office: Office) -> None:
    office.do(ChangeSettings(country="DE"))
    assert office.reader().company().calendar == Calendar(country="DE")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (ChangeSettings(time_zone="Mars"), "unknown_time_zone"),
        (ChangeSettings(currency="euro"), "unknown_currency"),
        (ChangeSettings(country="XX"), "unknown_country"),
        (ChangeSettings(year_start=13), "year_start_range"),
        (ChangeSettings(working_days=frozenset()), "no_working_day"),
        (ChangeSettings(board=BoardRules(least=4)), "board_least"),
        (ChangeSettings(board=BoardRules(least=51)), "board_least"),
        (ChangeSettings(board=BoardRules(least=5, top=4)), "board_top"),
        (ChangeSettings(board=BoardRules(least=50, top=11)), "board_top"),
        (ChangeSettings(board=BoardRules(top=0)), "board_top"),
        (ChangeSettings(currency="EUR"), "currency_in_use"),
        (ChangeSettings(year_start=4), "year_start_in_use"),
    ],
)
def test_what_can_not_be_is_refused(office: Office, change: ChangeSettings, why: str) -> None:
    office.publish(definition(unit=UnitKind.MONEY, cycle=PeriodKind.QUARTER))
    with pytest.raises(Refusal, match=why):
        office.do(change)


def test_only_the_owner_changes_them(office: Office) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        office.do(ChangeSettings(working_days=SIX_DAYS), by=office.sam)


def test_what_was_changed_again_is_not_taken_back(office: Office) -> None:
    other = office.hire("Olga", Role.OWNER)
    office.do(ChangeSettings(working_days=SIX_DAYS))
    office.do(ChangeSettings(working_days=frozenset(range(4))), by=other)
    with pytest.raises(Refusal, match="changed_since"):
        office.do(Undo())
