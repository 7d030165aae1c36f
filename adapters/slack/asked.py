"""The question that stands in somebody's chat: once it is answered by typing, its words stay and its buttons go.

What a press answers takes the place of the question; but typed words stand below it, and its buttons would be stale.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.ports import Away
from adapters.slack.elements import Json, note
from adapters.slack.errors import NO_ANSWER, why
from adapters.slack.fallback import fallback
from adapters.slack.limits import cut

log = logging.getLogger(__name__)

MOST_TYPED = 300
"""Characters of an answer that are shown with its question."""


class Kept(Protocol):
    """Texts under names, in the database."""

    async def get(self, name: str) -> str | None:
        """The text kept last under the name."""

    async def put(self, name: str, text: str) -> None:
        """Keeps the text in place of what was there."""

    async def drop(self, name: str) -> None:
        """Forgets it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in a chat."""

    channel: str
    ts: str
    """Of the message that has its buttons."""
    run: str
    turn: int
    blocks: Sequence[Json]
    """Those of that message that are no buttons."""


class Questions:
    """The one that stands lowest in the chat with one person."""

    def __init__(self, kept: Kept, user: str) -> None:
        self._kept = kept
        self._name = f"asked.{user}"

    async def last(self) -> Asked | None:
        """The question; None where there is none that could be answered by typing, or nobody can look."""
        try:
            text = await self._kept.get(self._name)
        except Away:
            return None
        return Asked(**json.loads(text)) if text else None

    async def stands(self, asked: Asked) -> None:
        """It is the last one from now on."""
        await self._kept.put(self._name, json.dumps(asdict(asked), ensure_ascii=False))

    async def gone(self, ts: str) -> None:
        """Something else stands in that message, so that it is no question any more."""
        last = await self.last()
        if last and last.ts == ts:
            await self._kept.drop(self._name)


def without_buttons(post: Mapping[str, Any]) -> Sequence[Json]:
    """The blocks of a message that say something."""
    return [block for block in post["blocks"] if block["type"] != "actions"]


async def let_go(client: AsyncWebClient, asked: Asked, typed: str) -> None:
    """Takes the buttons away, and shows what was answered, if anything was; a message that is gone has none."""
    answer = [note(f"↳ {cut(typed, MOST_TYPED)}")] if typed else []
    blocks = [*asked.blocks, *answer]
    try:
        await client.chat_update(channel=asked.channel, ts=asked.ts, blocks=blocks, text=fallback(blocks))
    except (SlackApiError, *NO_ANSWER) as error:
        log.info("a question that was answered keeps its buttons: %s", why(error))
