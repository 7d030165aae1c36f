"""Grades by bands: half-open, by the score as it is shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.measure.grade import BANDS, Band, grade_of
from kpi_engine.model.score import Scorecard, Subject, SubjectKind
from tests.kpi_engine.measure.build import period


def card(score: str | None, coverage: str = "1") -> Scorecard:
    subject = Subject(SubjectKind.DEPARTMENT, 1)
    total = None if score is None else Decimal(score)
    return Scorecard(subject, period("2026-10"), date(2026, 11, 1), score=total, coverage=Decimal(coverage))


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("120", "S"),
        ("110", "S"),
        ("109.95", "S"),  # shown as 110.0
        ("109.94", "A"),
        ("100", "A"),
        ("99.9", "B"),
        ("90", "B"),
        ("89.9", "C"),
        ("70", "C"),
        ("69.9", "D"),
        ("0", "D"),
        (None, None),
    ],
)
def test_the_usual_bands(score: str | None, grade: str | None) -> None:
    assert grade_of(card(score)) == grade


@pytest.mark.parametrize(("coverage", "grade"), [("0.6", "A"), ("0.59", None), ("0", None)])
def test_with_too_little_of_the_weight_there_is_none(coverage: str, grade: str | None) -> None:
    assert grade_of(card("100", coverage)) == grade


def test_bands_of_ones_own() -> None:
    bands = (Band("优", Decimal(90)), Band("良", Decimal(75)))
    assert [grade_of(card(score), bands) for score in ("95", "80", "10")] == ["优", "良", None]


def test_the_best_band_comes_first() -> None:
    levels = [band.at_least for band in BANDS]
    assert levels == sorted(levels, reverse=True)
