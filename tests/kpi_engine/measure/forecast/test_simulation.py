"""A history goes on as it went."""

from __future__ import annotations

from random import Random
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.forecast.simulation import fit, simulate

NOISE = [Random(n).gauss(0, 1) for n in range(200)]


def test_the_same_seed_tells_the_same() -> None:
    fitted = fit(NOISE[:24], 12)

    assert simulate(fitted, 3, seed=1) == simulate(fitted, 3, seed=1)
    assert simulate(fitted, 3, seed=1) != simulate(fitted, 3, seed=2)


def test_what_never_changes_stays() -> None:
    assert {value for path in simulate(fit([5.0] * 8, 12), 4, seed=1) for value in path} == {5.0}


def test_growth_without_noise_goes_on() -> None:
    [path, *_] = simulate(fit([float(2 * n) for n in range(20)], 12), 3, seed=1)

    assert path == pytest.approx((40, 42, 44))


def test_growth_that_may_be_chance_counts_for_little() -> None:
    """Twelve values whose slope is about one standard error: less than a tenth of it is believed."""
    values = [0.05 * n + noise for n, noise in enumerate(NOISE[:12])]

    assert abs(fit(values, 12).drift) < 0.1


def test_errors_lean_to_no_side() -> None:
    assert fmean(fit([n + noise for n, noise in enumerate(NOISE[:24])], 1).errors) == pytest.approx(0)


def test_noise_around_a_level_keeps_its_width() -> None:
    ends = [path[0] for path in simulate(fit(NOISE[:120], 1), 1, seed=1)]

    assert fmean(ends) == pytest.approx(fmean(NOISE[:120]), abs=0.4)
    assert pstdev(ends) == pytest.approx(pstdev(NOISE[:120]), rel=0.2)


def test_what_wanders_is_told_less_surely_the_farther_it_is() -> None:
    level = 0.0
    walk = [level := level + noise for noise in NOISE[:60]]
    paths = simulate(fit(walk, 1), 9, seed=1)

    assert pstdev(path[8] for path in paths) > 2 * pstdev(path[0] for path in paths)


def test_few_values_are_told_more_widely_than_many_of_the_same() -> None:
    few, many = ([path[0] for path in simulate(fit(NOISE[:6] * times, 1), 1, seed=1)] for times in (1, 10))

    assert pstdev(few) > pstdev(many)


def test_errors_that_go_on_are_believed_to_go_on() -> None:
    smooth = [n * n / 10 for n in range(20)]

    assert fit(smooth, 1).echo > 0.8
    assert fmean(path[0] for path in simulate(fit(smooth, 1), 1, seed=1)) > smooth[-1] + 3


def test_december_is_told_as_december() -> None:
    decembers = [noise + 20 * (n % 12 == 11) for n, noise in enumerate(NOISE[:36])]
    paths = simulate(fit(decembers, 12), 12, seed=1)

    assert fmean(path[11] for path in paths) - fmean(path[10] for path in paths) == pytest.approx(20, abs=2)


def test_missing_values_are_no_zeros() -> None:
    values: list[float | None] = [50 + noise for noise in NOISE[:24]]
    values[10] = values[11] = values[23] = None

    assert fmean(path[0] for path in simulate(fit(values, 12), 1, seed=1)) == pytest.approx(50, abs=1.5)


@given(st.lists(st.floats(-1e3, 1e3), min_size=3, max_size=40), st.sampled_from([1, 2, 4, 5, 12]))
def test_any_history_goes_on_in_numbers(values: list[float], season: int) -> None:
    paths = simulate(fit(values, season), 3, seed=1, paths=20)

    assert len(paths) == 20
    assert all(abs(value) < 1e9 for path in paths for value in path)
