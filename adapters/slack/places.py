"""Where an answer goes, and how that is kept in a modal until it is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from adapters.slack.actions import STAYS


@dataclass(frozen=True, slots=True)
class Whisper:
    """Only to the person, where they are: by the address that Slack gave for it, five times within half an hour."""

    url: str
    over: bool = False
    """In place of the message whose button was pressed."""


@dataclass(frozen=True, slots=True)
class Direct:
    """Into the chat of the person with the bot."""

    channel: str
    """The chat's id, or the person's."""
    over: str = ""
    """Of the message whose button was pressed: the answer takes its place."""
    thread: str = ""
    """In which it was said, if in one."""
    said: str = ""
    """The message that was said there last, for whoever says the next one."""


@dataclass(frozen=True, slots=True)
class Public:
    """To everybody in a channel, in the thread in which the bot was called."""

    channel: str
    thread: str


@dataclass(frozen=True, slots=True)
class Home:
    """To somebody on the home tab: it is drawn anew, and what is said goes into their chat."""


Place: TypeAlias = Whisper | Direct | Public | Home


def kept(place: Place, user: str) -> dict[str, str]:
    """The place in words for a modal that is opened before somebody."""
    whose = {"user": user}
    match place:
        case Whisper(url=url, over=over):
            return {**whose, "url": url, "over": "1" if over else ""}
        case Direct(channel=channel, over=over, thread=thread):
            return {**whose, "chat": channel, "over": over, "thread": thread}
        case Public(channel=channel, thread=thread):
            return {**whose, "channel": channel, "thread": thread}
        case Home():
            return {**whose, "home": "1"}


def place_in(kept: Mapping[str, Any], user: str) -> Place:
    """The place that was kept, or the chat with the person: also where it was kept for somebody else."""
    match kept:
        case {"user": whose} if whose != user:
            return Direct(user)
        case {"url": str(url), "over": over}:
            return Whisper(url, bool(over))
        case {"chat": str(channel), "over": str(over), "thread": str(thread)}:
            return Direct(channel, over, thread)
        case {"channel": str(channel), "thread": str(thread)}:
            return Public(channel, thread)
        case {"home": _}:
            return Home()
        case _:
            return Direct(user)


def replaces(place: Place, ts: str) -> bool:
    """Whether an answer there takes the place of that message."""
    return isinstance(place, Direct) and place.over == ts


def pressed_at(body: Mapping[str, Any]) -> Place:
    """Where the answer to a press goes: in place of the message, unless that one stays or others see it too."""
    container = body.get("container") or {}
    channel = str(container.get("channel_id") or "")
    stays = any(str(action.get("block_id") or "").startswith(STAYS) for action in body.get("actions") or ())
    if (body.get("view") or {}).get("type") == "home":
        return Home()
    if channel.startswith("D") and not container.get("is_ephemeral"):
        over = "" if stays else str(container.get("message_ts") or "")
        return Direct(channel, over, str(container.get("thread_ts") or ""))
    return Whisper(str(body.get("response_url") or ""), over=bool(container.get("is_ephemeral")))
