"""A dialog is handed only to somebody who may run it."""

from __future__ import annotations

import pytest

from conversations.view import Form
from tests.stage import RealStage

pytestmark = pytest.mark.usefixtures("founded")


def test_who_may_not_run_a_command_is_not_handed_its_dialog(stage: RealStage) -> None:
    stage.type("Anna", "/kpi members add Li Na, Sales, member, 100%", "/kpi build Sales")

    assert "Li Na has no right to do that." in stage.type("Anna", "hand over to Li Na")
    assert isinstance(stage.shown["Anna"][-1], Form)
    assert "build" not in stage.type("Li Na", "/kpi")


def test_nor_is_who_may_run_it_elsewhere_only(stage: RealStage) -> None:
    stage.type("Anna", "/kpi members add Li Na, Service, head, 100%", "/kpi build Sales")

    assert "Li Na has no right to do that." in stage.type("Anna", "hand over to Li Na")
    assert "/kpi build" in stage.type("Anna", "/kpi")
