"""What the Telegram on this machine knows and remembers."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

TOKEN = "99:AA"
BOT: Json = {"id": 99, "is_bot": True, "first_name": "KPI", "username": "kpi_bot"}
ME: Json = {
    **BOT,
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
    "has_topics_enabled": False,
    "allows_users_to_create_topics": False,
    "can_manage_bots": False,
    "supports_guest_queries": False,
    "supports_join_request_queries": False,
}
NOW = 1_795_000_000
SENDS = ("sendMessage", "sendRichMessage", "sendPhoto", "sendDocument")


class Refused(Exception):
    """What Telegram answers in place of a result."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.parameters = parameters


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot's."""

    method: str
    given: Json
    files: Mapping[str, tuple[str, bytes]]


@dataclass(slots=True)
class Server:
    """What the server knows and remembers."""

    calls: list[Call] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What was wrong with calls, and with what this fake said itself."""
    absent: set[str] = field(default_factory=set)
    """Methods that this server is too old for."""
    next_refusals: list[tuple[str, Refused]] = field(default_factory=list)
    """What becomes of the next calls of a method."""
    hanging: set[str] = field(default_factory=set)
    """Methods whose calls are never answered, as if the network had gone."""
    hung: int = 0
    """How many calls wait for that."""
    chats: dict[int, Json] = field(default_factory=dict)
    reachable: set[int] = field(default_factory=set)
    """People who pressed Start."""
    blocked: set[int] = field(default_factory=set)
    closed: dict[int, Refused] = field(default_factory=dict)
    """Groups in which the bot may not write, and what is answered there."""
    migrated: dict[int, int] = field(default_factory=dict)
    messages: defaultdict[int, list[Json]] = field(default_factory=lambda: defaultdict(list))
    """What stands in each chat, oldest first."""
    asked_to_reply: dict[int, int] = field(default_factory=dict)
    """By chats, the message that the client has opened its keyboard to answer."""
    updates: list[Json] = field(default_factory=list)
    """Those that the bot has not confirmed."""
    webhook: Json = field(default_factory=dict)
    webhook_told: Json = field(default_factory=lambda: {"pending_update_count": 0})
    """What is told of it besides its address."""
    written: dict[int, Call] = field(default_factory=dict)
    """By what call each message of the bot's says what it says now."""
    popped_up: list[str] = field(default_factory=list)
    """What presses were answered with, in words."""
    files: dict[str, bytes] = field(default_factory=dict)
    open_queries: set[str] = field(default_factory=set)
    numbers: count[int] = field(default_factory=lambda: count(1))
    polls: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)


def number_of(message: Json) -> int:
    """The message's own number; what only one person sees in a group has none that all know."""
    return int(message["message_id"] or message["ephemeral_message_id"])
