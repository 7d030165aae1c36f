"""Where people meet the bot in Slack, and where its answers go."""

from __future__ import annotations

from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Address
from adapters.slack.build import once_client
from adapters.slack.post import SlackPoster
from conversations.event import Dropped, Pressed, Said, Submitted
from conversations.view import Run
from tests.adapters.slack import toy
from tests.adapters.slack.town import WORDS, Town, user


def texts(town: Town) -> list[tuple[str, str, str]]:
    """All messages: the channel, who alone sees it, and the first line."""
    return [(each.channel, each.only, each.payload["text"].split("\n")[0]) for each in town.slack.messages]


class TestWhere:
    def test_the_channel_is_known_with_its_name(self, town: Town) -> None:
        """A mention does not say what the channel is called, and Slack is asked for it once."""
        ann = town.person()
        town.run(ann.command("post brief"))
        town.run(ann.mention("post brief", "C2"))
        town.run(ann.mention("post", "C2"))
        town.run(ann.say("report"))
        found = [(who.channel, who.channel_name) for who, _ in town.heard]
        assert found == [("C1", "#general"), ("C2", "#name-of-C2"), ("C2", "#name-of-C2"), ("", "")]
        assert [method for method, _ in town.slack.calls].count("conversations.info") == 1


class TestCommand:
    def test_its_answer_is_seen_by_who_gave_it(self, town: Town) -> None:
        town.run(town.person().command("report sales"))
        assert texts(town) == [("C1", "UANN", "report sales")]

    def test_a_form_opens_and_goes_on_and_its_answer_comes_where_it_was_begun(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.command("actual"))
        town.run(ann.hand_in(town.modal, {"revenue": "1.2万"}))
        assert town.modal["blocks"][0]["label"]["text"] == "Visits"
        town.run(ann.hand_in(town.modal, {"visits": "3"}))
        assert town.slack.views == {}
        assert texts(town) == [("C1", "UANN", "Recorded")]
        assert [event for _, event in town.heard[1:]] == [
            Submitted("r1", 1, {"revenue": "1.2万"}),
            Submitted("r1", 2, {"visits": "3"}),
        ]

    def test_what_is_said_beside_a_form_stands_in_it(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.command("actual"))
        town.run(ann.hand_in(town.modal, {"revenue": "abc"}))
        assert "No number" in str(town.modal["blocks"][0])
        assert texts(town) == []

    def test_a_dialog_that_is_cancelled_says_so_in_its_modal(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.command("actual"))
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        town.run(ann.press("Cancel", town.modal))
        assert "Cancelled" in str(town.modal["blocks"])
        assert "submit" not in town.modal

    def test_who_is_mentioned_is_called_as_in_the_company_or_else_as_in_slack(self, town: Town) -> None:
        town.names["UBOB"] = "Wang Fang"
        town.slack.users["UCAT"] = user("Cat")
        town.run(town.person().command("report", channel="C1"))
        ann = town.person()
        town.run(ann.event({**_mention("<@UBOT> report <@UBOB> and <@UCAT|cat>")}))
        assert town.heard[-1][1] == Said("/kpi report @Wang Fang and @Cat")


