"""A history is put on the scale on which it is even, and comes back from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.forecast.scale import Scale, ScaleKind


@pytest.mark.parametrize(
    ("values", "share", "kind"),
    [
        ([1, 2, 300], False, ScaleKind.LOG),
        ([0, 1, 2], False, ScaleKind.ROOT),
        ([0, 0], False, ScaleKind.ROOT),
        ([-1, 0, 2], False, ScaleKind.LINEAR),
        ([0.2, 0.9], True, ScaleKind.LOGIT),
        ([0, 1], True, ScaleKind.LOGIT),
        ([0.9, 1.1], True, ScaleKind.LOG),
        ([-0.1, 0.2], True, ScaleKind.LINEAR),
        ([0.2, 0.9], False, ScaleKind.LOG),
    ],
)
def test_the_scale_for_some_values(values: list[float], share: bool, kind: ScaleKind) -> None:
    assert Scale.of(values, share=share).kind is kind


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=9), st.booleans())
def test_there_and_back(values: list[float], share: bool) -> None:
    values = [round(value, 3) for value in values]
    scale = Scale.of(values, share=share)

    assert [scale.back(scale.onto(value)) for value in values] == pytest.approx(values, rel=1e-9, abs=1e-9)


@given(st.floats(-1e4, 1e4))
def test_a_share_never_leaves_its_bounds_and_a_count_is_never_below_zero(place: float) -> None:
    assert 0 <= Scale.of([0.0, 0.5, 1.0], share=True).back(place) <= 1
    assert Scale.of([0, 3], share=False).back(place) >= 0


def test_what_grows_beyond_all_numbers_is_still_a_number() -> None:
    assert Scale(ScaleKind.LOG).back(1e9) < float("inf")
