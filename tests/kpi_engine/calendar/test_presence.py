"""When somebody is there."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import ALWAYS, Leave, Presence
from kpi_engine.calendar.working import Calendar

NOVEMBER = Period(date(2026, 11, 1), PeriodKind.MONTH)
"""21 weekdays."""
JOINS = Presence(joined=date(2026, 11, 16))
LEAVES = Presence(left=date(2026, 11, 16))
AWAY = Presence(leave=(Leave(date(2026, 11, 7), date(2026, 11, 12)), Leave(date(2026, 11, 10), date(2026, 11, 14))))


@pytest.mark.parametrize(
    ("presence", "part"),
    [
        (ALWAYS, Fraction(1)),
        (JOINS, Fraction(11, 21)),
        (LEAVES, Fraction(10, 21)),
        (AWAY, Fraction(16, 21)),
        (Presence(date(2026, 11, 16), date(2026, 11, 18)), Fraction(2, 21)),
        (Presence(joined=date(2026, 12, 1)), Fraction(0)),
        (Presence(joined=date(2026, 11, 1)), Fraction(1)),
        (Presence(left=date(2026, 12, 1)), Fraction(1)),
        (Presence(left=date(2026, 11, 1)), Fraction(0)),
    ],
)
def test_the_part_of_a_month(presence: Presence, part: Fraction) -> None:
    assert presence.part(NOVEMBER, Calendar()) == part


def test_who_comes_and_who_goes_make_one() -> None:
    assert JOINS.part(NOVEMBER, Calendar()) + LEAVES.part(NOVEMBER, Calendar()) == 1


def test_holidays_are_nobodys_days() -> None:
    """The National Day of 2026 is free from 1 to 7 October, and Saturday 10 October is worked: 18 days."""
    october = Period(date(2026, 10, 1), PeriodKind.MONTH)

    assert Presence(left=date(2026, 10, 8)).part(october, Calendar(country="CN")) == 0
    assert Presence(left=date(2026, 10, 9)).part(october, Calendar(country="CN")) == Fraction(1, 18)


def test_of_a_free_day_it_is_the_day_itself() -> None:
    saturday = Period(date(2026, 11, 21), PeriodKind.DAY)

    assert JOINS.part(saturday, Calendar()) == 1
    assert LEAVES.part(saturday, Calendar()) == 0
