"""How somebody gets on by their own measure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.measure.board.progress import counting, improvement, is_best, on_target, reported
from kpi_engine.model.ranking import Result
from tests.kpi_engine.measure.board.entrants import result


def results(texts: str) -> list[Result]:
    return [result(text) for text in texts.split()]


@pytest.mark.parametrize(("text", "counts"), [("90", True), ("90@0.6", True), ("90@0.59", False), ("-", False)])
def test_a_score_counts_with_enough_of_the_weight(text: str, counts: bool) -> None:
    assert (counting(result(text)) is not None) is counts


@pytest.mark.parametrize(
    ("scores", "points"),
    [
        ("80 90 100 95", "5"),
        ("10 80 90 100 95", "5"),
        ("80 90 - 100 50@0.3 95", "5"),
        ("100 100 100 70", "-30"),
        ("90 100 95", None),
        ("80 90 100 -", None),
        ("95", None),
    ],
)
def test_improvement_is_over_the_own_mean_of_three_periods(scores: str, points: str | None) -> None:
    assert improvement(results(scores)) == (None if points is None else Decimal(points))


@pytest.mark.parametrize(
    ("scores", "best"),
    [
        ("80 90 91", True),
        ("80 90 90.04", False),
        ("80 - 81", True),
        ("80 120@0.2 81", True),
        ("- - 90", False),
        ("90", False),
        ("90 -", False),
    ],
)
def test_a_personal_best(scores: str, best: bool) -> None:
    assert is_best(results(scores)) is best


@pytest.mark.parametrize(
    ("scores", "run"),
    [
        ("100 101 99.95", 3),
        ("100 99.94 100 110", 2),
        ("100 100 -", 2),
        ("100 - 100@0.5 100", 2),
        ("100 90", 0),
        ("-", 0),
    ],
)
def test_periods_on_target_in_a_row_are_paused_by_one_without_a_result(scores: str, run: int) -> None:
    assert on_target(results(scores)) == run


@pytest.mark.parametrize(
    ("scores", "run"),
    [
        ("90:2/2 50:2/2 70:4/4", 3),
        ("90:2/2 50:1/2 70:4/4", 1),
        ("90:2/2 -:0/0 70:4/4", 2),
        ("90:2/2 -:0/2", 0),
        ("90:3/2", 1),
    ],
)
def test_periods_reported_in_a_row_are_paused_by_one_with_nothing_due(scores: str, run: int) -> None:
    assert reported(results(scores)) == run