class TestChat:
    def test_words_are_answered_in_the_chat(self, town: Town) -> None:
        town.run(town.person().say("revenue < 5 & more"))
        assert town.heard[-1][1] == Said("revenue < 5 & more")
        assert texts(town) == [("DUANN", "", "revenue &lt; 5 &amp; more")]

    def test_a_thread_is_answered_in_the_thread(self, town: Town) -> None:
        town.run(town.person().say("report", thread_ts="1.5"))
        assert town.slack.messages[0].thread == "1.5"

    def test_a_button_puts_its_answer_in_the_place_of_its_message(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.say("report"))
        town.run(ann.press("more", town.slack.messages[0]))
        assert texts(town) == [("DUANN", "", "more")]

    def test_what_came_by_itself_stays_above_what_comes_of_it(self, town: Town) -> None:
        async def client_for(workspace: str) -> AsyncWebClient:
            return once_client(f"{town.slack.base}/api/", "xoxb-1")

        ann = town.person()
        town.run(
            SlackPoster(client_for, lambda _: WORDS).post(
                Address("T1", user="UANN"), toy.message("News", "report", "actual"), "m1"
            )
        )
        news = town.slack.messages[0]
        town.run(ann.press("report", news))
        town.run(ann.press("actual", news))
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        town.run(ann.hand_in(town.modal, {"visits": "1"}))
        assert texts(town) == [("DUANN", "", "News"), ("DUANN", "", "report"), ("DUANN", "", "Recorded")]

    def test_a_form_is_a_message_that_opens_it(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.say("actual"))
        assert texts(town) == [("DUANN", "", "Your values")]
        town.run(ann.press(WORDS.go_on, town.slack.messages[0]))
        town.run(ann.hand_in(town.modal, {"revenue": "1"}))
        town.run(ann.hand_in(town.modal, {"visits": "1"}))
        assert texts(town) == [("DUANN", "", "Recorded")]

    def test_a_question_that_a_button_answered_is_not_there_to_be_answered_again(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.say("pick"))
        town.run(ann.press("Sales", town.slack.messages[0]))
        assert town.modal["title"]["text"] == "Your values"
        (message,) = town.slack.messages
        assert "Visits" in message.payload["text"]
        assert "[Sales]" not in message.payload["text"]
        town.run(ann.hand_in(town.modal, {"visits": "1"}))
        assert texts(town) == [("DUANN", "", "Recorded")]

    def test_a_file_is_read(self, town: Town) -> None:
        town.run(town.person().drop("11月.csv", b"a,b"))
        assert town.heard[-1][1] == Dropped("11月.csv", b"a,b")

    def test_bots_and_changes_are_not_heard(self, town: Town) -> None:
        ann = town.person()
        town.slack.users["UROBOT"] = user("Robot", is_bot=True)
        town.run(town.person("UROBOT").say("report"))
        town.run(ann.say("report", bot_id="B9"))
        town.run(ann.event({"type": "app_uninstalled"}))
        assert town.heard == []

    def test_the_first_time_it_is_opened_it_greets(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.open("messages"))
        town.run(ann.open("messages"))
        assert texts(town) == [("DUANN", "", "My day")]
        assert [each["title"] for each in town.slack.prompts[0]["prompts"]] == ["My day", "The report"]

    def test_who_was_heard_before_is_not_greeted(self, town: Town) -> None:
        town.run(town.person().command(""))
        town.greeted.add(replace(town.heard[0][0], channel="", channel_name=""))
        town.slack.messages.clear()
        town.run(town.person().open("messages"))
        assert texts(town) == []


class TestChannel:
    def test_a_mention_is_answered_to_everybody_in_a_thread(self, town: Town) -> None:
        town.run(town.person().mention("report"))
        assert texts(town) == [("C1", "", "report")]
        assert town.slack.messages[0].thread
        assert town.heard[-1][1] == Said("/kpi report")

    def test_what_is_for_one_of_them_only_they_see(self, town: Town) -> None:
        town.run(town.person().mention("secret"))
        assert texts(town) == [("C1", "UANN", "Only for you")]

    def test_a_form_is_offered_to_who_asked(self, town: Town) -> None:
        town.run(town.person().mention("actual"))
        assert texts(town) == [("C1", "UANN", "Your values")]

    def test_a_press_there_is_answered_to_who_pressed(self, town: Town) -> None:
        town.run(town.person().mention("report"))
        town.run(town.person("UBOB").press("more", town.slack.messages[0]))
        assert texts(town) == [("C1", "", "report"), ("C1", "UBOB", "more")]

    def test_a_press_on_what_only_one_sees_takes_its_place(self, town: Town) -> None:
        town.run(town.person().command("report"))
        town.run(town.person().press("more", town.slack.messages[0]))
        assert texts(town) == [("C1", "UANN", "more")]

    def test_the_bot_says_what_it_does_when_it_comes(self, town: Town) -> None:
        joined = {
            "type": "member_joined_channel",
            "channel": "C1",
            "channel_type": "C",
            "team": "T1",
            "event_ts": "1.1",
        }
        town.run(town.person().event({**joined, "user": "UBOT", "inviter": "UANN"}))
        town.run(town.person().event({**joined, "user": "UBOB"}))
        assert texts(town) == [("C1", "", WORDS.joined)]


class TestHome:
    def test_it_is_my_day(self, town: Town) -> None:
        town.run(town.person().open("home"))
        assert "My day" in str(town.slack.homes["UANN"])
        assert town.heard[-1][1] == Pressed(Run("home"))

    def test_a_press_is_answered_in_the_chat_and_the_tab_is_drawn_anew(self, town: Town) -> None:
        ann = town.person()
        town.run(ann.open("home"))
        before = town.slack.homes["UANN"]["id"]
        town.run(ann.press("report", town.slack.homes["UANN"]))
        assert texts(town) == [("DUANN", "", "report")]
        assert town.slack.homes["UANN"]["id"] != before


class TestShortcuts:
    def test_numbers_are_entered_from_anywhere(self, town: Town) -> None:
        town.run(town.person().shortcut("enter_numbers"))
        assert town.modal["title"]["text"] == "Your values"

    def test_a_message_is_taken_as_a_value(self, town: Town) -> None:
        town.run(town.person().take("revenue 5 &amp; more", "take_as_value"))
        assert town.heard[-1][1] == Pressed(Run("actual revenue 5 & more"))
        assert town.modal["title"]["text"] == "Your values"


def _mention(text: str) -> dict[str, str]:
    return {"type": "app_mention", "channel": "C1", "user": "UANN", "ts": "1.1", "event_ts": "1.1", "text": text}
