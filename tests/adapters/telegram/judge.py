"""Judges what is said to Telegram, and what a fake of it answers, by the types that others have published of its API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import unquote

import jsonschema
from jsonschema import ValidationError
from jsonschema.protocols import Validator

from tests.adapters.telegram.markup import Unreadable, plain, plain_rich

Json: TypeAlias = Any

_FOLDER = Path(__file__).parent / "published"
_SCHEMA = json.loads((_FOLDER / "schema.json").read_text())
_SPEC: Mapping[str, Mapping[str, bool]] = json.loads((_FOLDER / "spec.json").read_text())["methods"]
METHODS: Sequence[str] = list(_SCHEMA["definitions"]["Calls"]["properties"])
"""Those that the types were taken of; any other is no method for the judge."""
_TEXTS = {"text": "parse_mode", "caption": "parse_mode"}
_SINCE_THE_SPEC = {"ephemeral_message_parameters"}
"""Parameters younger than the second source."""
_LARGEST_KEYBOARD = 100
_LARGEST_RICH = 32_768


def faults_of_call(method: str, given: Mapping[str, Json]) -> list[str]:
    """What is wrong with the call, each in a line; nothing where Telegram would take it."""
    if method not in METHODS:
        return [f"{method}: no such method"]
    try:
        read = {name: _read(name, value, given) for name, value in given.items()}
    except Unreadable as error:
        return [f"Bad Request: can't parse entities: {error}"]
    return [*_by_types(f"Calls/properties/{method}", read), *_by_spec(method, given), *_by_hand(read)]


def faults_of_answer(method: str, answer: Json) -> list[str]:
    """What is wrong with what the fake answers."""
    return list(_by_types(f"Answers/properties/{method}", answer))


def faults_of_update(update: Json) -> list[str]:
    """What is wrong with what the fake lets the bot hear."""
    return list(_by_types("Heard", update))


def is_text(method: str, name: str) -> bool:
    """Whether the parameter is sent as it is; the others are sent as JSON."""
    schema = _resolved(_SCHEMA["definitions"]["Calls"]["properties"][method]["properties"].get(name, {}))
    return bool(schema.get("type") == "string")


def length(text: str) -> int:
    """As Telegram counts: in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _read(name: str, value: Json, given: Mapping[str, Json]) -> Json:
    """Lengths are those of what is read, after the markup."""
    if name == "rich_message" and isinstance(value, Mapping) and "html" in value:
        return {**value, "html": plain_rich(value["html"])}
    if name == "media" and isinstance(value, Mapping) and value.get("parse_mode") == "HTML":
        return {**value, "caption": plain(value.get("caption", ""))}
    mode = given.get(_TEXTS.get(name, ""))
    return plain(value) if mode == "HTML" and isinstance(value, str) else value


def _by_types(pointer: str, value: Json) -> Iterator[str]:
    for error in _validator(pointer).iter_errors(value):
        yield f"{error.json_path}: {_deepest(error).message[:300]}"


def _by_spec(method: str, given: Mapping[str, Json]) -> Iterator[str]:
    names = _SPEC.get(method)
    if names is None:
        return
    yield from (f"{name}: unknown to the specification" for name in set(given) - set(names) - _SINCE_THE_SPEC)
    yield from (f"{name}: required by the specification" for name in names if names[name] and name not in given)


def _by_hand(read: Mapping[str, Json]) -> Iterator[str]:
    """What Telegram refuses and no type says."""
    if not str(read.get("text", "x")).strip():
        yield "Bad Request: message text is empty"
    rows = (read.get("reply_markup") or {}).get("inline_keyboard", [])
    if sum(map(len, rows)) > _LARGEST_KEYBOARD or not all(rows):
        yield "Bad Request: too many buttons, or a row of none"
    if any(not button["text"].strip() for row in rows for button in row):
        yield "Bad Request: text buttons are allowed only with text"
    if length((read.get("rich_message") or {}).get("html", "")) > _LARGEST_RICH:
        yield "Bad Request: rich message is too long"


def _deepest(error: ValidationError) -> ValidationError:
    """Of many alternatives the one that came nearest."""
    return jsonschema.exceptions.best_match([error]) or error


def _resolved(schema: Mapping[str, Json]) -> Mapping[str, Json]:
    name = unquote(schema.get("$ref", "").rpartition("/")[2])
    return _resolved(_SCHEMA["definitions"][name]) if name else schema


@cache
def _validator(pointer: str) -> Validator:
    strict: Validator = _Strict({"$ref": f"#/definitions/{pointer}", "definitions": _SCHEMA["definitions"]})
    return strict


def _most(_: Validator, most: int, text: Json, __: Json) -> Iterator[ValidationError]:
    if isinstance(text, str) and length(text) > most:
        yield ValidationError(f"{length(text)} of at most {most} characters: {text[:40]!r}")


def _most_bytes(_: Validator, most: int, text: Json, __: Json) -> Iterator[ValidationError]:
    if isinstance(text, str) and len(text.encode()) > most:
        yield ValidationError(f"{len(text.encode())} of at most {most} bytes: {text[:40]!r}")


_Strict = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft7Validator, {"maxLength": _most, "maxBytes": _most_bytes}
)
