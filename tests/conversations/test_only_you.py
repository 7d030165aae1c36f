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
        ("/kpi remind second off", True),
        ("/kpi away tomorrow", True),
        ("/kpi away back", True),
        ("/kpi away remove tomorrow", True),
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


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("line", ["/kpi post brief", "/kpi language English"])
def test_what_somebody_has_begun_is_nobody_elses_business(stage: RealStage, line: str) -> None:
    stage.type("Chen Zhe", "/kpi members add Tom Miller")
    stage.type("Chen Zhe in #all", line)
    answer, still_open = stage.shown["Chen Zhe in #all"]

    assert isinstance(answer, Message)
    assert isinstance(still_open, Message)
    assert "/kpi members" in repr(still_open)
    assert still_open.only_you
    assert not answer.only_you


@pytest.mark.usefixtures("demo")
def test_nor_is_their_leave_on_whatever_way_it_is_said(stage: RealStage) -> None:
    for line in ("/kpi away until Friday", "/kpi away", "I'm back", "/kpi undo", "/kpi away 24 Dec", "/kpi undo"):
        stage.type("Chen Zhe in #all", line)
        answer = stage.shown["Chen Zhe in #all"][0]

        assert isinstance(answer, Message)
        assert answer.only_you, line


@pytest.mark.usefixtures("demo")
def test_nor_is_which_of_two_things_they_meant(stage: RealStage) -> None:
    stage.type("Chen Zhe in #all", "/kpi plan add")
    stage.type("Chen Zhe in #all", "report Sales")
    (asked,) = stage.shown["Chen Zhe in #all"]

    assert isinstance(asked, Message)
    assert asked.only_you, asked
