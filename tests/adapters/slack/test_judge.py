"""The judge lets right payloads through and refuses wrong ones: a test of what the other tests trust in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.adapters.slack.judge import TYPES, faults_of_answer, faults_of_call, faults_of_heard

Json = Any


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str = "Hello", **more: Json) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(id: str = "go", text: str = "Go", **more: Json) -> Json:
    return {"type": "button", "action_id": id, "text": plain(text), **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def option(value: str, text: str = "One") -> Json:
    return {"text": plain(text), "value": value}


def select(*options: Json, **more: Json) -> Json:
    return {"type": "static_select", "action_id": "choose", "options": list(options), **more}


def field(element: Json, **more: Json) -> Json:
    return {"type": "input", "block_id": "name", "label": plain("Name"), "element": element, **more}


def table(*rows: list[str]) -> Json:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": cell} for cell in row] for row in rows]}


def chart(**more: Json) -> Json:
    line = {
        "type": "line",
        "series": [{"name": "Actual", "data": [{"label": "Nov", "value": 4}]}],
        "axis_config": {"categories": ["Nov"]},
    }
    return {"type": "data_visualization", "title": "Revenue", "chart": {**line, **more}}


def message(*blocks: Json, **more: Json) -> Json:
    return {"channel": "C1", "text": "Hello", "blocks": list(blocks), **more}


def modal(*blocks: Json, **more: Json) -> Json:
    view = {"type": "modal", "title": plain("Values"), "submit": plain("Save"), "blocks": list(blocks), **more}
    return {"trigger_id": "1.2", "view": {key: value for key, value in view.items() if value is not None}}


APP = {"client_id": "1.2", "client_secret": "s"}
TEXT_INPUT = {"type": "plain_text_input", "action_id": "answer"}

RIGHT: Mapping[str, tuple[str, Json]] = {
    "text": ("chat.postMessage", {"channel": "C1", "text": "Hello"}),
    "blocks": ("chat.postMessage", message(section(), actions(button(value="why revenue"), button("b", "Undo")))),
    "in a thread with metadata": (
        "chat.postMessage",
        message(section(), thread_ts="1.2", metadata={"event_type": "kpi_post", "event_payload": {"mark": "m1"}}),
    ),
    "table": ("chat.postMessage", message(table(["KPI", "Actual"], ["Revenue", "4"]))),
    "chart": ("chat.postMessage", message(chart())),
    "update": ("chat.update", message(section(), ts="1.2")),
    "ephemeral": ("chat.postEphemeral", message(section(), user="U1")),
    "modal": ("views.open", modal(section(), field(TEXT_INPUT))),
    "select": ("views.open", modal(field(select(option("a"), option("b"), initial_option=option("a"))))),
    "home": ("views.publish", {"user_id": "U1", "view": {"type": "home", "blocks": [section()]}}),
    "delete": ("chat.delete", {"channel": "C1", "ts": "1.2"}),
    "delete a file": ("files.delete", {"file": "F1"}),
    "a channel's name": ("conversations.info", {"channel": "C1"}),
    "groups with their people": ("usergroups.list", {"include_users": True}),
    "a page of people": ("users.list", {"limit": 200, "cursor": "next", "include_locale": True}),
    "the code of an installation": ("oauth.v2.access", {**APP, "code": "c"}),
    "a refresh token": ("oauth.v2.access", {**APP, "grant_type": "refresh_token", "refresh_token": "r"}),
    "value of an option": ("views.open", modal(field(select(option("x" * 150))))),
}

WRONG: Mapping[str, tuple[str, Json]] = {
    "no channel": ("chat.postMessage", {"text": "Hello"}),
    "nothing said": ("chat.postMessage", {"channel": "C1"}),
    "delete without a time": ("chat.delete", {"channel": "C1"}),
    "delete a file by its name": ("files.delete", {"name": "a.csv"}),
    "the name of no channel": ("conversations.info", {"include_locale": True}),
    "groups by a number": ("usergroups.list", {"include_users": 1}),
    "a page of no number": ("users.list", {"limit": "all"}),
    "an installation without its code": ("oauth.v2.access", APP),
    "an installation of no app": ("oauth.v2.access", {"code": "c"}),
    "a new token without the old one": ("oauth.v2.access", {**APP, "grant_type": "refresh_token"}),
    "a refresh token that is not told to be one": ("oauth.v2.access", {**APP, "refresh_token": "r"}),
    "unknown argument": ("chat.postMessage", {"channel": "C1", "text": "Hello", "colour": "red"}),
    "unknown method": ("chat.shout", {"channel": "C1", "text": "Hello"}),
    "no text beside blocks": ("chat.postMessage", message(section(), text="")),
    "unknown block": ("chat.postMessage", message({"type": "shout", "text": plain("x")})),
    "unknown bare block": ("chat.postMessage", message({"type": "shout"})),
    "unknown key in a block": ("chat.postMessage", message(section(colour="red"))),
    "empty section": ("chat.postMessage", message({"type": "section"})),
    "empty text": ("chat.postMessage", message(section(""))),
    "section of 3001": ("chat.postMessage", message(section("x" * 3001))),
    "51 blocks": ("chat.postMessage", message(*[section()] * 51)),
    "14,000 characters": ("chat.postMessage", message(*[section("x" * 2800)] * 5)),
    "header of 151": ("chat.postMessage", message({"type": "header", "text": plain("x" * 151)})),
    "header in mrkdwn": ("chat.postMessage", message({"type": "header", "text": {"type": "mrkdwn", "text": "x"}})),
    "button of 76": ("chat.postMessage", message(actions(button(text="x" * 76)))),
    "button value of 2001": ("chat.postMessage", message(actions(button(value="x" * 2001)))),
    "button of no style": ("chat.postMessage", message(actions(button(style="plain")))),
    "26 buttons": ("chat.postMessage", message(actions(*[button(f"b{n}") for n in range(26)]))),
    "no buttons": ("chat.postMessage", message(actions())),
    "the same action_id": ("chat.postMessage", message(actions(button(), button()))),
    "the same block_id": ("chat.postMessage", message(section(block_id="a"), section(block_id="a"))),
    "action_id of 256": ("chat.postMessage", message(actions(button("x" * 256)))),
    "11 facts": (
        "chat.postMessage",
        message({"type": "section", "fields": [{"type": "mrkdwn", "text": "x"}] * 11}),
    ),
    "11 in a context": (
        "chat.postMessage",
        message({"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}] * 11}),
    ),
    "two tables": ("chat.postMessage", message(table(["a"]), table(["b"]))),
    "101 rows": ("chat.postMessage", message(table(*[["a"]] * 101))),
    "21 columns": ("chat.postMessage", message(table(["a"] * 21))),
    "ragged rows": ("chat.postMessage", message(table(["a"], ["b", "c"]))),
    "an empty cell": ("chat.postMessage", message(table(["a", ""]))),
    "three charts": ("chat.postMessage", message(chart(), chart(), chart())),
    "21 points": ("chat.postMessage", message(chart(axis_config={"categories": ["x"] * 21}))),
    "a long label": ("chat.postMessage", message(chart(axis_config={"categories": ["x" * 21]}))),
    "a value as text": (
        "chat.postMessage",
        message(chart(series=[{"name": "A", "data": [{"label": "Nov", "value": "4"}]}])),
    ),
    "an input in a message": ("chat.postMessage", message(field(TEXT_INPUT))),
    "a table in a modal": ("views.open", modal(table(["a"]))),
    "a modal without submit": ("views.open", modal(field(TEXT_INPUT), submit=None)),
    "an empty modal": ("views.open", modal()),
    "title of 25": ("views.open", modal(section(), title=plain("x" * 25))),
    "private_metadata of 3001": ("views.open", modal(section(), private_metadata="x" * 3001)),
    "101 blocks in a modal": ("views.open", modal(*[section()] * 101)),
    "101 options": ("views.open", modal(field(select(*[option(str(n)) for n in range(101)])))),
    "no options": ("views.open", modal(field(select()))),
    "the same option twice": ("views.open", modal(field(select(option("a"), option("a"))))),
    "option value of 151": ("views.open", modal(field(select(option("x" * 151))))),
    "option text of 76": ("views.open", modal(field(select(option("a", "x" * 76))))),
    "initial of other options": (
        "views.open",
        modal(field(select(option("a"), initial_option=option("b")))),
    ),
    "initial date in words": (
        "views.open",
        modal(field({"type": "datepicker", "action_id": "a", "initial_date": "next week"})),
    ),
    "max_length of 3001": ("views.open", modal(field({**TEXT_INPUT, "max_length": 3001}))),
    "no trigger": ("views.open", {"view": modal(section())["view"]}),
    "submit on a home tab": (
        "views.publish",
        {"user_id": "U1", "view": {"type": "home", "submit": plain("Save"), "blocks": [section()]}},
    ),
}


@pytest.mark.parametrize(("method", "arguments"), RIGHT.values(), ids=RIGHT.keys())
def test_what_is_right_is_let_through(method: str, arguments: Json) -> None:
    assert faults_of_call(method, arguments) == []


@pytest.mark.parametrize(("method", "arguments"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_refused(method: str, arguments: Json) -> None:
    assert faults_of_call(method, arguments) != []


def test_a_fault_is_told_where_it_is() -> None:
    (fault, *_) = faults_of_call("chat.postMessage", message(section(), actions(button(text="x" * 76))))
    assert fault.startswith("blocks/1/elements/0/text/text: ")


def test_acknowledgements_are_judged() -> None:
    assert faults_of_answer("view_submission", {"response_action": "errors", "errors": {"name": "Not a number."}}) == []
    assert faults_of_answer("view_submission", {"response_action": "update", "view": modal(section())["view"]}) == []
    assert faults_of_answer("view_submission", {"response_action": "errors", "errors": ["Not a number."]}) != []
    assert faults_of_answer("respond", {"text": "Hello", "replace_original": True}) == []
    assert faults_of_answer("respond", {"text": "Hello", "replace": True}) != []


def test_what_is_made_up_as_slacks_is_judged() -> None:
    command = dict.fromkeys(
        ("token", "command", "text", "response_url", "trigger_id", "user_id", "user_name", "team_id", "team_domain")
    )
    payload = dict.fromkeys((*command, "channel_id", "channel_name", "api_app_id"), "x")
    assert faults_of_heard("command", payload) == []
    assert faults_of_heard("command", {key: value for key, value in payload.items() if key != "user_id"}) != []


def test_the_types_say_what_they_were_made_of() -> None:
    said = json.loads(TYPES.read_text("utf-8"))["$comment"]
    assert all(f"@slack/{name} " in said and "(MIT)" in said for name in ("web-api", "types", "bolt"))
