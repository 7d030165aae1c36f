"""View → one JSON object on a line, for scripts."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import TypeAlias

from conversations.view import View

Json: TypeAlias = bool | int | str | list["Json"] | dict[str, "Json"] | None


def as_json(view: View) -> str:
    """The view with the name of each dataclass as its "type", and each Decimal as a string."""
    return json.dumps(_plain(view), ensure_ascii=False) + "\n"


def _plain(value: object) -> Json:
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case Decimal():
            return f"{value:f}"
        case tuple():
            return [_plain(each) for each in value]
        case _ if is_dataclass(value):
            named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
            return {"type": type(value).__name__, **named}
        case _:
            raise TypeError(f"a view holds no {type(value).__name__}")
