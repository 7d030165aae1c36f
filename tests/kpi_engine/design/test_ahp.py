"""Judgements of two at a time make weights, and are held against each other."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.design.ahp import Judgement, contradiction, enough, pairs, weigh
from kpi_engine.design.consistency import LIMIT, Table, Triple, consistency
from kpi_engine.design.weights import share

EXAMPLES: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("published_examples.json").read_text(encoding="utf-8")
)
NOTHING = Decimal("1e-9")
COFFEE, WINE, TEA, BEER, SODA, MILK, WATER = range(7)

judged_times = st.sampled_from([Decimal(times) for times in range(1, 10)])


def decimals(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


def told(one: int, other: int, times: Fraction) -> Judgement:
    """The judgement, the other way round where that is a whole number."""
    if times < 1:
        return told(other, one, 1 / times)
    return Judgement(one, other, Decimal(times.numerator) / times.denominator)


def judgements(matrix: list[list[str]]) -> list[Judgement]:
    return [told(row, column, Fraction(matrix[row][column])) for row, column in combinations(range(len(matrix)), 2)]


@st.composite
def complete(draw: st.DrawFn) -> tuple[int, list[Judgement]]:
    """A judgement of every pair, either way round."""
    count = draw(st.integers(2, 7))
    return count, [
        Judgement(*(pair if draw(st.booleans()) else pair[::-1]), draw(judged_times)) for pair in pairs(count)
    ]


@st.composite
def agreeing(draw: st.DrawFn) -> tuple[list[int], list[Judgement]]:
    """What things matter, and judgements of all pairs that say just that."""
    matter = draw(st.lists(st.integers(10, 90), min_size=2, max_size=7))
    every = combinations(range(len(matter)), 2)
    return matter, [told(one, other, Fraction(matter[one], matter[other])) for one, other in every]


@pytest.mark.parametrize("example", [pytest.param(one, id=one["name"]) for one in EXAMPLES["ahp"]])
def test_as_published(example: dict[str, Any]) -> None:
    found = weigh(len(example["things"]), judgements(example["matrix"]), Table(example["table"]))

    tolerance = Decimal(example["tolerance"])
    for point, printed in zip(found.points, example["weights"], strict=True):
        assert abs(point - Decimal(printed)) <= tolerance
    assert abs(found.ratio - Decimal(example["ratio"])) <= tolerance
    assert found.table == example["table"]


@pytest.mark.parametrize("example", [pytest.param(one, id=one["name"]) for one in EXAMPLES["random_index"]])
def test_the_index_of_random_judgements_as_published(example: dict[str, Any]) -> None:
    for count, index in example["index"].items():
        _, ratio = consistency(int(count), int(count) + Decimal(index) * (int(count) - 1), 0, Table(example["name"]))
        assert ratio == 1


@pytest.mark.parametrize(
    ("count", "means"),
    [
        (4, "0.885 0.584 0.293"),
        (5, "1.102 0.914 0.728 0.537 0.358 0.177"),
        (6, "1.241 1.131 1.010 0.883 0.748 0.626 0.505 0.368 0.242 0.120"),
        (7, "1.351 1.256 1.165 1.085 1.004 0.910 0.813 0.730 0.642 0.540"),
    ],
)
def test_the_index_is_that_of_random_judgements_where_some_are_missing(count: int, means: str) -> None:
    """Of 3000 matrices each with none missing, one, two and so on, filled in so that the eigenvalue is least."""
    for missing, mean in enumerate(map(Decimal, means.split())):
        _, ratio = consistency(count, count + mean * (count - 1), missing, Table.SAATY_2005)
        assert abs(ratio - 1) < Decimal("0.05")


def test_drinks_by_hand() -> None:
    """The eigenvalue 7.1766 by 7 things: an index of 0.0294, and 0.0294 / 1.35 = 0.0218."""
    found = weigh(7, judgements(EXAMPLES["ahp"][0]["matrix"]))

    assert abs(found.largest - Decimal("7.1766")) < Decimal("0.0001")
    assert abs(found.index - Decimal("0.02944")) < Decimal("0.00001")
    assert found.ratio < LIMIT
    assert found.worst == Triple(WATER, TEA, WINE, Decimal(9), Decimal(3), Decimal(9))
    assert (found.worst.implied, found.worst.deviation) == decimals("27", "3")
    assert share(found.points) == decimals("17.75", "1.91", "4.18", "11.64", "18.96", "12.88", "32.68")


def test_a_circle_is_told_of() -> None:
    """The first over the second over the third over the first, three times each: 27 times what was said."""
    round_and_round = [Judgement(0, 1, Decimal(3)), Judgement(1, 2, Decimal(3)), Judgement(2, 0, Decimal(3))]
    found = weigh(3, round_and_round)

    assert found.ratio > LIMIT
    assert share(found.points) == share([Decimal(1)] * 3)
    assert found.worst is not None
    assert (found.worst.implied, round(found.worst.deviation, 3)) == decimals("9", "27")


def test_too_little_said_deviates_as_much_as_too_much() -> None:
    said = [Judgement(0, 1, Decimal(2)), Judgement(1, 2, Decimal(2)), Judgement(0, 2, Decimal(8))]
    found = weigh(3, said).worst

    assert found == Triple(0, 1, 2, Decimal(2), Decimal(2), Decimal(8))
    assert (found.implied, found.deviation) == decimals("4", "2")


def test_a_triple_is_told_from_its_strongest_judgements() -> None:
    """Not: equal to the first, that three times the second, and yet only a third of it."""
    said = [Judgement(1, 2, Decimal(3)), Judgement(2, 0, Decimal(3)), Judgement(1, 0, Decimal(1))]
    assert weigh(3, said).worst == Triple(1, 2, 0, Decimal(3), Decimal(3), Decimal(1))


def test_what_nobody_judged_follows_from_the_rest() -> None:
    """Three times, then twice: 6 : 2 : 1."""
    found = weigh(3, [Judgement(0, 1, Decimal(3)), Judgement(1, 2, Decimal(2))])

    assert share(found.points) == decimals("66.67", "22.22", "11.11")
    assert (found.ratio, found.worst) == (Decimal(0), None)


def test_missing_pairs_leave_the_others_to_be_held_against_each_other() -> None:
    """Of four things one is tied to the rest by one judgement: the other three speak as if alone, but for the table."""
    three = [Judgement(0, 1, Decimal(3)), Judgement(1, 2, Decimal(3)), Judgement(0, 2, Decimal(1))]
    found = weigh(4, [*three, Judgement(2, 3, Decimal(1))])

    assert found.worst == Triple(0, 1, 2, Decimal(3), Decimal(3), Decimal(1))
    assert found.ratio > LIMIT
    complete_ratio = consistency(4, found.largest, 0, Table.SAATY_2005)[1]
    assert abs(found.ratio - complete_ratio * 3) < NOTHING


def test_one_thing_and_two_things() -> None:
    assert weigh(1, []).points == decimals("1")
    two = weigh(2, [Judgement(1, 0, Decimal(4))])
    assert share(two.points) == decimals("20", "80")
    assert (two.index, two.ratio, two.worst) == (Decimal(0), Decimal(0), None)


def test_the_first_questions_are_enough() -> None:
    assert pairs(4) == ((0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3))
    said = [Judgement(*pair, Decimal(1)) for pair in pairs(4)]
    assert [enough(4, said[:asked]) for asked in range(5)] == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("count", "said", "why"),
    [
        (0, [], "one to 7"),
        (8, [Judgement(0, other, Decimal(1)) for other in range(1, 8)], "one to 7"),
        (2, [], "tie"),
        (4, [Judgement(0, 1, Decimal(1)), Judgement(2, 3, Decimal(1))], "tie"),
        (2, [Judgement(0, 0, Decimal(1))], "two of the things"),
        (2, [Judgement(0, 2, Decimal(1))], "two of the things"),
        (2, [Judgement(0, 1, Decimal(2)), Judgement(1, 0, Decimal(2))], "once"),
        (2, [Judgement(0, 1, Decimal(10))], "1/9 and 9"),
        (2, [Judgement(0, 1, Decimal("0.1"))], "1/9 and 9"),
        (2, [Judgement(0, 1, Decimal("NaN"))], "1/9 and 9"),
    ],
)
def test_what_cannot_be_weighed(count: int, said: list[Judgement], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        weigh(count, said)


def test_a_ninth_may_be_said_either_way_round() -> None:
    assert weigh(2, [Judgement(0, 1, Decimal(1) / 9)]).points[1] > Decimal("0.89")


@given(agreeing())
def test_judgements_that_agree_have_no_ratio_and_give_back_what_matters(
    given_judgements: tuple[list[int], list[Judgement]],
) -> None:
    matter, said = given_judgements
    found = weigh(len(matter), said)

    assert found.ratio < NOTHING
    assert found.worst is None
    for point, fair in zip(found.points, matter, strict=True):
        assert abs(point - Decimal(fair) / sum(matter)) < NOTHING


@given(complete())
def test_which_way_round_something_is_said_is_all_the_same(given_judgements: tuple[int, list[Judgement]]) -> None:
    count, said = given_judgements
    turned = [Judgement(one.other, one.one, Decimal(1) / one.times) for one in reversed(said)]
    first, second = weigh(count, said), weigh(count, turned)

    assert abs(first.ratio - second.ratio) < NOTHING
    assert all(abs(here - there) < NOTHING for here, there in zip(first.points, second.points, strict=True))


@given(complete())
def test_weights_of_any_judgements_are_100_in_all(given_judgements: tuple[int, list[Judgement]]) -> None:
    found = weigh(*given_judgements)

    assert abs(sum(found.points, Decimal(-1))) < NOTHING
    assert sum(share(found.points)) == 100
    assert found.ratio >= 0


@given(complete())
def test_any_part_of_the_judgements_that_is_enough_will_do(given_judgements: tuple[int, list[Judgement]]) -> None:
    count, said = given_judgements
    found = weigh(count, said[: count - 1])

    assert found.ratio < NOTHING
    for judged in said[: count - 1]:
        quotient = found.points[judged.one] / found.points[judged.other]
        assert abs(quotient / judged.times - 1) < Decimal("1e-6")


@pytest.mark.parametrize(("said", "contradicts"), [("4", False), ("1", True), ("0.25", True)])
def test_nothing_stronger_could_be_said_is_no_contradiction(said: str, contradicts: bool) -> None:
    """Four times four would be sixteen, where four times is all that can be said."""
    found = weigh(3, [Judgement(0, 1, Decimal(4)), Judgement(1, 2, Decimal(4)), Judgement(0, 2, Decimal(said))])
    assert found.ratio > LIMIT
    assert (contradiction(found, Decimal(4)) is not None) == contradicts
