"""What the operator is told of the line to Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from adapters.platform import Finding
from adapters.telegram.app import Wire
from adapters.telegram.doctor import examine
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.state import TOKEN, Json

URL = "https://kpi.example.org/telegram/webhook"


def found(token: str = TOKEN, expected: str = "", set_to: str = "", told: Json | None = None) -> Sequence[Finding]:
    async def looked() -> Sequence[Finding]:
        async with FakeTelegram() as telegram:
            telegram.server.webhook = {"url": set_to} if set_to else {}
            telegram.server.webhook_told |= told or {}
            return await examine(Wire(token, telegram.base, expected))

    return asyncio.run(looked())


def test_where_all_is_well_the_bot_is_named() -> None:
    assert found() == [Finding("takes the token, as @kpi_bot")]
    assert found(expected=URL, set_to=URL) == [Finding("takes the token, as @kpi_bot")]


def test_a_token_that_is_refused_is_not_named() -> None:
    (finding,) = found(token="99:SECRET")
    assert finding.found == "does not take the token"
    assert "TELEGRAM_BOT_TOKEN" in finding.remedy
    assert "SECRET" not in str(finding)


def test_a_webhook_elsewhere_and_one_that_fails_have_a_remedy() -> None:
    assert [each.found for each in found(set_to=URL)][1:] == ["its webhook is set elsewhere"]
    assert [each.found for each in found(expected=URL)][1:] == ["its webhook is not set"]
    failing = found(expected=URL, set_to=URL, told={"last_error_message": "SSL error"})
    assert failing[1].found == "its webhook fails: SSL error"


def test_a_server_that_is_not_there_is_said_in_a_line() -> None:
    (finding,) = asyncio.run(examine(Wire(TOKEN, "http://127.0.0.1:1")))
    assert finding.found.startswith("does not answer")
    assert finding.remedy == "is 127.0.0.1 reachable from here?"
