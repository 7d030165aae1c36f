"""A question that was answered by typing or in a modal has no buttons any more; what was asked and answered stays to be read."""

from __future__ import annotations

import pytest

from adapters.slack import submitting
from tests.adapters.slack.reading import words_of
from tests.adapters.slack.state import Failure, Posted
from tests.adapters.slack.town import WORDS, Town

CONTINUE = WORDS.go_on
STALE = ("r1", 1)
"""The turn at which the toy's questions are."""


def labels(message: Posted) -> list[str]:
    rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    return [button["text"]["text"] for row in rows for button in row]


def test_a_typed_answer_takes_the_buttons_away_and_is_shown(town: Town) -> None:
    ann = town.person()
    town.run(ann.say("pick"))
    question = town.slack.messages[0]
    assert labels(question) == ["Sales", "Service", "Continue"]
    town.run(ann.say("1.2万 *x* <b>"))
    assert labels(question) == []
    assert "Which?" in words_of(question)
    assert words_of(question).strip().endswith("↳ 1.2万 *x* <b>")
    assert town.kept.texts == {}


def test_a_long_answer_is_cut(town: Town) -> None:
    town.run(town.person().say("pick"))
    town.run(town.person().say("x" * 4_000))
    assert words_of(town.slack.messages[0]).strip().endswith("x…")


def test_a_command_answers_it_too(town: Town) -> None:
    town.run(town.person().say("pick"))
    town.run(town.person().command("sales"))
    assert labels(town.slack.messages[0]) == []


def test_a_question_that_is_still_open_keeps_its_buttons(town: Town) -> None:
    town.standing.add(STALE)
    town.run(town.person().say("pick"))
    town.run(town.person().say("thanks"))
    assert labels(town.slack.messages[0]) == ["Sales", "Service", "Continue"]


def test_a_question_that_stands_again_below_has_its_buttons_only_there(town: Town) -> None:
    town.standing.add(STALE)
    town.run(town.person().say("pick"))
    town.run(town.person().say("pick"))
    above, below = town.slack.messages
    assert (labels(above), labels(below)) == ([], ["Sales", "Service", "Continue"])
    assert "↳" not in words_of(above)


def test_what_a_press_put_in_its_place_stays(town: Town) -> None:
    ann = town.person()
    town.run(ann.say("pick"))
    town.run(ann.press("Sales", town.slack.messages[0]))
    town.run(ann.press("Cancel", town.slack.messages[0]))
    there = town.slack.messages[0].payload
    town.run(ann.say("report"))
    assert there["text"] == "Cancelled"
    assert town.slack.messages[0].payload is there


def test_where_the_question_was_not_taken_what_stands_before_it_stays(town: Town) -> None:
    ann = town.person()
    town.run(ann.say("pick"))
    town.slack.failures.append(Failure("chat.postMessage", "internal_error"))
    town.run(ann.say("pick"))
    town.run(ann.say("sales"))
    assert [labels(each) for each in town.slack.messages] == [[], ["more"]]


def test_the_question_of_one_is_not_that_of_another(town: Town) -> None:
    town.run(town.person().say("pick"))
    town.run(town.person("UBOB").say("sales"))
    assert labels(town.slack.messages[0]) == ["Sales", "Service", "Continue"]


def test_a_question_that_was_deleted_keeps_nobody_from_an_answer(town: Town) -> None:
    ann = town.person()
    town.run(ann.say("pick"))
    town.slack.failures.append(Failure("chat.update", "message_not_found"))
    town.run(ann.say("sales"))
    assert town.slack.messages[-1].payload["text"] == "sales\n[more]"
    assert town.kept.texts == {}


class TestInAModal:
    """The chat holds the question; somebody answers it in the modal that its message opens, or that a command opens."""

    def test_the_message_asks_what_the_modal_asks_next_and_has_the_answer_in_the_end(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.say("actual"))
        town.run(ann.press(CONTINUE, town.slack.messages[0]))
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        (question,) = town.slack.messages
        assert "Visits" in words_of(question)
        assert labels(question) == ["Continue", "Cancel"]
        town.run(ann.hand_in(town.modal, {"visits": "1"}))
        assert [each.payload["text"] for each in town.slack.messages] == ["Recorded"]
        assert town.kept.texts == {}

    def test_where_the_bot_takes_long_it_does_too(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(submitting, "PATIENCE", 0.05)
        ann = town.person()
        town.run(ann.say("actual"))
        town.run(ann.press(CONTINUE, town.slack.messages[0]))
        town.delay = 0.2
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        assert "Visits" in words_of(town.slack.messages[0])

    def test_what_is_wrong_in_it_leaves_the_question_as_it_stands(self, town: Town) -> None:
        town.standing.add(STALE)
        ann = town.person()
        town.run(ann.say("actual"))
        town.run(ann.press(CONTINUE, town.slack.messages[0]))
        town.run(ann.hand_in(town.modal, {"revenue": "abc"}))
        assert labels(town.slack.messages[0]) == ["Continue"]

    def test_a_dialog_that_is_cancelled_in_it_asks_nothing_in_the_chat(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.say("actual"))
        town.run(ann.press(CONTINUE, town.slack.messages[0]))
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        town.run(ann.press("Cancel", town.modal))
        assert labels(town.slack.messages[0]) == []
        assert "Visits" in words_of(town.slack.messages[0])
        assert town.kept.texts == {}

    def test_a_modal_that_a_command_opened_answers_the_question_in_the_chat_too(self, town: Town) -> None:
        town.standing.add(STALE)
        ann = town.person()
        town.run(ann.say("actual"))
        town.run(ann.command("actual"))
        assert labels(town.slack.messages[0]) == ["Continue"]
        town.standing.clear()
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        assert labels(town.slack.messages[0]) == []

    def test_a_question_of_several_messages_takes_the_buttons_before_it_away(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.say("actual"))
        town.run(ann.press(CONTINUE, town.slack.messages[0]))
        town.run(ann.hand_in(town.modal, {"revenue": "long"}))
        assert [labels(each) for each in town.slack.messages] == [[]]

    def test_a_message_that_was_deleted_does_not_come_again_with_each_question(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.say("actual"))
        town.run(ann.press(CONTINUE, town.slack.messages[0]))
        town.slack.messages.clear()
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        assert town.slack.messages == []
        assert "Visits" in words_of(town.modal)
