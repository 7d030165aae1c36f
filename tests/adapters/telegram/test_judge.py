"""The judge takes what Telegram takes, and refuses what it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.adapters.telegram.judge import METHODS, faults_of_answer, faults_of_call, faults_of_update

HI = {"chat_id": 7, "text": "Hi"}
BUTTON = {"text": "Report", "callback_data": "r.report"}
ANN = {"id": 7, "is_bot": False, "first_name": "Ann"}
SENT = {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private", "first_name": "Ann"}, "text": "Hi"}


def keyboard(*buttons: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**HI, "reply_markup": {"inline_keyboard": [[button] for button in buttons]}}


def media(**new: str) -> Mapping[str, Any]:
    return {"chat_id": 7, "message_id": 1, "media": new}


TAKEN = [
    ("getMe", {}),
    ("sendMessage", HI),
    ("sendMessage", {"chat_id": 7, "text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"}),
    ("sendMessage", {"chat_id": 7, "text": "1 &lt; 2 &amp; <a href=\"https://a.example/?b=1&amp;c=2\">x</a>", "parse_mode": "HTML"}),
    ("sendMessage", keyboard(BUTTON, {**BUTTON, "style": "danger"}, {"text": "Open", "url": "https://t.me/x"})),
    ("sendMessage", {**HI, "reply_markup": {"force_reply": True, "input_field_placeholder": "1.2万"}}),
    ("sendMessage", {**HI, "ephemeral_message_parameters": {"receiver_user_id": 7}}),
    ("sendRichMessage", {"chat_id": 7, "rich_message": {"html": "<table><tr><td>1</td></tr></table>"}}),
    ("sendPhoto", {"chat_id": 7, "photo": "attach://photo", "caption": "x" * 1024}),
    ("editMessageText", {"chat_id": 7, "message_id": 1, "text": "Hi"}),
    ("editMessageMedia", media(type="photo", media="attach://photo", caption=f"<b>{'x' * 1024}</b>", parse_mode="HTML")),
    ("editMessageMedia", media(type="document", media="attach://document")),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 200}),
    ("setMyCommands", {"commands": [{"command": "report", "description": "报告"}], "language_code": "zh", "scope": {"type": "all_private_chats"}}),
    ("setWebhook", {"url": "https://a.example/telegram/webhook", "secret_token": "s", "allowed_updates": ["message"]}),
]  # fmt: skip

REFUSED = {
    "a method that there is not": ("sendTable", HI),
    "no text": ("sendMessage", {"chat_id": 7}),
    "an empty text": ("sendMessage", {"chat_id": 7, "text": "<b> </b>", "parse_mode": "HTML"}),
    "a text too long": ("sendMessage", {"chat_id": 7, "text": "x" * 4097}),
    "a text too long in units of UTF-16": ("sendMessage", {"chat_id": 7, "text": "😀" * 2049}),
    "a caption too long": ("sendPhoto", {"chat_id": 7, "photo": "attach://photo", "caption": "x" * 1025}),
    "a picture in the place of another without one": ("editMessageMedia", media(type="photo")),
    "a picture of a kind that there is not": ("editMessageMedia", media(type="drawing", media="attach://photo")),
    "a caption too long in the place of another": ("editMessageMedia", media(type="photo", media="a", caption="x" * 1025)),
    "a caption that is not closed": ("editMessageMedia", media(type="photo", media="a", caption="<b>x", parse_mode="HTML")),
    "an unknown parameter": ("sendMessage", {**HI, "colour": "red"}),
    "an unknown way of marking up": ("sendMessage", {**HI, "parse_mode": "html5"}),
    "a tag that is not closed": ("sendMessage", {"chat_id": 7, "text": "<b>x", "parse_mode": "HTML"}),
    "a tag that Telegram has not": ("sendMessage", {"chat_id": 7, "text": "<br>x", "parse_mode": "HTML"}),
    "tags across one another": ("sendMessage", {"chat_id": 7, "text": "<b><i>x</b></i>", "parse_mode": "HTML"}),
    "a name not escaped": ("sendMessage", {"chat_id": 7, "text": "R & D < 3", "parse_mode": "HTML"}),
    "an entity that Telegram has not": ("sendMessage", {"chat_id": 7, "text": "&nbsp;", "parse_mode": "HTML"}),
    "callback data of 65 bytes": ("sendMessage", keyboard({**BUTTON, "callback_data": "é" * 32 + "x"})),
    "callback data of none": ("sendMessage", keyboard({**BUTTON, "callback_data": ""})),
    "a button that does nothing": ("sendMessage", keyboard({"text": "Report"})),
    "a button that does two things": ("sendMessage", keyboard({**BUTTON, "url": "https://t.me/x"})),
    "a button of a colour that there is not": ("sendMessage", keyboard({**BUTTON, "style": "green"})),
    "a button without words": ("sendMessage", keyboard({**BUTTON, "text": " "})),
    "a hundred and one buttons": ("sendMessage", keyboard(*[BUTTON] * 101)),
    "a placeholder too long": ("sendMessage", {**HI, "reply_markup": {"force_reply": True, "input_field_placeholder": "x" * 65}}),
    "a reply forced under a message that is edited": ("editMessageText", {"chat_id": 7, "message_id": 1, "text": "Hi", "reply_markup": {"force_reply": True}}),
    "a rich message of no form": ("sendRichMessage", {"chat_id": 7, "rich_message": {"text": "x"}}),
    "a rich message too long": ("sendRichMessage", {"chat_id": 7, "rich_message": {"html": "x" * 32_769}}),
    "a rich message with a tag that there is not": ("sendRichMessage", {"chat_id": 7, "rich_message": {"html": "<script>x</script>"}}),
    "a language that Telegram has not": ("setMyCommands", {"commands": [], "language_code": "zh-CN"}),
    "a scope that there is not": ("setMyCommands", {"commands": [], "scope": {"type": "everybody"}}),
    "a command without words": ("setMyCommands", {"commands": [{"command": "report", "description": ""}]}),
    "an answer too long to a press": ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}),
    "an update that there is not": ("setWebhook", {"url": "https://a.example", "allowed_updates": ["telegram"]}),
}  # fmt: skip


@pytest.mark.parametrize(("method", "given"), TAKEN)
def test_what_telegram_takes_is_taken(method: str, given: Mapping[str, Any]) -> None:
    assert faults_of_call(method, given) == []


@pytest.mark.parametrize(("method", "given"), REFUSED.values(), ids=REFUSED.keys())
def test_what_telegram_refuses_is_refused(method: str, given: Mapping[str, Any]) -> None:
    assert faults_of_call(method, given) != []


def test_the_fake_is_judged_as_well() -> None:
    assert faults_of_answer("sendMessage", SENT) == []
    assert faults_of_answer("sendMessage", {"message_id": 1}) != []
    assert faults_of_update({"update_id": 1, "message": {**SENT, "from": ANN}}) == []
    assert faults_of_update({"update_id": 1, "message": {**SENT, "from": {"id": 7}}}) != []


def test_both_sources_know_the_methods() -> None:
    assert set(METHODS) >= {"sendMessage", "sendRichMessage", "editMessageText", "getUpdates", "setWebhook"}
