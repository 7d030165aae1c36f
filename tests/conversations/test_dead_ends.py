"""A dialog that can't go on as it stands keeps nobody from anything else."""

from __future__ import annotations

import pytest

from tests.stage import RealStage

CLOSED = "Nothing changes in November 2026 any more"


@pytest.fixture
def asked(stage: RealStage, built: None) -> RealStage:
    """Anna is asked whether to replace a value of November, and then November is closed."""
    stage.set_now(stage.now.replace(month=12, day=10, tzinfo=None))
    stage.type("Anna", "win rate 24% last month")
    assert "Replace what stands there?" in stage.type("Anna", "win rate 25% last month")
    stage.type("Anna", "/kpi close start Sales 2026-11")
    assert "closed" in stage.type("Anna", "/kpi close freeze Sales 2026-11", "skip", "1")
    return stage


def test_values_are_taken_although_the_question_before_them_is_void(asked: RealStage) -> None:
    said = asked.type("Anna", "cold calls made 390")

    assert "cold calls made" in said
    assert "390" in said


def test_other_words_are_told_why_nothing_is_asked(asked: RealStage) -> None:
    assert CLOSED in asked.type("Anna", "what now")
    assert CLOSED not in asked.type("Anna", "/kpi report Sales")
    assert "Cancelled" in asked.type("Anna", "cancel")
