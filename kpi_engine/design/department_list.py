"""Departments as people list them: 采购和财务 is two, "Sales and Marketing" is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpi_engine.design.catalogue import departments
from kpi_engine.design.match import bare

_JOINED = re.compile(r"\s+and\s+|\s*(?:以及|还有|[和与及跟/+])\s*", re.IGNORECASE)
_LAST = re.compile(r"\s+and\s+|\s*(?:以及|还有|[和与])\s*", re.IGNORECASE)
"""Before the last of a list that has begun: 教学、零售和线上推广."""
_LED = re.compile(r"(?:and\s+|以及|还有|和)", re.IGNORECASE)
"""Before the last of a list: "Sales, Service, and Warehouse"."""
_CALLED = re.compile(r"(.*?)(?:\s*(?:部门|部|中心|组|departments?|dept\.?|team))?", re.IGNORECASE)
_OFTEN_ONE = frozenset(
    {frozenset({"sales", "marketing"}), frozenset({"people", "admin"}), frozenset({"finance", "admin"})}
)
"""Kinds that many companies keep in one department."""


def all_apart(listed: Sequence[str]) -> tuple[str, ...]:
    """The departments that the entries of a list name; the last one of several may hold the last two of them."""
    *first, last = listed
    return (*(name for entry in first for name in apart(entry)), *(_last_two(last) if first else apart(last)))


def apart(listed: str) -> tuple[str, ...]:
    """The departments that one entry of a list names: several only where each of them is known by itself.

    It stays one where the whole is a department's usual name ("Logistics and warehouse"), where the two are often one
    ("Sales and Marketing"), and where one word for department stands behind them all ("研发与设计部").
    """
    name = _without_lead(listed)
    parts = tuple(part for part in _JOINED.split(name) if part)
    kinds = {_kind(part) for part in parts}
    known_apart = "" not in kinds and len(kinds) == len(parts)
    return parts if len(parts) > 1 and known_apart and not _is_one(name, parts) else (name,)


def _last_two(entry: str) -> tuple[str, ...]:
    """The end of a list is two, known or not, but for what is usually one."""
    parts = tuple(part for part in _LAST.split(entry) if len(part) > 1)
    return parts if len(parts) == 2 and not _is_one(entry, parts) else apart(entry)


def _is_one(name: str, parts: Sequence[str]) -> bool:
    """Whether it is a usual name, its parts are often in one, or one word for department stands behind them all."""
    often = {_kind(part) for part in parts} in _OFTEN_ONE
    return often or bool(_kind(name)) or (_suffixed(parts[-1]) and not _suffixed(parts[0]))


def _without_lead(entry: str) -> str:
    """Without the word before the last of a list, where a known department is left: 和谐运营 begins with none."""
    led = _LED.match(entry)
    return entry[led.end() :] if led and _kind(entry[led.end() :]) else entry


def _kind(name: str) -> str:
    """The kind of department that goes by just this name; empty where there is none."""
    called = bare(_plain(name))
    found = (kind.id for kind in departments() if any(bare(each) == called for each in kind.names))
    return next(found, "")


def _suffixed(name: str) -> bool:
    return _plain(name) != name


def _plain(name: str) -> str:
    matched = _CALLED.fullmatch(name)
    return matched[1] if matched and matched[1] else name
