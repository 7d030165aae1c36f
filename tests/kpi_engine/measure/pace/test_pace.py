"""Whether a KPI keeps pace: expected, gap, status, required by hand; what is told ahead by its bounds."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.curve.direction import reaches
from kpi_engine.measure.pace.gap import gap_points, status_of_gap
from kpi_engine.measure.pace.pace import pace
from kpi_engine.measure.pace.required import required
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.kpi import Aggregation, Direction, KpiVersion, Target, Unit, UnitKind
from kpi_engine.model.pace import Band, Pace, PaceStatus
from tests.kpi_engine.measure.build import BOOK, actual, period, read, target, version

WEEKLY = version(frequency=PeriodKind.WEEK)
YEARLY = version("2023-01-01", cycle=PeriodKind.YEAR, target=target("1200"))


def told(kpi: KpiVersion, actuals: dict[str, str | ActualState], code: str = "2026-11") -> Pace | None:
    """The pace on Monday 23 November; the weeks 45 to 47 of November's four are over."""
    lines = [actual(when, value) for when, value in actuals.items()]
    return pace(Source([kpi], lines), period(code), BOOK, seed=1)


def known(kpi: KpiVersion, actuals: dict[str, str | ActualState], code: str = "2026-11") -> Pace:
    found = told(kpi, actuals, code)
    assert found is not None
    return found


def months(values: list[int], last: str = "2026-10") -> dict[str, str | ActualState]:
    found, at = {}, period(last)
    for value in reversed(values):
        found[f"{at.start:%Y-%m}"] = str(value)
        at = at.previous()
    return dict(reversed(found.items()))


def noisy(count: int, middle: int = 100) -> list[int]:
    return [middle + Random(n).randint(-9, 9) for n in range(count)]


def test_a_sum_is_expected_in_equal_parts() -> None:
    """Three weeks of four are in: 75 of 100 expected, 60 there, so 15 points behind; 40 needed of the last week."""
    found = known(WEEKLY, {"2026-W45": "20", "2026-W46": "15", "2026-W47": "25"})

    assert (found.expected, found.goal, found.to_come) == (target("75"), target("100"), 1)
    assert (found.gap, found.status) == (Decimal(15), PaceStatus.BEHIND)
    assert (found.required, found.projection) == (Decimal(40), Decimal(80))
    assert (found.band, found.chance, found.seasonal) == (None, None, False)


def test_engagedly_status() -> None:
    """Published: from 1 to 30 April every day counts, and on the 15th, with that day in, 50 % are expected."""
    example = json.loads((Path(__file__).parents[1] / "published_examples.json").read_text("utf-8"))["engagedly_status"]
    april = version("2024-04-01", frequency=PeriodKind.DAY, target=target("100"))
    days = [actual(f"2024-04-{day:02}", "1") for day in range(1, 16)]
    every_day = Calendar(frozenset(range(7)))
    found = pace(Source([april], days), period("2024-04"), Book(date(2024, 4, 16), every_day), seed=1)

    assert found is not None
    assert found.expected is not None
    assert abs(float(found.expected.value) - example["expected"]["expected_progress"]) <= example["tolerance"]


def test_days_are_working_days() -> None:
    """Of November's 21 working days 15 are over on the 23rd; ten a day are 150 of 210."""
    days = {f"2026-11-{day:02}": "10" for day in range(2, 21) if day not in (7, 8, 14, 15)}
    found = known(version(frequency=PeriodKind.DAY, target=target("210")), days)

    assert (found.expected, found.gap, found.status) == (target("150"), Decimal(0), PaceStatus.ON_TRACK)
    assert (found.to_come, found.required, found.projection) == (6, Decimal(10), Decimal(210))
    assert found.band == Band(Decimal(210), Decimal(210), Decimal(210))
    assert found.chance == 1


def test_what_is_late_is_left_out_and_what_is_not_may_come() -> None:
    """Week 47 ended yesterday and may come with week 48; week 45 may not: three weeks are 75 of 100."""
    found = known(WEEKLY, {"2026-W46": "30"})

    assert (found.to_come, found.goal, found.expected) == (2, target("75"), target("25"))
    assert found.required == Decimal("22.5")


