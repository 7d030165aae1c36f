"""Frozen values to JSON and back: Decimals and dates as text, so that nothing is lost on the way.

A member of a union says which one it is by its `tag`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Json: TypeAlias = Any
Hint: TypeAlias = Any
Build: TypeAlias = Callable[[Json], object]


def to_plain(value: object) -> Json:
    """What `json` can write; no type is written down but the tag of a member of a union."""
    match value:
        case Decimal() | str():
            return str(value)
        case date() | time():
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
    return cast(T, _builder(cast(Hint, kind))(data))


def field_from_plain(kind: type, name: str, data: Json) -> object:
    """The value that a field of such a value had."""
    return _fields(kind)[name](data)


@cache
def _builder(kind: Hint) -> Build:
    """How values of the type are made: looked up once for each type, as a report makes thousands."""
    origin: Hint = get_origin(kind)
    if origin in (Union, UnionType):
        return _member(get_args(kind))
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin is frozenset:
        return frozenset
    if is_dataclass(kind):
        return partial(_dataclass, kind)
    if kind in (date, datetime, time):
        return cast(Build, kind.fromisoformat)
    return kind if kind is Decimal or issubclass(kind, Enum) else _as_it_is


def _dataclass(kind: Hint, data: Json) -> object:
    # A field that the record does not know yet has its default.
    return kind(**{name: build(data[name]) for name, build in _fields(kind).items() if name in data})


def _member(kinds: tuple[Hint, ...]) -> Build:
    members = [kind for kind in kinds if kind is not NoneType]
    builders = {getattr(kind, "tag", ""): _builder(kind) for kind in members}
    alone = _builder(members[0]) if len(members) == 1 else None
    return lambda data: None if data is None else (alone or builders[data["tag"]])(data)


def _tuple(kinds: tuple[Hint, ...]) -> Build:
    first, *others = (_builder(kind) for kind in kinds if kind is not Ellipsis)
    if kinds[-1] is Ellipsis:
        return lambda data: tuple(map(first, data))
    return lambda data: tuple(build(part) for build, part in zip((first, *others), data, strict=True))


def _as_it_is(data: Json) -> object:
    return data


@cache
def _fields(kind: Hint) -> dict[str, Build]:
    """When the first value is made, not before: a type may have values of its own type in it."""
    hints = get_type_hints(kind)
    return {field.name: _builder(hints[field.name]) for field in fields(kind)}
