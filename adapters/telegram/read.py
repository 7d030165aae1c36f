"""Update → who did what, where."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import MaybeInaccessibleMessage, Message, User
from telegram.constants import ChatType

from adapters.base import BETWEEN_TOPIC, Who
from adapters.telegram import PLATFORM
from conversations.event import Said

START = "start"
KPI = "kpi"
JOIN = "join"
GO = "go"
"""What a link into the private chat says that only wants to open it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was done, and where the answer goes."""

    chat: int
    topic: int | None = None
    private: bool = True
    message: int = 0
    """What was said, or the message on which a button was pressed; 0 for one that can't be edited."""
    replied: int = 0
    """The message that it was said in reply to; 0 where it is none."""
    query: str = ""
    """The press, while it waits to be answered."""
    name: str = ""
    """What the group is called, with its topic as far as that is told."""


def who(user: User, workspace: str) -> Who:
    """The person, by the id that stays when they change their name."""
    return Who(PLATFORM, workspace, str(user.id), user.full_name, user.language_code or "")


def place(message: MaybeInaccessibleMessage, query: str = "") -> Place:
    """The chat of the message, and the topic if it has one; one too old to be reached can't be edited."""
    private = message.chat.type == ChatType.PRIVATE
    if not isinstance(message, Message):
        return Place(message.chat.id, None, private, query=query, name=message.chat.title or "")
    topic = message.message_thread_id if message.is_topic_message else None
    replied = message.reply_to_message.message_id if message.reply_to_message else 0
    return Place(message.chat.id, topic, private, message.message_id, replied, query, _name(message))


def channel_id(chat: int, topic: int | None) -> str:
    """A group, or `group/topic`, as one text."""
    return f"{chat}{BETWEEN_TOPIC}{topic}" if topic else str(chat)


def _name(message: Message) -> str:
    """A message in a topic that answers no other answers the one by which the topic was made."""
    begun = message.reply_to_message and message.reply_to_message.forum_topic_created
    return " / ".join(filter(None, (message.chat.title, begun.name if begun else "")))


def said(text: str) -> Said:
    """What is typed, with `/report@bot sales` as `/kpi report sales`; to press Start or follow a link is a command."""
    if not text.startswith("/"):
        return Said(text)
    first, _, rest = text.removeprefix("/").partition(" ")
    name = first.partition("@")[0]
    if name == START:
        code = "" if rest == GO else rest
        return Said(f"/{KPI} {JOIN} {code}" if code else f"/{KPI}")
    return Said(f"/{name} {rest}".rstrip() if name == KPI else f"/{KPI} {name} {rest}".rstrip())


def is_command(text: str) -> bool:
    """Whether it is no answer to a question, whatever is asked."""
    return text.startswith("/")


def meant_for(message: Message, bot: User) -> str | None:
    """What is said to the bot in a group: a command, words after its name, or a reply; None if to somebody else."""
    text = message.text or ""
    name = f"@{bot.username}"
    if text.startswith("/"):
        first = text.split(maxsplit=1)[0]
        return text if "@" not in first or first.casefold().endswith(name.casefold()) else None
    if text.casefold().startswith(name.casefold()):
        return text[len(name) :].strip(" ,，:：") or f"/{KPI}"
    replied = message.reply_to_message
    return text if replied and replied.from_user and replied.from_user.id == bot.id else None
