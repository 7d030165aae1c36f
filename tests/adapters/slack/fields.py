"""What is put into the fields of a modal, and what Slack tells of a file that somebody sends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tests.adapters.slack.state import Json


def inputs(view: Json) -> list[Json]:
    """The fields of a modal."""
    return [block for block in view["blocks"] if block["type"] == "input"]


def state(view: Json, answers: Mapping[str, str]) -> Json:
    """All fields of a modal: what is answered to them, or what stood there already."""
    options = {
        key_of(block): [each["value"] for each in options_of(block["element"])] for block in reversed(inputs(view))
    }
    return {
        block["block_id"]: {"answer": _filled(block["element"], answers.get(key_of(block)), options[key_of(block)])}
        for block in inputs(view)
    }


def left_empty(view: Json) -> list[str]:
    """The labels of fields without which Slack's client hands nothing in."""
    filled = {id for id, field in view["state"]["values"].items() if any(_put_in(field["answer"]))}
    return [
        each["label"]["text"] for each in inputs(view) if not each.get("optional") and each["block_id"] not in filled
    ]


def key_of(block: Json) -> str:
    """The key of the question that a field is for."""
    return str(re.split("[=+]", block["block_id"], maxsplit=1)[1])


def options_of(element: Json) -> list[Json]:
    """What can be chosen in a field."""
    groups = element.get("option_groups", ())
    return [*element.get("options", ()), *(option for group in groups for option in group["options"])]


def _put_in(field: Json) -> list[Json]:
    return [value for name, value in field.items() if name != "type"]


def _filled(element: Json, answer: str | None, offered: Sequence[str]) -> Json:
    """A field; what is no option is typed where there is a place to type. A list keeps the order in which one picks."""
    lines = (answer or "").split("\n")
    chosen = [option for option in options_of(element) if option["value"] in lines]
    if element["type"] == "multi_static_select":
        chosen.sort(key=lambda option: lines.index(option["value"]))
    if answer is None:
        chosen = [*element.get("initial_options", ()), *filter(None, (element.get("initial_option"),))]
    chosen = [{"text": option["text"], "value": option["value"]} for option in chosen]
    match element["type"]:
        case "plain_text_input":
            typed = "\n".join(line for line in lines if line not in offered)
            return {
                "type": "plain_text_input",
                "value": element.get("initial_value") if answer is None else typed or None,
            }
        case "datepicker":
            return {"type": "datepicker", "selected_date": element.get("initial_date") if answer is None else answer}
        case "checkboxes" | "multi_static_select" as type:
            return {"type": type, "selected_options": chosen}
        case type:
            return {"type": type, "selected_option": chosen[0] if chosen else None}


FILE = {
    "id": "F0",
    "name": "a.csv",
    "title": "a.csv",
    "created": 1,
    "mimetype": "text/csv",
    "filetype": "csv",
    "pretty_type": "CSV",
    "user": "UANN",
    "editable": False,
    "size": 3,
    "mode": "hosted",
    "is_external": False,
    "external_type": "",
    "is_public": False,
    "public_url_shared": False,
    "display_as_bot": False,
    "username": "",
    "permalink": "https://x.slack.com/files/F1",
    "url_private": "",
    "permalink_public": "",
    "is_starred": False,
    "has_rich_preview": False,
    "channels": [],
    "groups": [],
    "comments_count": "0",
}
"""What else Slack tells of a file."""
