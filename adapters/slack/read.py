"""Slack's payloads → events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from adapters.slack.actions import read_action
from adapters.slack.form import kept_in
from adapters.slack.questions import ANSWER, PICKED, TYPED_IN
from conversations.event import Pressed, Said, Submitted

_FIELD = re.compile(rf"\d+([{PICKED}{TYPED_IN}])(.*)", re.DOTALL)
_MARKED_UP = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


def said(text: str, name_of: Mapping[str, str]) -> Said:
    """What was typed, as it was typed: Slack's way to write links and mentions undone, by names for the users' ids."""

    def undone(found: re.Match[str]) -> str:
        target, label = found[1], found[2] or ""
        match target[:1]:
            case "@":
                return f"@{name_of.get(target[1:], label or target[1:])}"
            case "#" | "!":
                return f"{target[0] if target[0] == '#' else '@'}{label or target[1:]}"
            case _:
                return label if label and label in target else target.removeprefix("mailto:")

    return Said(unescape(_MARKED_UP.sub(undone, text)).strip())


def mentioned(text: str) -> list[str]:
    """The ids of those who are mentioned in it."""
    return [found[1][1:] for found in _MARKED_UP.finditer(text) if found[1].startswith("@")]


def pressed(action: Mapping[str, Any]) -> Pressed:
    """Which button was pressed; ValueError for what is none of ours."""
    return Pressed(read_action(action.get("value") or "null"))


def submitted(view: Mapping[str, Any]) -> Submitted:
    """What stood in the fields of a modal of ours; ValueError for another one."""
    kept = kept_in(view)
    run, turn = kept.get("run"), kept.get("turn")
    if not isinstance(run, str) or not isinstance(turn, int):
        raise ValueError("no form of ours")
    fields = [(found[2], found[1], drawn[ANSWER]) for id, drawn in _fields(view) if (found := _FIELD.fullmatch(id))]
    picked = {key: _answer(drawn) for key, way, drawn in fields if way == PICKED}
    typed = {key: _answer(drawn) for key, way, drawn in fields if way == TYPED_IN}
    several = {key for key, _, drawn in fields if "selected_options" in drawn}
    values = {key: _together(picked.get(key, ""), typed.get(key, ""), key in several) for key, _, _ in fields}
    return Submitted(run, turn, values)


def _fields(view: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    values: Mapping[str, Mapping[str, Any]] = view["state"]["values"]
    return values.items()


def _together(picked: str, typed: str, several: bool) -> str:
    """Own words beside what was picked where several answers are taken, else in place of it."""
    return "\n".join(filter(None, (picked, typed))) if several else typed or picked


def _answer(field: Mapping[str, Any]) -> str:
    """The field as raw text; several choices joined by newlines."""
    match field:
        case {"selected_options": options}:
            return "\n".join(option["value"] for option in options or ())
        case {"selected_option": option}:
            return option["value"] if option else ""
        case {"selected_date": day}:
            return day or ""
        case {"value": value}:
            return (value or "").strip()
        case _:
            return ""
