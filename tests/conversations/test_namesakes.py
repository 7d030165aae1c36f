"""A button leads to what it was drawn for, whatever else is called the same."""

from __future__ import annotations

import pytest

from conversations.event import Pressed
from conversations.view import Form, Message
from tests.stage import RealStage

TWIN = (
    *("/kpi build Service", "1", "Answer fast", "win rate", "Percent", "The more the better", "Every month"),
    *("Process", "20%", "25%", "skip", "yes"),
)


@pytest.mark.usefixtures("built")
def test_a_department_is_meant_though_a_person_has_its_name(stage: RealStage) -> None:
    stage.type("Anna", "/kpi members add Sales, Service, member, 100%", "win rate 25%")

    assert "Service  " in stage.type("Anna", "/kpi report Sales")
    stage.type("Anna", "/kpi report company")
    assert "Win rate" in _pressed(stage, "Sales")


@pytest.mark.usefixtures("built")
def test_a_kpi_is_meant_though_another_has_its_name(stage: RealStage) -> None:
    stage.type("Anna", *TWIN)
    with stage.reader("Anna") as reader:
        twins = [one for one in reader.kpis() if one.definition.name.en.casefold() == "win rate"]
    assert len({one.kpi.department_id for one in twins}) == len(twins) == 2

    for twin in twins:
        stage.type("Anna", "cancel", f"/kpi report #{twin.kpi.id}")
        _pressed(stage, "Enter a value")
        form = stage.shown["Anna"][-1]
        assert isinstance(form, Form), form
        assert [question.key.partition("@")[0] for question in form.questions] == [f"kpi{twin.kpi.id}"]


def _pressed(stage: RealStage, label: str) -> str:
    """What the button of the last page leads to."""
    page = stage.shown["Anna"][0]
    assert isinstance(page, Message)
    (button,) = (button for button in page.buttons if button.label == label)
    return str(stage.hear("Anna", Pressed(button.action)))
