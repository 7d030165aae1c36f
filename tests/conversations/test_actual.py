"""Values are asked for by pages, and asked back when they look like a slip."""

from __future__ import annotations

import pytest

from conversations.view import Form
from tests.stage import RealStage


@pytest.mark.usefixtures("built")
def test_an_answer_stays_when_a_value_before_it_is_no_longer_owed(stage: RealStage) -> None:
    stage.type("Anna", "/kpi build Service", "1", "Answer fast", "Complaint count", "4", "3", "skip", "yes")
    stage.set_now(stage.now.replace(year=2027, month=1, day=11))
    stage.type("Anna", "/kpi actual")
    keys, labels = _asked(stage)
    assert len(keys) == 10
    for _ in keys:
        stage.type("Anna", "skip")
    (_, twelfth), _ = _asked(stage)
    stage.type("Anna", "n/a")
    assert _asked(stage)[0] == [twelfth]

    stage.type("Anna", f"/kpi actual {labels[-1].partition(',')[0]} n/a", "continue")

    assert _asked(stage)[0] == [twelfth]


@pytest.mark.usefixtures("built")
def test_a_value_that_is_corrected_is_no_measure_of_what_corrects_it(stage: RealStage) -> None:
    assert "never over 100%" in stage.type("Anna", "win rate 290%")
    stage.type("Anna", "290%")

    assert "never over 100%" in stage.type("Anna", "win rate 280%")


@pytest.mark.usefixtures("built")
def test_a_new_kpi_is_held_against_its_target_and_the_last_value(stage: RealStage) -> None:
    said = " ".join(stage.type("Anna", "key-account visits 380").split())
    assert "By target and values so far I expected about 11" in said
    assert "Perhaps 38 visits (a digit too many)?" in said
    assert "Key-account visits" in stage.type("Anna", "38")
    assert "expected about" not in stage.type("Anna", "cold calls made 300")


@pytest.mark.usefixtures("built")
def test_a_quotient_that_is_asked_back_keeps_its_parts(stage: RealStage) -> None:
    assert "the part is larger than what it is a part of" in stage.type("Anna", "win rate 50/40")
    form = stage.shown["Anna"][-1]
    assert isinstance(form, Form)
    assert [option.value for option in form.questions[0].options] == ["50/40", "40/50"]


@pytest.mark.usefixtures("built")
def test_a_value_copied_from_before_is_taken_with_a_word(stage: RealStage) -> None:
    for date in ("2026-W43", "2026-W44", "2026-W45", "2026-W46"):
        said = stage.type("Anna", f"cold calls made 400 {date}")
    assert "the same for the fourth time" in said


def _asked(stage: RealStage) -> tuple[list[str], list[str]]:
    form = stage.shown["Anna"][-1]
    assert isinstance(form, Form), form
    return [question.key for question in form.questions], [question.label for question in form.questions]


@pytest.mark.usefixtures("built")
def test_two_values_of_a_kpi_are_typed_with_a_comma(stage: RealStage) -> None:
    said = " ".join(stage.type("Anna", "revenue 11 Nov 1100 10 Nov 1200").split())
    assert "Please type each with the KPI and its day, and a comma between" in said

    stage.type("Anna", "revenue 10 Nov 52000, revenue 11 Nov 51000")

    history = " ".join(stage.type("Anna", "/kpi history revenue").split())
    assert "10 Nov 2026 CN¥52,000" in history
    assert "11 Nov 2026 CN¥51,000" in history
