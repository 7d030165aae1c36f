"""What is somebody's own is not shown to a whole channel, wherever it is asked for."""

from __future__ import annotations

import pytest

from conversations.view import Message
from tests.stage import RealStage


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("line", "only_you"),
    [
        ("/kpi remind", True),
        ("/kpi close 2026-10", True),
        ("/kpi close card me 2026-10", True),
        ("/kpi export xlsx", True),
        ("/kpi report Sales", False),
        ("/kpi leaderboard departments", False),
    ],
)
def test_reminders_reviews_and_files_are_for_whoever_asks(stage: RealStage, line: str, only_you: bool) -> None:
    stage.type("Thomas Berger", line)
    shown = stage.shown["Thomas Berger"][0]

    assert isinstance(shown, Message)
    assert shown.only_you is only_you, shown
