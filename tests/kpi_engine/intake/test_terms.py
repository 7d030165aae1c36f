"""Grades in a line, as people write them in either language."""

from __future__ import annotations

import pytest

from kpi_engine.intake.terms import read_grades, written_grades


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("S 110 1.5, A 100 1.2, B 80 1, C 60 0.8, D 0 0.5", "S 110 1.5, A 100 1.2, B 80 1, C 60 0.8, D 0.5"),
        ("D 0 0.5, C 60 0.8, A 100 1.2", "A 100 1.2, C 60 0.8, D 0.5"),
        ("A: 90 ×1.2; B 1", "A 90 1.2, B 1"),
        ("A>=90 120%, B 80%", "A 90 1.2, B 0.8"),
        ("A≥92.5/1.2，B 1", "A 92.5 1.2, B 1"),
        ("优秀：100分以上 系数1.2、合格 1", "优秀 100 1.2, 合格 1"),
        ("A 90 (1.2), B (1)", "A 90 1.2, B 1"),
        ("A 90 1.2, B 80 1", "A 90 1.2, B 80 1"),
    ],
)
def test_grades(text: str, read: str) -> None:
    found = read_grades(text)
    assert not isinstance(found, str)
    assert written_grades(found) == read
    assert read_grades(read) == found


@pytest.mark.parametrize(("text", "piece"), [("A 90 1.2, B, C 1", "B"), ("A 90 1.2 3, B 1", "A 90 1.2 3"), ("", "")])
def test_what_is_no_grade_is_named(text: str, piece: str) -> None:
    assert read_grades(text) == piece
