"""What goes wrong between people, Slack and the bot, and what comes of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator

import pytest

from adapters.slack import submitting
from conversations.event import Pressed
from conversations.view import Run
from tests.adapters.slack import toy
from tests.adapters.slack.fields import FILE
from tests.adapters.slack.state import Failure
from tests.adapters.slack.test_surfaces import texts
from tests.adapters.slack.town import WORDS, Town


class TestTwice:
    def test_an_event_that_comes_again_is_heard_once(self, town: Town) -> None:
        ann = town.person()
        said = {"type": "message", "channel": "DUANN", "channel_type": "im", "user": "UANN", "ts": "1.1"}
        for _ in range(3):
            town.run(ann.event({**said, "text": "report", "event_ts": "1.1"}, event_id="Ev1"))
        assert texts(town) == [("DUANN", "", "report")]

    def test_two_clicks_are_one(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.command("report"))
        button = town.slack.messages[0]
        presses = [ann.pressing("more", button) for _ in range(2)]
        for press in presses:
            town.run(ann.send("block_actions", press))
        town.run(town.settled())
        assert [event for _, event in town.heard[1:]] == [Pressed(Run("more"))]

    def test_a_form_handed_in_again_is_heard_once(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.command("actual"))
        payload = ann.handing_in(town.modal, {"revenue": "1"})
        for _ in range(2):
            town.run(ann.send("view_submission", payload))
        town.run(town.settled())
        assert len(town.heard) == 2


class TestTooLate:
    def test_a_trigger_that_has_expired_leaves_a_button_that_opens_the_form(self, town: Town) -> None:
        town.slack.failures.append(Failure("views.open", "expired_trigger_id"))
        town.run(town.person().command("actual"))
        assert texts(town) == [("C1", "UANN", "Your values")]
        town.run(town.person().press(WORDS.go_on, town.slack.messages[0]))
        assert town.modal["title"]["text"] == "Your values"

    @pytest.mark.parametrize("error", ["expired_trigger_id", "view_too_large", "internal_error"])
    def test_a_shortcut_of_which_no_modal_comes_asks_in_the_chat(self, town: Town, error: str) -> None:
        town.slack.failures.append(Failure("views.open", error))
        town.run(town.person().shortcut("enter_numbers"))
        assert texts(town) == [("DUANN", "", "Your values")]
        town.run(town.person().press(WORDS.go_on, town.slack.messages[0]))
        assert town.modal["title"]["text"] == "Your values"

    def test_an_address_that_was_used_up_leads_into_the_chat(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.command("actual"))
        for url in town.slack.urls.values():
            url["left"] = 0
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        town.run(ann.hand_in(town.modal, {"visits": "1"}))
        assert texts(town) == [("DUANN", "", "Recorded")]

    def test_a_message_that_was_deleted_is_answered_by_a_new_one(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.say("report"))
        press = ann.pressing("more", town.slack.messages[0])
        town.slack.messages.clear()
        town.run(ann.send("block_actions", press))
        town.run(town.settled())
        assert texts(town) == [("DUANN", "", "more")]

    def test_a_modal_closed_meanwhile_breaks_nothing(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.command("actual"))
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        press = ann.pressing("Cancel", town.modal)
        town.slack.views.clear()
        town.run(ann.send("block_actions", press))
        town.run(town.settled())
        assert len(town.heard) == 3

    def test_who_waits_longer_than_slack_does_is_told_so_and_gets_the_answer(
        self, town: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(submitting, "PATIENCE", 0.05)
        ann = town.person()
        town.run(ann.command("actual"))
        town.delay = 0.2
        acknowledged = town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        assert WORDS.wait in str(acknowledged["view"])
        assert town.modal["blocks"][0]["label"]["text"] == "Visits"


class TestSlackRefuses:
    @pytest.mark.parametrize("reason", ["is_archived", "not_in_channel", "channel_not_found", "restricted_action"])
    def test_a_channel_it_may_not_speak_in_is_answered_in_the_chat(self, town: Town, reason: str) -> None:
        town.slack.failures.append(Failure("chat.postMessage", reason))
        town.run(town.person().mention("report"))
        assert texts(town) == [("DUANN", "", "report")]

    @pytest.mark.parametrize("status", [429, 500])
    def test_an_address_that_takes_no_more_leads_into_the_chat(self, town: Town, status: int) -> None:
        town.slack.failures.append(Failure("respond", status=status))
        town.run(town.person().command("report"))
        assert texts(town) == [("DUANN", "", "report")]

    @pytest.mark.parametrize("reason", ["invalid_blocks", "msg_blocks_too_long"])
    def test_blocks_it_does_not_take_are_sent_as_text(self, town: Town, reason: str) -> None:
        town.slack.failures.append(Failure("chat.postMessage", reason))
        town.run(town.person().say("report"))
        assert texts(town) == [("DUANN", "", "report")]
        assert town.slack.messages[0].blocks == []

    @pytest.mark.parametrize("reason", ["account_inactive", "messages_tab_disabled", "token_revoked"])
    def test_whom_it_does_not_reach_is_logged_once(
        self, town: Town, reason: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        town.slack.failures.append(Failure("chat.postMessage", reason))
        with caplog.at_level(logging.ERROR):
            town.run(town.person().say("report"))
        assert [record.getMessage() for record in caplog.records] == [f"an answer was not taken: {reason}"]

    @pytest.mark.parametrize(
        "failure",
        [
            Failure("chat.postMessage", "ratelimited", 429, 1),
            Failure("chat.postMessage", "internal_error", 500),
            Failure("chat.postMessage", "service_unavailable", 503),
        ],
        ids=["429", "500", "503"],
    )
    def test_it_is_asked_again_after_the_time_it_wants(self, town: Town, failure: Failure) -> None:
        town.slack.failures.append(failure)
        town.run(town.person().say("report"))
        assert texts(town) == [("DUANN", "", "report")]

    @pytest.mark.parametrize(
        ("failures", "told"),
        [
            ([Failure("files.getUploadURLExternal", "missing_scope")], WORDS.unsent_denied),
            ([Failure("files.getUploadURLExternal", "file_upload_size_restricted")], WORDS.unsent_large),
            ([Failure("upload", status=413)], WORDS.unsent_large),
            ([Failure("upload", status=500), Failure("upload", status=500)], WORDS.unsent),
            ([Failure("files.completeUploadExternal", "file_update_failed")], WORDS.unsent),
        ],
        ids=["no scope", "too large", "413", "500", "not completed"],
    )
    def test_a_file_it_does_not_take_is_told_and_said_in_words(
        self, town: Town, failures: list[Failure], told: str
    ) -> None:
        town.slack.failures += failures
        town.run(town.person().say("file"))
        sheet, instead = texts(town)
        assert sheet == ("DUANN", "", "⤓ values.csv")
        assert instead == ("DUANN", "", "⚠️ values.csv")
        words = town.slack.messages[1].payload["text"].split("\n")[1:]
        assert words == [told, WORDS.in_it, "KPI · Actual", "Visits · 5"]

    def test_a_file_is_sent_after_the_time_it_wants(self, town: Town) -> None:
        town.slack.failures.append(Failure("files.getUploadURLExternal", "ratelimited", 429, 1))
        town.run(town.person().say("file"))
        assert texts(town) == [("DUANN", "", "⤓ values.csv")]
        assert [file["content"] for file in town.slack.files.values()] == [b"\xef\xbb\xbfKPI,Actual\r\nVisits,5\r\n"]

    def test_somebody_it_tells_nothing_of_is_heard_all_the_same(self, town: Town) -> None:
        town.slack.failures.append(Failure("users.info", "missing_scope"))
        town.run(town.person().say("report"))
        assert [who.name for who, _ in town.heard] == ["UANN"]

    def test_a_page_in_place_of_an_answer_is_no_answer(self, town: Town, caplog: pytest.LogCaptureFixture) -> None:
        page = "<html>Bad gateway</html>"
        town.slack.failures += [Failure("users.info", page, 502), Failure("chat.postMessage", page, 502)]
        town.run(town.person().say("report"))
        assert [who.name for who, _ in town.heard] == ["UANN"]
        assert [record.getMessage() for record in caplog.records] == ["users.info: ", "an answer was not taken: "]

    def test_a_home_tab_it_does_not_take_stays_as_it_was(self, town: Town) -> None:
        town.slack.failures.append(Failure("views.publish", "not_enabled"))
        town.run(town.person().open("home"))
        town.run(town.person().say("report"))
        assert texts(town) == [("DUANN", "", "report")]

    def test_a_file_that_lies_on_another_host_is_not_fetched_with_our_token(self, town: Town) -> None:
        port = town.slack.base.rpartition(":")[2]
        town.slack.files["F0"] = {"content": b"1"}
        elsewhere = {**FILE, "url_private_download": f"http://localhost:{port}/files/F0"}
        town.run(town.person().say("", (elsewhere,)))
        assert texts(town) == [("DUANN", "", WORDS.failed)]
        assert town.heard == []


class TestNoAnswer:
    """Calls that Slack leaves unanswered are given up; here after a moment, else after ten seconds."""

    @pytest.fixture
    def silent(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
        monkeypatch.setattr("adapters.slack.build.PATIENCE", 0.3)
        town = Town(toy.hear, "socket")
        yield town
        town.close()
        assert town.slack.faults == []
        assert town.slack.hung

    def test_an_answer_that_nobody_takes_is_logged_and_the_next_one_comes(
        self, silent: Town, caplog: pytest.LogCaptureFixture
    ) -> None:
        silent.slack.hanging = {"chat.postMessage"}
        silent.run(silent.person().say("report"))
        silent.slack.hanging = set()
        silent.run(silent.person().say("more"))
        assert texts(silent) == [("DUANN", "", "more")]
        assert [record.getMessage() for record in caplog.records] == ["an answer was not taken: TimeoutError"]

    def test_a_modal_that_does_not_open_leaves_a_button_that_opens_it(self, silent: Town) -> None:
        silent.slack.hanging = {"views.open"}
        silent.run(silent.person().command("actual"))
        assert texts(silent) == [("C1", "UANN", "Your values")]

    def test_an_address_that_does_not_answer_leads_into_the_chat(self, silent: Town) -> None:
        silent.slack.hanging = {"respond"}
        silent.run(silent.person().command("report"))
        assert texts(silent) == [("DUANN", "", "report")]

    def test_somebody_it_does_not_tell_of_is_heard_all_the_same(self, silent: Town) -> None:
        silent.slack.hanging = {"users.info"}
        silent.run(silent.person().say("report"))
        assert [who.name for who, _ in silent.heard] == ["UANN"]

    def test_a_modal_that_is_not_turned_over_breaks_nothing(self, silent: Town) -> None:
        ann = silent.person()
        silent.run(ann.command("actual"))
        silent.run(ann.hand_in(silent.modal, {"revenue": "1"}))
        silent.slack.hanging = {"views.update"}
        silent.run(ann.press("Cancel", silent.modal))
        silent.run(ann.say("report"))
        assert texts(silent) == [("DUANN", "", "report")]


class TestSocket:
    @pytest.fixture
    def socket(self) -> Iterator[Town]:
        town = Town(toy.hear, "socket")
        yield town
        town.close()

    def test_a_line_that_slack_ends_is_opened_again(self, socket: Town) -> None:
        socket.run(socket.slack.sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"}))
        self._hears_again(socket)

    def test_a_line_that_breaks_is_opened_again(self, socket: Town) -> None:
        socket.run(self._broken(socket))
        self._hears_again(socket)

    def test_a_line_that_falls_silent_is_opened_again(self, socket: Town) -> None:
        socket.slack.silent = True
        socket.run(self._reopened(socket))
        socket.slack.silent = False
        self._hears_again(socket)

    def test_where_slack_gives_no_new_line_at_first_it_is_asked_again(self, socket: Town) -> None:
        socket.slack.failures.append(Failure("apps.connections.open", "internal_error"))
        socket.run(socket.slack.sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"}))
        socket.run(socket.slack.sockets[-1].close())
        self._hears_again(socket)
        assert socket.slack.failures == []

    def _hears_again(self, town: Town) -> None:
        town.run(self._reopened(town))
        town.run(town.person().say("report"))
        assert texts(town) == [("DUANN", "", "report")]

    async def _broken(self, town: Town) -> None:
        transport = town.slack.sockets[-1]._req.transport  # type: ignore[union-attr]
        transport.abort()  # type: ignore[union-attr]

    async def _reopened(self, town: Town) -> None:
        async with asyncio.timeout(10):
            while town.slack.connections < 2:
                await asyncio.sleep(0.02)
