"""What Slack is asked beside the answer: where it says nothing of use, people are answered all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from adapters.base import Standing
from conversations.event import Dropped
from tests.adapters.slack.fields import FILE
from tests.adapters.slack.state import Failure, Json
from tests.adapters.slack.test_surfaces import texts
from tests.adapters.slack.town import WORDS, Town, user

FOREIGN = {**FILE, "file_access": "check_file_info"}
UNTYPED = "event: event/files/0: Additional properties are not allowed ('file_access' was unexpected)"


class TestFileOfAnotherWorkspace:
    """Slack tells of it when it is asked. Its published types do not know such a file."""

    @pytest.fixture
    def town(self, town: Town) -> Iterator[Town]:
        town.slack.files["F0"] = {"name": "11月.csv", "content": b"a,b"}
        yield town
        assert town.slack.faults == [UNTYPED]
        town.slack.faults.clear()

    def test_it_is_asked_for_and_read(self, town: Town) -> None:
        town.run(town.person().say("", (FOREIGN,)))
        assert town.heard[-1][1] == Dropped("11月.csv", b"a,b")

    @pytest.mark.parametrize(
        "failure",
        [
            Failure("files.info", "file_not_found"),
            Failure("files.info", "missing_scope"),
            Failure("files.info", answer={}),
            Failure("files.info", answer={"file": "F0"}),
        ],
    )
    def test_where_nothing_is_told_of_it_people_are_told_that_it_could_not_be_read(
        self, town: Town, failure: Failure
    ) -> None:
        town.slack.failures.append(failure)
        town.run(town.person().say("", (FOREIGN,)))
        assert texts(town) == [("DUANN", "", WORDS.failed)]


@pytest.mark.parametrize("error", ["not_allowed_token_type", "missing_scope", "internal_error"])
def test_where_the_app_is_no_agent_people_are_greeted_all_the_same(town: Town, error: str) -> None:
    town.slack.failures.append(Failure("assistant.threads.setSuggestedPrompts", error))
    town.run(town.person().open("messages"))
    assert texts(town) == [("DUANN", "", "My day")]


@pytest.mark.parametrize(
    ("more", "standing"),
    [
        ({"team_id": "T9"}, Standing.STRANGER),
        ({"is_stranger": True}, Standing.STRANGER),
        ({"is_restricted": True}, Standing.GUEST),
        ({"team_id": "T9", "enterprise_user": {"enterprise_id": "E1", "teams": ["T9", "T1"]}}, Standing.MEMBER),
        ({"team_id": "T9", "enterprise_user": {"enterprise_id": "E1", "teams": ["T9"]}}, Standing.STRANGER),
        ({"team_id": "T9", "enterprise_user": {"teams": ["T1"]}, "is_ultra_restricted": True}, Standing.GUEST),
    ],
)
def test_who_is_in_this_workspace_too_is_no_stranger(town: Town, more: dict[str, object], standing: Standing) -> None:
    """In an organisation of several workspaces Slack tells of the one that a person came to first."""
    town.slack.users["UEVE"] = {**user("Eve"), **more}
    town.run(town.person("UEVE").say("report"))
    assert [who.standing for who, _ in town.heard] == [standing]


def test_a_file_that_cannot_be_drawn_is_said_in_words(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(of: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr("adapters.slack.message.content", broken)
    town.run(town.person().say("file"))
    assert texts(town) == [("DUANN", "", "⤓ values.csv"), ("DUANN", "", "⚠️ values.csv")]
    assert "Visits · 5" in town.slack.messages[1].payload["text"]
    assert "a file could not be made" in caplog.text


class TestSlackSaysSomethingElse:
    """Slack says that all is well, and not what it was asked for: people are answered all the same."""

    @pytest.mark.parametrize("answer", [{}, {"channel": None}, {"channel": "C1"}, {"channel": {"id": "C1"}}])
    def test_a_channel_without_a_name_is_one_all_the_same(self, town: Town, answer: Json) -> None:
        town.slack.failures.append(Failure("conversations.info", answer=answer))
        town.run(town.person().mention("report"))
        assert texts(town) == [("C1", "", "report")]
        town.run(town.person().mention("report"))
        assert [(who.channel, who.channel_name) for who, _ in town.heard] == [("C1", ""), ("C1", "#name-of-C1")]

    @pytest.mark.parametrize("answer", [{}, {"user": None}, {"user": "UANN"}])
    def test_somebody_without_a_name_is_asked_for_again(self, town: Town, answer: Json) -> None:
        town.slack.failures.append(Failure("users.info", answer=answer))
        town.run(town.person().say("report"))
        town.run(town.person().say("report"))
        assert [who.name for who, _ in town.heard] == ["UANN", "Ann"]

    @pytest.mark.parametrize(
        ("method", "answer"),
        [
            ("conversations.open", {}),
            ("files.getUploadURLExternal", {}),
            ("files.completeUploadExternal", {}),
            ("files.completeUploadExternal", {"files": []}),
        ],
    )
    def test_a_file_that_it_may_have_taken_is_said_in_words(self, town: Town, method: str, answer: Json) -> None:
        town.slack.failures.append(Failure(method, answer=answer))
        town.run(town.person().command("file"))
        assert texts(town) == [("C1", "UANN", "⤓ values.csv"), ("C1", "UANN", "⚠️ values.csv")]
        assert WORDS.unsent in town.slack.messages[1].payload["text"]

    def test_a_question_that_it_does_not_say_where_it_put_is_asked_all_the_same(self, town: Town) -> None:
        town.slack.failures.append(Failure("chat.postMessage", answer={}))
        town.run(town.person().say("actual"))
        town.run(town.person().say("report"))
        assert texts(town) == [("DUANN", "", "report")]
