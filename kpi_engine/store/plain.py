"""Frozen values to JSON and back: Decimals and dates as text, so that nothing is lost on the way.

A member of a union says which one it is by its `tag`.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Json: TypeAlias = Any
Hint: TypeAlias = Any


def to_plain(value: object) -> Json:
    """What `json` can write; no type is written down but the tag of a member of a union."""
    match value:
        case Decimal() | str():
            return str(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [to_plain(part) for part in value]
        case frozenset():
            return sorted(to_plain(part) for part in value)
        case _ if is_dataclass(value):
            tag = {"tag": value.tag} if hasattr(value, "tag") else {}
            return tag | {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value


def from_plain(kind: type[T], data: Json) -> T:
    """The value of that type that `to_plain` wrote."""
    return cast(T, _build(kind, data))


def field_from_plain(kind: type, name: str, data: Json) -> object:
    """The value that a field of such a value had."""
    return _build(_hints(kind)[name], data)


def _build(kind: Hint, data: Json) -> object:
    origin: Hint = get_origin(kind)
    if origin in (Union, UnionType):
        return _build_member(get_args(kind), data)
    if origin is tuple:
        return _build_tuple(get_args(kind), data)
    if origin is frozenset:
        return frozenset(data)
    if is_dataclass(kind):
        return _build_dataclass(kind, data)
    if kind is date:
        return date.fromisoformat(data)
    return kind(data) if kind is Decimal or issubclass(kind, Enum) else data


def _build_dataclass(kind: Hint, data: Json) -> object:
    # A field that the record does not know yet has its default.
    return kind(**{name: _build(hint, data[name]) for name, hint in _hints(kind).items() if name in data})


def _build_member(kinds: tuple[Hint, ...], data: Json) -> object:
    if data is None:
        return None
    members = [kind for kind in kinds if kind is not NoneType]
    (kind,) = members if len(members) == 1 else (kind for kind in members if kind.tag == data["tag"])
    return _build(kind, data)


def _build_tuple(kinds: tuple[Hint, ...], data: Json) -> object:
    if kinds[-1] is Ellipsis:
        return tuple(_build(kinds[0], part) for part in data)
    return tuple(_build(kind, part) for kind, part in zip(kinds, data, strict=True))


@cache
def _hints(kind: Hint) -> dict[str, Hint]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
