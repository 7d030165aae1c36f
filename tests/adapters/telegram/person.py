"""People at their Telegram clients, in their own chat with the bot or in a group."""

from __future__ import annotations

from dataclasses import dataclass

from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.judge import length
from tests.adapters.telegram.messages import labels
from tests.adapters.telegram.state import NOW, Json


@dataclass(frozen=True, slots=True)
class Group:
    """A group or supergroup, or a topic in it."""

    telegram: FakeTelegram
    id: int
    topic: int = 0

    def open(self, title: str = "Sales", kind: str = "supergroup") -> Group:
        """Lets it be there."""
        self.telegram.server.chats[self.id] = {"id": self.id, "type": kind, "title": title}
        return self

    def screen(self) -> str:
        """What everybody in it sees."""
        return drawn([one for one in self.telegram.server.messages[self.id] if "receiver_user" not in one])


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account. What they do is heard by the bot when `settled` has been waited for."""

    telegram: FakeTelegram
    id: int
    name: str
    language: str = "en"

    async def starts(self, payload: str = "") -> None:
        """Opens their chat with the bot and presses Start, or follows a link to it."""
        self.telegram.server.blocked.discard(self.id)
        self.telegram.server.reachable.add(self.id)
        await self.types(f"/start {payload}".strip())

    async def types(self, text: str, where: Group | None = None, reply_to: Json | None = None) -> None:
        """Types it, in the private chat if nowhere else is named: there in reply to what the client was opened for."""
        message = self._message(where, text=text)
        if text.startswith("/"):
            name = text.split(maxsplit=1)[0]
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length(name)}]
        if reply_to := reply_to or (None if where else self._asked_to_reply()):
            message["reply_to_message"] = {k: v for k, v in reply_to.items() if k != "edit_date"}
        await self._happens(where, message=message)

    def _asked_to_reply(self) -> Json | None:
        """The message that its keyboard is open to answer, as long as that is there; it closes with what is typed."""
        asked = self.telegram.server.asked_to_reply.pop(self.id, 0)
        return next((one for one in self.telegram.server.messages[self.id] if one["message_id"] == asked), None)

    async def sends(self, name: str, content: bytes, size: int | None = None) -> None:
        """Sends a file."""
        id = f"f{next(self.telegram.server.numbers)}"
        self.telegram.server.files[id] = content
        of = {"file_id": id, "file_unique_id": id, "file_name": name, "file_size": size or len(content)}
        await self._happens(None, message=self._message(None, document=of))

    async def presses(self, label: str, where: Group | None = None) -> None:
        """Presses the button of that label that stands lowest in the chat."""
        for message in reversed(self.telegram.server.messages[where.id if where else self.id]):
            if label in labels(message):
                return await self.presses_on(message, label)
        raise AssertionError(f"no [{label}] in\n{where.screen() if where else self.screen()}")

    async def presses_on(self, message: Json, label: str) -> None:
        """Presses the button on that very message, as it was."""
        await self.presses_at(message, label, 0)

    async def presses_at(self, message: Json, label: str, place: int) -> None:
        """Presses the button at that place among those that are called so, the last where there are not so many."""
        rows = message["reply_markup"]["inline_keyboard"]
        called = [one for row in rows for one in row if one["text"] == label]
        button = called[min(place, len(called) - 1)]
        query = str(next(self.telegram.server.numbers))
        self.telegram.server.open_queries.add(query)
        what = {"id": query, "from": self._user(), "message": dict(message), "chat_instance": "1"}
        await self.telegram.happens(callback_query={**what, "data": button["callback_data"]})

    async def edits(self, text: str) -> None:
        """Corrects what they typed last."""
        await self.telegram.happens(edited_message={**self._message(None, text=text), "edit_date": NOW})

    async def blocks(self) -> None:
        """Blocks the bot."""
        self.telegram.server.blocked.add(self.id)

    def screen(self) -> str:
        """What stands in their own chat with the bot."""
        return drawn(self.telegram.server.messages[self.id])

    def last(self) -> Json:
        """The lowest message of their chat."""
        return dict(self.telegram.server.messages[self.id][-1])

    def _message(self, where: Group | None, **content: object) -> Json:
        chats = self.telegram.server.chats
        mine = {"id": self.id, "type": "private", "first_name": self.name}
        chat = chats[where.id] if where else chats.setdefault(self.id, mine)
        message = {"message_id": next(self.telegram.server.numbers), "date": NOW, "chat": chat, "from": self._user()}
        topic = {"message_thread_id": where.topic, "is_topic_message": True} if where and where.topic else {}
        return {**message, **topic, **content}

    async def _happens(self, where: Group | None, *, message: Json) -> None:
        self.telegram.server.messages[where.id if where else self.id].append(message)
        await self.telegram.happens(message=message)

    def _user(self) -> Json:
        self.telegram.server.chats.setdefault(self.id, {"id": self.id, "type": "private", "first_name": self.name})
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}


def drawn(messages: list[Json]) -> str:
    """Messages as they stand in a chat: what the bot said, with its buttons, and what others said after `> `."""
    return "\n".join(_drawn(message) for message in messages)


def _drawn(message: Json) -> str:
    if not message["from"]["is_bot"]:
        return f"> {message.get('text') or message.get('document', {}).get('file_name')}"
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return "\n".join([_said(message), *(" ".join(f"[{one['text']}]" for one in row) for row in rows)])


def _said(message: Json) -> str:
    match message:
        case {"rich_message": {"blocks": [{"text": text}]}} | {"text": text}:
            return str(text).rstrip("\n")
        case {"photo": _}:
            return f"(picture) {message.get('caption', '')}".rstrip()
        case {"document": {"file_name": name}}:
            return f"(file) {name} {message.get('caption', '')}".rstrip()
        case _:
            return ""
