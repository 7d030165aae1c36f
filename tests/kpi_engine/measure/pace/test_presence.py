"""The pace of a person's own KPI, by the days on which they are there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.presence import ALWAYS, Leave, Presence
from kpi_engine.measure.forecast.past import history_of
from kpi_engine.measure.pace.pace import pace
from kpi_engine.measure.values.source import Source
from kpi_engine.model.kpi import Aggregation, KpiVersion
from kpi_engine.model.pace import Pace, PaceStatus
from tests.kpi_engine.measure.build import BOOK, actual, period, target, version

WEEKLY = version(frequency=PeriodKind.WEEK, target=target("100"))
YEARLY = version("2024-01-01", cycle=PeriodKind.YEAR, target=target("1200"))
DECEMBER_OFF = Presence(leave=(Leave(date(2026, 12, 1), date(2027, 1, 1)),))


def told(own: KpiVersion, values: dict[str, str], presence: Presence, code: str) -> Pace:
    found = pace(source(own, values, presence), period(code), BOOK, seed=1)
    assert found is not None
    return found


def source(own: KpiVersion, values: dict[str, str], presence: Presence = ALWAYS) -> Source:
    return Source([own], [actual(when, value) for when, value in values.items()], presence=presence)


def away(until: date) -> Presence:
    return Presence(leave=(Leave(date(2026, 10, 5), until),))


def months(count: int, last: str = "2026-10") -> dict[str, str]:
    return {f"{period(last).back(n).start:%Y-%m}": str(100 + Random(n).randint(-9, 9)) for n in range(count)}


def test_who_joins_in_the_third_week_is_not_behind() -> None:
    """From Wednesday 18 November on: three of five days of week 47, then week 48; 40 of 100 are agreed, 15 expected."""
    joined = Presence(joined=date(2026, 11, 18))
    found = told(WEEKLY, {"2026-W47": "15"}, joined, "2026-11")

    assert (found.goal, found.expected, found.to_come) == (target("40"), target("15"), 1)
    assert (found.gap, found.status) == (Decimal(0), PaceStatus.ON_TRACK)
    assert (found.projection, found.required) == (Decimal(40), Decimal(25))


def test_a_month_on_leave_is_neither_expected_nor_to_come() -> None:
    found = told(YEARLY, months(22), DECEMBER_OFF, "2026")

    assert found.to_come == 1
    assert found.goal == target("1100")
    assert [ahead.period for ahead in found.ahead] == [period("2026-11")]


def test_half_a_month_to_come_brings_half_of_one() -> None:
    """Away from 1 to 15 December: 12 of its 23 weekdays are left."""
    half = Presence(leave=(Leave(date(2026, 12, 1), date(2026, 12, 16)),))
    whole, found = (told(YEARLY, months(22), presence, "2026").ahead[-1].band for presence in (ALWAYS, half))

    assert abs(found.middle - whole.middle * 12 / 23) < Decimal("1e-9")


def test_a_season_expects_less_of_a_month_in_part() -> None:
    """Every December brings twice as much; of October's 22 working days 13 were worked. So 9 and 13/22 of 12 and 13/22."""
    own = version("2022-01-01", cycle=PeriodKind.YEAR, target=target("1200"))
    values = {code: str(200 if code.endswith("12") else 100) for code in months(58)}
    found = told(own, values | {"2026-10": "59"}, away(date(2026, 10, 16)), "2026")
    assert found.goal is not None
    assert found.expected is not None

    part = found.expected.value / found.goal.value
    assert found.seasonal
    assert abs(part - (9 + Decimal(13) / 22) / (12 + Decimal(13) / 22)) < Decimal("0.001")


def test_a_sum_of_most_of_a_month_is_raised_and_of_less_left_out() -> None:
    """Of October's 22 weekdays 5 away is most of it, 10 is not."""
    values = months(8)
    most, less = (
        history_of(YEARLY, source(YEARLY, values, away(date(2026, 10, until))), period("2026"), BOOK)
        for until in (10, 17)
    )

    assert most is not None
    assert less is not None
    assert most.known[-1].value == Decimal(values["2026-10"]) * 22 / 17
    assert less.periods[-1] == period("2026-09")


def test_a_rate_of_part_of_a_month_is_what_it_is() -> None:
    rate = version("2024-01-01", aggregation=Aggregation.AVERAGE)
    history = history_of(rate, source(rate, months(8), away(date(2026, 10, 31))), period("2026-10"), BOOK)

    assert history is not None
    assert str(history.known[-1].value) == months(8)["2026-10"]


def test_a_value_of_a_month_in_which_nobody_was_there_says_nothing() -> None:
    october_off = Presence(leave=(Leave(date(2026, 9, 28), date(2026, 11, 1)),))
    history = history_of(YEARLY, source(YEARLY, months(8), october_off), period("2026"), BOOK)

    assert history is not None
    assert history.periods[-1] == period("2026-09")