def test_what_was_passed_over_does_not_come() -> None:
    """Week 48 was entered before its end, week 47 is not late: the two weeks that are in are all there is."""
    found = known(WEEKLY, {"2026-W46": "25", "2026-W48": "25"})

    assert (found.to_come, found.goal, found.projection) == (0, target("50"), Decimal(50))


def test_who_is_away_owes_nothing() -> None:
    found = known(
        WEEKLY, {"2026-W45": "25", "2026-W46": ActualState.AWAY, "2026-W47": "25", "2026-W48": ActualState.AWAY}
    )

    assert (found.to_come, found.goal, found.gap, found.status) == (0, target("50"), Decimal(0), PaceStatus.ACHIEVED)


@pytest.mark.parametrize(
    ("values", "status"),
    [
        (["25", "25", "15"], PaceStatus.ON_TRACK),
        (["25", "25", "14"], PaceStatus.BEHIND),
        (["25", "25", "0"], PaceStatus.BEHIND),
        (["25", "24", "0"], PaceStatus.AT_RISK),
        (["50", "25", "25"], PaceStatus.ACHIEVED),
    ],
)
def test_the_status_of_a_sum(values: list[str], status: PaceStatus) -> None:
    """Expected are 75: up to ten points behind is on track, up to 25 behind; 100 is the target itself."""
    found = known(WEEKLY, dict(zip(("2026-W45", "2026-W46", "2026-W47"), values, strict=True)))

    assert found.status is status


def test_what_may_still_fall_is_not_achieved() -> None:
    """Returns are booked below zero, so 110 of 100 in three weeks may be lost again."""
    found = known(WEEKLY, {"2026-W45": "90", "2026-W46": "-10", "2026-W47": "30"})

    assert (found.status, found.required) == (PaceStatus.ON_TRACK, Decimal(-10))


def test_complaints_may_come_in_equal_parts_and_no_more() -> None:
    """Of 20 a month 15 are expected by now; 18 are 15 points too many, 21 are lost."""
    kpi = version(frequency=PeriodKind.WEEK, direction=Direction.LOWER, target=target("20"))
    behind = known(kpi, {"2026-W45": "6", "2026-W46": "6", "2026-W47": "6"})
    lost = known(kpi, {"2026-W45": "5", "2026-W46": "5", "2026-W47": "11"})

    assert (behind.gap, behind.status, behind.required) == (Decimal(15), PaceStatus.BEHIND, Decimal(2))
    assert (lost.status, lost.required) == (PaceStatus.AT_RISK, None)
    used_up = known(kpi, {"2026-W45": "5", "2026-W46": "5", "2026-W47": "10"})
    assert (used_up.status, used_up.required) == (PaceStatus.BEHIND, Decimal(0))


@pytest.mark.parametrize("how", [Aggregation.AVERAGE, Aggregation.LAST])
def test_a_mean_and_a_last_value_are_held_against_the_whole_target(how: Aggregation) -> None:
    kpi = version(frequency=PeriodKind.WEEK, aggregation=how, target=target("80"))
    found = known(kpi, {"2026-W45": "60", "2026-W46": "60", "2026-W47": "60"})

    assert (found.expected, found.gap, found.status) == (target("80"), Decimal(25), PaceStatus.BEHIND)
    assert (found.projection, found.required) == (Decimal(60), Decimal(140 if how is Aggregation.AVERAGE else 80))


def test_a_rate_needs_the_more_the_more_it_is_a_rate_of() -> None:
    """15 of 30 so far, ten each week: 24 of 40 need 9 of the last ten."""
    kpi = version(frequency=PeriodKind.WEEK, aggregation=Aggregation.RATIO, target=target("0.6"))
    found = known(kpi, {"2026-W45": "5/10", "2026-W46": "5/10", "2026-W47": "5/10"})

    assert (found.expected, found.required) == (target("0.6"), Decimal("0.9"))
    assert found.gap == pytest.approx(Decimal("16.6667"), abs=Decimal("0.001"))


