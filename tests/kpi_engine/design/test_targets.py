"""Targets neither too high nor too low."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.design.level import Judgement, Level, Odd, odd
from kpi_engine.design.targets import Suggestion, TooFew, suggest
from kpi_engine.measure.forecast.history import History
from kpi_engine.model.kpi import Aggregation, Direction, Target

OCTOBER, NOVEMBER = (Period(date(2026, month, 1), PeriodKind.MONTH) for month in (10, 11))
YEAR = Period(date(2027, 1, 1), PeriodKind.YEAR)
WEEKDAYS = Calendar()


def listed(values: list[str] | list[int], how: Aggregation = Aggregation.SUM, *, share: bool = False) -> History:
    return History.up_to(OCTOBER, [Decimal(value) for value in values], how, WEEKDAYS, share=share)


def suggested(history: History, direction: Direction = Direction.HIGHER, cycle: Period = NOVEMBER) -> Suggestion:
    found = suggest(history, cycle, direction)
    assert isinstance(found, Suggestion)
    return found


def around(middle: int, count: int = 24) -> list[int]:
    return [middle + Random(n).randint(-99, 99) for n in range(count)]


def level(found: Level | None) -> Decimal:
    assert found is not None
    return found.target.value


@pytest.mark.parametrize(
    ("chance", "judgement"),
    [
        ("1", Judgement.TOO_EASY),
        ("0.901", Judgement.TOO_EASY),
        ("0.9", Judgement.SAFE),
        ("0.75", Judgement.SAFE),
        ("0.749", Judgement.REASONABLE),
        ("0.45", Judgement.REASONABLE),
        ("0.449", Judgement.STRETCH),
        ("0.2", Judgement.STRETCH),
        ("0.199", Judgement.TOO_HIGH),
        ("0.05", Judgement.TOO_HIGH),
        ("0.049", Judgement.OUT_OF_REACH),
        ("0", Judgement.OUT_OF_REACH),
    ],
)
def test_a_target_is_judged_by_its_chance(chance: str, judgement: Judgement) -> None:
    assert Level(Target(Decimal(1)), Decimal(chance), 0, 0).judgement is judgement


def test_threshold_target_and_stretch() -> None:
    found = suggested(listed(around(1000)))

    assert found.threshold is not None
    assert found.stretch is not None
    assert found.threshold.chance == pytest.approx(Decimal("0.85"), abs=Decimal("0.05"))
    assert found.target.chance == pytest.approx(Decimal("0.6"), abs=Decimal("0.05"))
    assert found.stretch.chance == pytest.approx(Decimal("0.2"), abs=Decimal("0.05"))
    assert level(found.threshold) < level(found.target) < level(found.stretch)
    assert found.agreed == Target(level(found.target), threshold=level(found.threshold), stretch=level(found.stretch))


def test_for_complaints_it_is_the_other_way_round() -> None:
    found = suggested(listed(around(1000)), Direction.LOWER)

    assert level(found.stretch) < level(found.target) < level(found.threshold)
    assert found.target.chance == pytest.approx(Decimal("0.6"), abs=Decimal("0.05"))


def test_of_a_range_the_middle_is_suggested() -> None:
    found = suggested(listed(around(1000)), Direction.RANGE)

    assert (found.threshold, found.stretch) == (None, None)
    assert found.target.chance == pytest.approx(Decimal("0.6"), abs=Decimal("0.07"))
    assert found.target.target.upper is not None
    assert found.agreed == found.target.target


def test_the_history_behind_it_is_counted_back() -> None:
    """The last twelve are 5 to 16: at least 10 are seven of them, at most 10 six."""
    history = listed(list(range(1, 17)))

    typed = suggested(history).level(Target(Decimal(10)))
    assert (typed.made, typed.of) == (7, 12)
    assert suggested(history, Direction.LOWER).level(Target(Decimal(10))).made == 6


def test_a_year_is_counted_back_in_years() -> None:
    """Of three years of months, two are whole calendar years; 2026 has ten of twelve months."""
    found = suggested(listed(around(1000, 34)), cycle=YEAR)

    assert found.target.of == 3
    assert found.outlook.far


def test_a_typed_target_is_judged() -> None:
    found = suggested(listed(around(1000)))

    assert found.level(Target(Decimal(1))).judgement is Judgement.TOO_EASY
    assert found.level(Target(Decimal(5000))).judgement is Judgement.OUT_OF_REACH
    assert found.level(found.agreed).judgement is Judgement.REASONABLE


def test_the_same_history_is_answered_with_the_same_suggestion() -> None:
    assert suggest(listed(around(1000)), NOVEMBER, Direction.HIGHER) == suggested(listed(around(1000)))


@pytest.mark.parametrize(("values", "known", "usual"), [([], 0, None), ([10, 20, 30, 40, 50], 5, Decimal(30))])
def test_under_six_values_nothing_is_suggested(values: list[int], known: int, usual: Decimal | None) -> None:
    assert suggest(listed(values), NOVEMBER, Direction.HIGHER) == TooFew(known, usual)


def test_six_values_are_few() -> None:
    found = suggested(listed(around(1000, 6)))

    assert found.outlook.few
    assert not suggested(listed(around(1000, 12))).outlook.few


def test_what_is_met_or_not_has_no_likely_level() -> None:
    assert suggest(listed(around(1000)), NOVEMBER, Direction.YESNO) is None


def test_a_percent_is_suggested_between_nothing_and_all() -> None:
    rates = ["0.97", "1", "0.99", "0.96", "1", "0.98", "1", "0.95"]
    found = suggested(listed(rates, Aggregation.RATIO, share=True))

    assert Decimal("0.9") < level(found.threshold) <= level(found.target) <= level(found.stretch) <= 1


def test_counts_with_zeros_are_suggested_in_whole_numbers() -> None:
    found = suggested(listed([0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 1, 0, 0, 3]), Direction.LOWER)

    assert level(found.target) in (0, 1)


def test_where_little_is_counted_the_target_has_its_chance_and_no_levels_beside_it() -> None:
    """Seven and eight by turns: between them there is no room for three levels."""
    found = suggested(listed([7, 8, 8, 7, 8, 8, 7, 8, 7, 8, 8, 8]), Direction.HIGHER)

    assert found.target.chance >= Decimal("0.6")
    assert (found.threshold, found.stretch) == (None, None)


@given(st.lists(st.integers(-50, 500), min_size=6, max_size=30), st.sampled_from([Direction.HIGHER, Direction.LOWER]))
def test_the_harder_the_level_the_smaller_its_chance(values: list[int], direction: Direction) -> None:
    found = suggested(listed(values), direction)

    levels = [level for level in (found.threshold, found.target, found.stretch) if level]
    assert len(levels) in (1, 3)
    assert [level.chance for level in levels] == sorted((level.chance for level in levels), reverse=True)
    assert [level.made for level in levels] == sorted((level.made for level in levels), reverse=True)


@pytest.mark.parametrize(
    ("chance", "direction", "why"),
    [
        ("0.91", Direction.HIGHER, Odd.GIFT),
        ("0.9", Direction.HIGHER, None),
        ("0.2", Direction.LOWER, None),
        ("0.19", Direction.LOWER, Odd.FANTASY),
        ("0.99", Direction.AT_LEAST, None),
        ("0.01", Direction.AT_MOST, Odd.FANTASY),
        ("0.01", Direction.ZERO, None),
    ],
)
def test_a_gift_and_a_fantasy_are_odd(chance: str, direction: Direction, why: Odd | None) -> None:
    assert odd(Level(Target(Decimal(1)), Decimal(chance), 0, 0), direction) is why


def test_what_is_met_or_not_has_a_target_only() -> None:
    found = suggested(listed([3, 2, 0, 1, 2, 1, 3, 2]), Direction.AT_MOST)
    assert (found.threshold, found.stretch) == (None, None)
