"""Messages in the chats of the Telegram on this machine: sent, edited, removed, or refused in Telegram's words."""

from __future__ import annotations

from collections.abc import Sequence

from tests.adapters.telegram.markup import plain, plain_rich
from tests.adapters.telegram.state import BOT, NOW, SENDS, Call, Json, Refused, Server


class Messages:
    """What a call does to them."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def answer(self, call: Call) -> object:
        """What the method returns that was judged to be right."""
        match call.method:
            case "getFile":
                return self._get_file(call.given)
            case "answerCallbackQuery":
                return self._answered(call.given)
            case "editMessageText" | "editMessageReplyMarkup":
                return self._edited(call.given)
            case "editMessageMedia":
                return self._exchanged(call)
            case "deleteMessage":
                self._message(call.given, "message to delete not found")
                self._drop(call.given)
                return True
            case method if method in SENDS:
                return self._sent(call)
            case _:
                return True

    def _sent(self, call: Call) -> Json:
        chat = self._chat(call.given["chat_id"])
        if refused := self._server.closed.get(chat["id"]):
            raise refused
        message: Json = {"message_id": next(self._server.numbers), "date": NOW, "chat": chat, "from": BOT}
        message |= _content(call, message["message_id"])
        self._server.written[message["message_id"]] = call
        if ephemeral := call.given.get("ephemeral_message_parameters"):
            id = ephemeral["receiver_user_id"]
            receiver = {"id": id, "is_bot": False, "first_name": self._server.chats[id]["first_name"]}
            message |= {"ephemeral_message_id": message["message_id"], "message_id": 0, "receiver_user": receiver}
        if thread := call.given.get("message_thread_id"):
            message |= {"message_thread_id": thread, "is_topic_message": True}
        under = call.given.get("reply_markup") or {}
        if "inline_keyboard" in under:
            message["reply_markup"] = under
        if "force_reply" in under:
            self._server.asked_to_reply[chat["id"]] = message["message_id"]
        self._server.messages[chat["id"]].append(message)
        return message

    def _chat(self, id: int) -> Json:
        if id in self._server.migrated:
            new = self._server.migrated[id]
            raise Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=new)
        if id in self._server.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        if id not in self._server.chats:
            raise Refused(400, "Bad Request: chat not found")
        if id > 0 and id not in self._server.reachable:
            raise Refused(403, "Forbidden: bot can't initiate conversation with a user")
        return self._server.chats[id]

    def _message(self, given: Json, otherwise: str) -> Json:
        self._chat(given["chat_id"])
        for message in self._server.messages[given["chat_id"]]:
            if message["message_id"] == given["message_id"]:
                return message
        raise Refused(400, f"Bad Request: {otherwise}")

    def _drop(self, given: Json) -> None:
        chat = self._server.messages[given["chat_id"]]
        self._server.messages[given["chat_id"]] = [one for one in chat if one["message_id"] != given["message_id"]]

    def _edited(self, given: Json) -> Json:
        message = self._message(given, "message to edit not found")
        if message["from"] != BOT:
            raise Refused(400, "Bad Request: message can't be edited")
        new = {name: each for name, each in message.items() if name not in ("reply_markup", "edit_date")}
        if "text" in given and "photo" in message:
            raise Refused(400, "Bad Request: there is no text in the message to edit")
        if "text" in given or "rich_message" in given:
            new = {name: each for name, each in new.items() if name not in ("text", "rich_message")}
            new |= _content(Call("editMessageText", given, {}), 0)
            self._server.written[message["message_id"]] = Call("editMessageText", given, {})
        if "reply_markup" in given:
            new["reply_markup"] = given["reply_markup"]
        if new == {name: each for name, each in message.items() if name != "edit_date"}:
            raise Refused(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")  # fmt: skip
        message.clear()
        message |= {**new, "edit_date": NOW}
        return message

    def _exchanged(self, call: Call) -> Json:
        """A picture or a file in the place of another."""
        message, media = self._message(call.given, "message to edit not found"), call.given["media"]
        if "text" in message or "rich_message" in message:
            raise Refused(400, "Bad Request: there is no media in the message to edit")
        new = _content(
            Call("editMessageMedia", {**media, media["type"]: media["media"]}, call.files), next(self._server.numbers)
        )
        for name in ("photo", "document", "caption", "reply_markup"):
            message.pop(name, None)
        message |= {**new, "edit_date": NOW}
        if "reply_markup" in call.given:
            message["reply_markup"] = call.given["reply_markup"]
        return message

    def _get_file(self, given: Json) -> Json:
        id = given["file_id"]
        return {
            "file_id": id,
            "file_unique_id": id,
            "file_size": len(self._server.files[id]),
            "file_path": f"docs/{id}",
        }

    def _answered(self, given: Json) -> bool:
        query = given["callback_query_id"]
        if query not in self._server.open_queries:
            raise Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self._server.open_queries.remove(query)
        self._server.popped_up += [given["text"]] if given.get("text") else []
        return True


def _content(call: Call, number: int) -> Json:
    match call.given:
        case {"rich_message": {"html": html}}:
            return {"rich_message": {"blocks": [{"type": "paragraph", "text": plain_rich(html)}]}}
        case {"photo": _}:
            size = {"file_id": f"p{number}", "file_unique_id": f"p{number}", "width": 1, "height": 1}
            return {"photo": [size], **_caption(call.given)}
        case {"document": attached}:
            name = next(iter(call.files.values()))[0] if call.files else attached
            document = {"file_id": f"d{number}", "file_unique_id": f"d{number}", "file_name": name}
            return {"document": document, **_caption(call.given)}
        case {"text": text}:
            return {"text": plain(text) if call.given.get("parse_mode") == "HTML" else text}
        case _:
            raise AssertionError(call)


def _caption(given: Json) -> Json:
    return {"caption": plain(given["caption"])} if given.get("caption") else {}


def labels(message: Json) -> Sequence[str]:
    """The words on the message's buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
