"""What is wrong with Slack's set-up is named, with what to do."""

from __future__ import annotations

import asyncio

from adapters.slack.manifest import SCOPES
from bot.settings import Settings
from bot.slack_doctor import slack_findings
from tests.adapters.slack.fake import Failure, FakeSlack
from tests.bot.test_slack import settings


def found(slack: FakeSlack, way: str = "socket") -> list[str]:
    async def ask() -> list[str]:
        await slack.start()
        try:
            return await slack_findings(settings(slack, way))
        finally:
            await slack.stop()

    return asyncio.run(ask())


def test_where_all_is_well_nothing_is_said() -> None:
    assert found(FakeSlack()) == []


def test_each_missing_scope_is_named_with_what_it_is_for() -> None:
    slack = FakeSlack(scopes=[scope for scope in SCOPES if scope not in ("files:write", "users:read")])
    assert found(slack) == [
        "Slack: scope files:write is missing (to send pictures and tables): add it under OAuth & Permissions, and install the app again",
        "Slack: scope users:read is missing (to know names, languages and time zones): add it under OAuth & Permissions, and install the app again",
    ]


def test_tokens_that_slack_does_not_take_are_named() -> None:
    slack = FakeSlack(
        failures=[Failure("auth.test", "invalid_auth"), Failure("apps.connections.open", "not_allowed_token_type")]
    )
    assert [line.split(":")[0] for line in found(slack)] == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]


def test_a_slack_that_is_not_there_is_told_by_its_address() -> None:
    unreachable = Settings(slack_bot_token="xoxb-1", slack_api_url="http://127.0.0.1:9/api/")  # type: ignore[arg-type]
    (line,) = asyncio.run(slack_findings(unreachable))
    assert line.startswith("SLACK_API_URL: http://127.0.0.1:9/api/: ")
