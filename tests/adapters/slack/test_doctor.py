"""What is wrong with Slack's set-up is named, with what mends it."""

from __future__ import annotations

import asyncio

from adapters.platform import Finding
from adapters.slack.doctor import ADD_SCOPE, MAKE_TOKEN, TAKEN, examine
from adapters.slack.manifest import SCOPES
from adapters.slack.settings import SlackSettings
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.state import Failure
from tests.bot.slack_process import settings


def found(slack: FakeSlack) -> list[Finding]:
    async def ask() -> list[Finding]:
        await slack.start()
        try:
            return list(await examine(settings(slack, "socket")))
        finally:
            await slack.stop()

    return asyncio.run(ask())


def test_where_all_is_well_nothing_is_said() -> None:
    slack = FakeSlack()
    assert found(slack) == [Finding(TAKEN)]
    assert [method for method, _ in slack.calls] == ["auth.test", "apps.connections.open"]


def test_each_missing_scope_is_named_with_what_it_is_for() -> None:
    slack = FakeSlack(scopes=[scope for scope in SCOPES if scope not in ("files:write", "users:read")])
    assert found(slack) == [
        Finding(TAKEN),
        Finding("scope files:write is missing: it is needed to send pictures and tables", ADD_SCOPE),
        Finding("scope users:read is missing: it is needed to know names, languages and time zones", ADD_SCOPE),
    ]


def test_an_app_token_that_opens_no_socket_is_named() -> None:
    slack = FakeSlack(failures=[Failure("apps.connections.open", "not_allowed_token_type")])
    assert found(slack) == [Finding(TAKEN), Finding("opens no socket: not_allowed_token_type", MAKE_TOKEN)]


def test_a_token_that_is_not_taken_is_told_with_slacks_word_for_it() -> None:
    slack = FakeSlack(failures=[Failure("auth.test", "invalid_auth")])
    assert found(slack) == [Finding("does not take the token: invalid_auth", "set SLACK_BOT_TOKEN anew")]


def test_what_does_not_answer_is_told_once() -> None:
    unreachable = SlackSettings(slack_bot_token="xoxb-1", slack_api_url="http://127.0.0.1:9/api/")  # type: ignore[arg-type]
    (told,) = asyncio.run(examine(unreachable))
    assert told == Finding("does not answer (ClientConnectorError)", "is SLACK_API_URL reachable?")