def test_a_range_is_behind_by_its_width_on_either_side() -> None:
    kpi = version(frequency=PeriodKind.WEEK, direction=Direction.RANGE, target=target("80", upper="120"))
    weeks = ("2026-W45", "2026-W46", "2026-W47")
    below, inside, over = (known(kpi, dict.fromkeys(weeks, value)) for value in ("18", "25", "41"))

    assert below.expected == target("60", upper="90")
    assert (below.gap, below.status, below.required) == (Decimal(15), PaceStatus.BEHIND, None)
    assert (inside.gap, inside.status) == (Decimal(0), PaceStatus.ON_TRACK)
    assert over.status is PaceStatus.AT_RISK


@pytest.mark.parametrize(
    ("answer", "code", "status"),
    [
        ("1", "2026-11", PaceStatus.ACHIEVED),
        ("0", "2026-Q4", PaceStatus.ON_TRACK),
        ("0", "2026-10", PaceStatus.AT_RISK),
    ],
)
def test_what_is_met_or_not_has_only_its_date(answer: str, code: str, status: PaceStatus) -> None:
    kpi = version(
        direction=Direction.YESNO,
        aggregation=Aggregation.LAST,
        cycle=PeriodKind.QUARTER,
        unit=Unit(UnitKind.YESNO),
        target=target("1"),
    )
    found = known(kpi, {"2026-10": answer, **({"2026-11": answer} if code == "2026-11" else {})}, code)

    assert (found.status, found.gap, found.projection, found.chance, found.required) == (status, None, None, None, None)


def test_what_must_not_happen_is_lost_once_it_has() -> None:
    kpi = version(direction=Direction.YESNO, aggregation=Aggregation.LAST, target=target("0"))

    assert known(kpi, {"2026-10": "1"}, "2026-Q4").status is PaceStatus.AT_RISK
    assert known(kpi, {"2026-10": "0"}, "2026-Q4").status is PaceStatus.ON_TRACK


def test_a_year_is_foretold_from_the_months_before() -> None:
    """Ten months of about 100, two to come: 1,200 are as good as even."""
    found = known(YEARLY, months(noisy(34)), "2026")

    assert found.band is not None
    assert found.band.middle == found.projection
    assert found.band.low < found.band.middle < found.band.high
    assert abs(found.band.middle - 1200) < 40
    assert [one.period for one in found.ahead] == [period("2026-11"), period("2026-12")]
    assert all(one.band.low < 100 < one.band.high for one in found.ahead)


def test_the_chance_goes_with_the_goal() -> None:
    chances = [
        known(version("2023-01-01", cycle=PeriodKind.YEAR, target=target(level)), months(noisy(34)), "2026").chance
        for level in ("1100", "1190", "1210", "1400")
    ]

    assert chances[0] == 1
    assert chances[-1] == 0
    assert chances == sorted(chances, key=lambda chance: -(chance or 0))


def test_the_same_seed_tells_the_same() -> None:
    assert told(YEARLY, months(noisy(34)), "2026") == told(YEARLY, months(noisy(34)), "2026")


def test_a_season_moves_what_is_expected() -> None:
    """Months of 90 and a December of 210: ten months should have brought 900 of 1,200, not 1,000."""
    years = [90 + Random(n).randint(-2, 2) if n % 12 < 11 else 210 for n in range(46)]
    found = known(YEARLY, months(years), "2026")

    assert found.seasonal
    assert found.expected is not None
    assert found.projection is not None
    assert abs(found.expected.value - 900) < 15
    assert found.status is PaceStatus.ON_TRACK
    assert abs(found.projection - 1200) < 30


def test_a_mean_is_expected_whole_whatever_the_season() -> None:
    kpi = version("2023-01-01", cycle=PeriodKind.YEAR, aggregation=Aggregation.AVERAGE)
    found = known(kpi, months([90 if n % 12 < 11 else 210 + n for n in range(46)]), "2026")

    assert (found.expected, found.seasonal) == (target("100"), False)


def test_levels_are_expected_like_the_target() -> None:
    kpi = version("2023-01-01", cycle=PeriodKind.YEAR, target=target("1200", threshold="600", stretch="2400"))
    years = [90 if n % 12 < 11 else 210 + n for n in range(46)]
    found = known(kpi, months(years), "2026").expected

    assert found is not None
    assert found.threshold == found.value / 2
    assert found.stretch == found.value * 2


