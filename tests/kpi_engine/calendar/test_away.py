"""Days away as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from kpi_engine.calendar.away import Said, back, ended, read_away, with_leave, without
from kpi_engine.calendar.presence import Leave

MONDAY = date(2026, 11, 23)


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("until Wed", None, on(11, 25)),
        ("Until 24 Dec", None, on(12, 24)),
        ("to Friday", None, on(11, 27)),
        ("到周三", None, on(11, 25)),
        ("到周三为止", None, on(11, 25)),
        ("至12月24日", None, on(12, 24)),
        ("today", MONDAY, MONDAY),
        ("tomorrow", on(11, 24), on(11, 24)),
        ("明天", on(11, 24), on(11, 24)),
        ("yesterday", on(11, 22), on(11, 22)),
        ("Friday", on(11, 27), on(11, 27)),
        ("on 24 Dec", on(12, 24), on(12, 24)),
        ("20 Nov", on(11, 20), on(11, 20)),
        ("this week", MONDAY, on(11, 29)),
        ("next week", on(11, 30), on(12, 6)),
        ("下周", on(11, 30), on(12, 6)),
        ("3 days", MONDAY, on(11, 25)),
        ("三天", MONDAY, on(11, 25)),
        ("2 weeks", MONDAY, on(12, 6)),
        ("24 Dec to 2 Jan", on(12, 24), on(1, 2, 2027)),
        ("from 24 Dec until 2 Jan", on(12, 24), on(1, 2, 2027)),
        ("2026-12-24 - 2026-12-31", on(12, 24), on(12, 31)),
        ("12月24日到1月2日", on(12, 24), on(1, 2, 2027)),
        ("从12月24日到31日", on(12, 24), on(12, 31)),
        ("Thursday to Tuesday", on(11, 26), on(12, 1)),
        ("next Monday to Friday", on(11, 30), on(12, 4)),
        ("周四到下周二", on(11, 26), on(12, 1)),
        ("from yesterday to today", on(11, 22), MONDAY),
        ("16 Nov to 18 Nov", on(11, 16), on(11, 18)),
    ],
)
def test_days_are_read(text: str, first: date | None, last: date) -> None:
    assert read_away(text, MONDAY) == Said(first, last)


@pytest.mark.parametrize("text", ["", "someday", "until yesterday", "2026-12-24 to 2026-12-20", "0 days", "改天"])
def test_others_are_not(text: str) -> None:
    assert read_away(text, MONDAY) is None


def test_what_is_said_last_stands() -> None:
    week = with_leave((), Said(None, on(11, 27)), MONDAY)
    assert week == (Leave(MONDAY, on(11, 28)),)
    assert with_leave(week, Said(None, on(11, 25)), on(11, 24)) == (Leave(MONDAY, on(11, 26)),)
    later = with_leave(week, Said(on(12, 24), on(12, 31)), MONDAY)
    assert with_leave(later, Said(on(12, 28), on(12, 30)), MONDAY) == (*week, Leave(on(12, 28), on(12, 31)))


def test_whoever_is_back_is_there_from_today_on() -> None:
    leave = (Leave(on(11, 20), on(11, 28)), Leave(on(12, 24), on(12, 31)))
    assert back(leave, MONDAY) == (Leave(on(11, 20), MONDAY), leave[1])
    assert back((Leave(MONDAY, on(11, 28)),), MONDAY) == ()
    assert without(leave, on(12, 24)) == leave[:1]
    assert without(leave, on(12, 31)) == leave


@pytest.mark.parametrize(
    ("known", "now", "which"),
    [
        ([(23, 28)], [], (23, 28)),
        ([(16, 28)], [(16, 23)], (16, 28)),
        ([(16, 18), (23, 28)], [(16, 18)], (23, 28)),
        ([], [(23, 28)], None),
        ([(23, 28)], [(23, 30)], None),
        ([(23, 28)], [(25, 30)], None),
        ([(23, 28)], [(23, 28)], None),
    ],
)
def test_of_whoever_is_back_a_leave_has_ended(
    known: list[tuple[int, int]], now: list[tuple[int, int]], which: tuple[int, int] | None
) -> None:
    def leaves(spans: list[tuple[int, int]]) -> list[Leave]:
        return [Leave(on(11, first), on(11, end)) for first, end in spans]

    assert ended(leaves(known), leaves(now)) == (leaves([which])[0] if which else None)
