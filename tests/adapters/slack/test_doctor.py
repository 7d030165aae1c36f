"""What is wrong with Slack's set-up is named, with what mends it."""

from __future__ import annotations

import asyncio
import re

from adapters.platform import Finding, Shown
from adapters.slack.doctor import ADD_SCOPE, EVENTS_ON, MAKE_TOKEN, TAKEN, examine
from adapters.slack.drawn import REPORT_IT
from adapters.slack.manifest import SCOPES
from adapters.slack.settings import SlackSettings
from bot.demo.shown import shown
from conversations.view import Button, Form, Message, Question, QuestionKind, Run, Text
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.state import Failure
from tests.bot.slack_process import settings

VIEWS = (
    Message((Text("<b>Sales</b>: 96.3"),), (Button("Why?", Run("why")),)),
    Form("1", 1, "values", "Your values", "", (), (Question("value", QuestionKind.NUMBER, "Revenue"),), submit="Enter"),
)
WELL = [Finding(TAKEN), Finding(EVENTS_ON), Finding("would take 3 of 3 messages and forms that the bot shows")]


def found(slack: FakeSlack, views: Shown = lambda: VIEWS) -> list[Finding]:
    async def ask() -> list[Finding]:
        await slack.start()
        try:
            return list(await examine(settings(slack, "socket"), views))
        finally:
            await slack.stop()

    return asyncio.run(ask())


def test_where_all_is_well_nothing_is_to_be_done() -> None:
    slack = FakeSlack()
    assert found(slack) == WELL
    asked = ["auth.test", *["blocks.validate"] * 3, "apps.connections.open"]
    assert [method for method, _ in slack.calls] == asked
    assert slack.faults == []


def test_each_missing_scope_is_named_with_what_it_is_for() -> None:
    slack = FakeSlack(scopes=[scope for scope in SCOPES if scope not in ("files:write", "users:read")])
    assert found(slack) == [
        Finding(TAKEN),
        Finding("scope files:write is missing: it is needed to send pictures and tables", ADD_SCOPE),
        Finding("scope users:read is missing: it is needed to know names, languages and time zones", ADD_SCOPE),
        *WELL[1:],
    ]


def test_an_app_token_that_opens_no_socket_is_named() -> None:
    slack = FakeSlack(failures=[Failure("apps.connections.open", "not_allowed_token_type")])
    assert found(slack) == [*WELL, Finding("opens no socket: not_allowed_token_type", MAKE_TOKEN)]


def test_a_token_that_is_not_taken_is_told_with_slacks_word_for_it() -> None:
    slack = FakeSlack(failures=[Failure("auth.test", "invalid_auth")])
    assert found(slack) == [Finding("does not take the token: invalid_auth", "set SLACK_BOT_TOKEN anew")]


def test_what_does_not_answer_is_told_once() -> None:
    unreachable = SlackSettings(slack_bot_token="xoxb-1", slack_api_url="http://127.0.0.1:9/api/")  # type: ignore[arg-type]
    (told,) = asyncio.run(examine(unreachable, lambda: VIEWS))
    assert told == Finding("does not answer (ClientConnectorError)", "is 127.0.0.1 reachable from here?")


def test_what_slack_would_not_take_is_named_with_where() -> None:
    fault = {"pointer": "/0/text", "code": "failed_constraint", "message": "must be less than 3001 characters"}
    refused = {"ok": False, "error": "invalid_blocks", "errors": [fault]}
    slack = FakeSlack(failures=[Failure("blocks.validate", answer=refused)])
    assert found(slack)[2:] == [
        Finding("would not take blocks: /0/text: must be less than 3001 characters", REPORT_IT),
        Finding("would take 2 of 3 messages and forms that the bot shows"),
    ]


def test_where_slack_cant_be_asked_what_it_takes_that_is_no_fault() -> None:
    slack = FakeSlack(failures=[Failure("blocks.validate", "unknown_method")])
    assert found(slack)[2:] == [
        Finding("was asked by blocks.validate for 0 of 3 messages and forms only: unknown_method")
    ]


def test_all_that_the_made_up_company_is_shown_is_taken() -> None:
    slack = FakeSlack()
    told = found(slack, shown)
    assert slack.faults == []
    assert re.fullmatch(r"would take (\d\d) of \1 messages and forms that the bot shows", told[2].found)
