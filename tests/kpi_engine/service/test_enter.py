"""Values of one message: recorded, corrected, refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import Entry
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import ActualState, Reading, Remark
from kpi_engine.model.done import Entered, EnteredItem
from kpi_engine.model.kpi import Aggregation, Target, UnitKind
from kpi_engine.model.name import Name
from tests.factories import TODAY, Office, day, definition, entry, found_office, month, reading, who_may


@pytest.fixture
def revenue(office: Office) -> int:
    (kpi_id,) = office.publish(definition(owner_id=office.sam))
    return kpi_id


def one(done: object) -> EnteredItem:
    assert isinstance(done, Entered)
    (item,) = done.items
    return item


def refused(office: Office, *entries: Entry, by: int | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.enter(*entries, by=by)
    return caught.value


def test_a_value_is_recorded(office: Office, revenue: int) -> None:
    item = one(office.enter(entry(revenue, month(11), "1200.50", note="a good\nmonth"), by=office.sam))
    assert (item.previous, item.changed, item.late) == (None, True, False)
    (line,) = office.reader().actuals(revenue)
    assert line == item.actual
    assert (line.reading, line.note, line.author_id) == (reading("1200.50"), "a good month", office.sam)


def test_a_correction_appends(office: Office, revenue: int) -> None:
    first = one(office.enter(entry(revenue, month(11), 90)))
    second = one(office.enter(entry(revenue, month(11), 95, reason="typed wrong")))
    assert second.previous == first.actual
    newest, oldest = office.reader().actuals(revenue)
    assert (newest.supersedes, newest.current, newest.reason) == (oldest.id, True, "typed wrong")
    assert (oldest.reading, oldest.current) == (reading(90), False)
    assert office.reader().current(revenue) == (newest,)


def test_what_is_odd_is_taken_with_a_word(office: Office, revenue: int) -> None:
    steady = [entry(revenue, month(number), 100 + number % 2) for number in range(2, 8)]
    office.enter(*steady)
    assert one(office.enter(entry(revenue, month(8), 100))).remark is None
    assert one(office.enter(entry(revenue, month(9), 148))).remark is Remark.UNUSUAL
    for number, remark in ((8, None), (9, None), (10, None), (11, Remark.COPIED)):
        assert one(office.enter(entry(revenue, month(number), 120))).remark is remark
    assert one(office.enter(entry(revenue, month(11), 120))).remark is None


def test_the_same_value_again_writes_nothing(office: Office, revenue: int) -> None:
    office.enter(entry(revenue, month(11), "90.0", note="so far"))
    item = one(office.enter(entry(revenue, month(11), 90)))
    assert not item.changed
    assert len(office.reader().actuals(revenue)) == 1
    assert one(office.enter(entry(revenue, month(11), 90, note="for good"))).changed


def test_all_values_of_a_message_or_none(office: Office) -> None:
    revenue, visits = office.publish(definition("Revenue", 60), definition("Visits", 40))
    assert refused(office, entry(revenue, month(11), 1), entry(visits, month(12), 2)).key == "period_future"
    assert office.reader().actuals(revenue) == ()
    done = office.enter(entry(visits, month(11), 2), entry(revenue, month(11), 1))
    assert isinstance(done, Entered)
    assert [item.version.definition.name.en for item in done.items] == ["Visits", "Revenue"]


def test_what_is_not_a_value(office: Office, revenue: int) -> None:
    good = entry(revenue, month(11), 1)
    week = Period.holding(TODAY, PeriodKind.WEEK)
    for bad, key in (
        (replace(good, kpi_id=99), "unknown_kpi"),
        (replace(good, period=week), "wrong_period"),
        (replace(good, period=Period(TODAY, PeriodKind.MONTH)), "wrong_period"),
        (replace(good, period=month(12)), "period_future"),
        (replace(good, reading=None), "reading_missing"),
        (replace(good, state=ActualState.AWAY), "reading_superfluous"),
        (replace(good, state=ActualState.WITHDRAWN, reading=None), "nothing_entered"),
        (replace(good, note="x" * 2001), "text_too_long"),
        (replace(good, reading=Reading(Decimal("NaN"))), "value_out_of_bounds"),
        (replace(good, reading=Reading(Decimal("1E+999999"))), "value_out_of_bounds"),
        (replace(good, reading=Reading(Decimal("1E-999999"))), "value_out_of_bounds"),
        (replace(good, reading=Reading(Decimal(1), Decimal(1))), "ratio_incomplete"),
        (replace(good, reading=Reading(Decimal(1), Decimal(1), Decimal(0))), "denominator_zero"),
    ):
        assert refused(office, bad).key == key
    assert refused(office).key == "no_entries"
    assert refused(office, good, replace(good, reading=reading(2))).key == "entered_twice"
    assert office.reader().actuals(revenue) == ()


def test_shares_and_answers_stay_within_bounds(office: Office) -> None:
    share = definition("Share", 50, unit=UnitKind.PERCENT, aggregation=Aggregation.RATIO)
    rate, passed = office.publish(share, definition("Passed", 50, unit=UnitKind.YESNO))
    over = Reading(Decimal("1.2"), Decimal(6), Decimal(5))
    assert one(office.enter(Entry(rate, month(11), ActualState.OK, over))).actual.reading == over
    below = Reading(Decimal("-0.2"), Decimal(-1), Decimal(5))
    assert refused(office, Entry(rate, month(11), ActualState.OK, below)).key == "share_negative"
    assert refused(office, entry(passed, month(11), 2)).key == "not_yes_or_no"
    assert one(office.enter(entry(passed, month(11), 1))).changed


def test_nothing_to_measure_is_said_without_a_value(office: Office, revenue: int) -> None:
    item = one(office.enter(Entry(revenue, month(10), ActualState.NOT_APPLICABLE, None)))
    assert (item.actual.state, item.actual.reading) == (ActualState.NOT_APPLICABLE, None)


def test_values_come_late_after_the_days_of_grace(office: Office) -> None:
    (calls,) = office.publish(definition("Calls", frequency=PeriodKind.DAY))
    done = office.enter(entry(calls, day(20), 3), entry(calls, day(19), 3))
    assert isinstance(done, Entered)
    friday, thursday = done.items
    assert (friday.late, thursday.late) == (False, True)


def test_who_may_enter(office: Office, revenue: int) -> None:
    for allowed in (office.owner.person.id, office.hal, office.sam):
        office.enter(entry(revenue, month(11), allowed), by=allowed)
    for other in (office.mia, office.eve):
        refusal = refused(office, entry(revenue, month(11), 7), by=other)
        assert refusal.key == "not_allowed"
        assert who_may(refusal) == ["Hal", "Ann", "Sam"]


def test_a_retired_kpi_takes_no_more_values(office: Office, revenue: int) -> None:
    office.publish(definition("Margin"))
    refusal = refused(office, entry(revenue, month(11), 1))
    assert (refusal.key, refusal.params) == ("kpi_retired", {"kpi": Name.same("Revenue")})
    assert one(office.enter(entry(revenue, month(10), 1))).changed


def test_another_company_does_not_exist(office: Office, revenue: int) -> None:
    other = found_office(office.session, name="Other")
    assert refused(other, entry(revenue, month(11), 1)).key == "unknown_kpi"


def test_values_of_ten_thousand_and_one_digits_are_exact(office: Office, revenue: int) -> None:
    exact = "123456789012345678901234.0123456789012345678901234567890123456789"
    office.enter(entry(revenue, month(11), exact))
    office.session.expire_all()
    (line,) = office.reader().actuals(revenue)
    assert line.reading == reading(exact)


def test_the_score_is_kept_with_its_explanation(office: Office, revenue: int) -> None:
    office.enter(entry(revenue, month(11), 80))
    kept = office.stored_score(revenue, month(11))
    now = office.reader().kpi_score(revenue, month(11))
    assert kept is not None
    assert now is not None
    assert kept == replace(now, trend=())
    assert kept.score == Decimal(80)
    office.enter(entry(revenue, month(11), 90))
    again = office.stored_score(revenue, month(11))
    assert again is not None
    assert again.score == Decimal(90)


def test_a_week_counts_in_the_month_of_its_thursday(office: Office) -> None:
    weekly = definition("Calls", frequency=PeriodKind.WEEK, target=Target(Decimal(50)))
    (calls,) = office.publish(weekly, today=date(2026, 9, 1))
    office.enter(entry(calls, Period(date(2026, 9, 28), PeriodKind.WEEK), 10))
    kept = office.stored_score(calls, month(10))
    assert kept is not None
    assert kept.entered == 1
    assert kept.score == 100