def test_a_period_that_is_over_has_its_value_for_certain() -> None:
    missed, made = (known(version(), {"2026-10": value}, "2026-10") for value in ("95", "100"))

    assert (missed.status, missed.projection, missed.chance, missed.required) == (
        PaceStatus.ON_TRACK,
        Decimal(95),
        Decimal(0),
        None,
    )
    assert (made.status, made.chance, made.ahead) == (PaceStatus.ACHIEVED, Decimal(1), ())


def test_before_the_first_value_there_is_a_forecast_and_no_status() -> None:
    found = known(version(), months(noisy(12)))

    assert (found.status, found.expected, found.gap, found.required) == (PaceStatus.NONE, None, None, Decimal(100))
    assert found.projection is not None


def test_nothing_is_told_of_nothing() -> None:
    empty = known(version(), {})
    late = known(version(), {}, "2026-09")

    assert (empty.projection, empty.band, empty.to_come) == (None, None, 1)
    assert (late.goal, late.to_come, late.status) == (None, 0, PaceStatus.NONE)
    assert told(version(), {}, "2026-W47") is None


def test_values_of_another_rule_are_no_history() -> None:
    """Until September it was a mean; the sums since then are two."""
    old = version("2023-01-01", aggregation=Aggregation.AVERAGE)
    new = version("2026-09-01", number=2)
    lines = [actual(when, value) for when, value in months(noisy(34)).items()]
    found = pace(Source([old, new], lines), period("2026-11"), BOOK, seed=1)

    assert found is not None
    assert found.band is None


@given(
    st.lists(st.integers(-20, 300), min_size=1, max_size=30),
    st.sampled_from(Aggregation),
    st.sampled_from([Direction.HIGHER, Direction.LOWER, Direction.RANGE]),
)
def test_what_is_told_holds_together(values: list[int], how: Aggregation, direction: Direction) -> None:
    level = target("100", upper="900" if direction is Direction.RANGE else None)
    kpi = version("2020-01-01", cycle=PeriodKind.YEAR, aggregation=how, direction=direction, target=level)
    found = known(kpi, months(values), "2026")

    assert found.goal is not None
    assert found.line.reading is not None
    low, high = reaches(direction, found.goal)
    if found.status is PaceStatus.ACHIEVED:
        assert low is not None
        assert found.line.reading.value >= low
    if found.band is not None:
        assert found.band.low <= found.band.middle <= found.band.high
        assert found.chance is not None
        assert 0 <= found.chance <= 1
    if found.required is not None:
        end = aggregate(how, [*readings_of(values, last=10), *[read(str(found.required))] * found.to_come])
        assert end is not None
        assert end.value == pytest.approx(low if high is None else high)


def readings_of(values: list[int], last: int) -> list[Reading]:
    return [read(str(value)) for value in values[-last:]]


@pytest.mark.parametrize(
    ("direction", "goal", "expected", "value", "gap"),
    [
        (Direction.HIGHER, target("200"), target("100"), "80", "10"),
        (Direction.HIGHER, target("200"), target("100"), "120", "-10"),
        (Direction.HIGHER, target("-200"), target("-100"), "-120", "10"),
        (Direction.LOWER, target("0"), target("0"), "1", "100"),
        (Direction.LOWER, target("0"), target("0"), "0", "0"),
        (Direction.RANGE, target("10", upper="20"), target("10", upper="20"), "22", "20"),
        (Direction.RANGE, target("10", upper="10"), target("10", upper="10"), "9", "100"),
    ],
)
def test_points_of_the_goal(direction: Direction, goal: Target, expected: Target, value: str, gap: str) -> None:
    assert gap_points(direction, goal, expected, Decimal(value)) == Decimal(gap)


@pytest.mark.parametrize(
    ("gap", "status"),
    [("-5", "on_track"), ("10.04", "on_track"), ("10.05", "behind"), ("25.04", "behind"), ("25.05", "at_risk")],
)
def test_status_by_points(gap: str, status: str) -> None:
    assert status_of_gap(Decimal(gap)) is PaceStatus(status)


def test_required_is_proved_by_the_sum() -> None:
    assert required(Aggregation.SUM, [read("10")], 3, Decimal(40), lambda each: read(str(each))) == 10
    assert required(Aggregation.SUM, [read("10")], 0, Decimal(40), lambda each: read(str(each))) is None
