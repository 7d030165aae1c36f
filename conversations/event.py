"""What can be heard: a platform's payloads, read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from conversations.view import Action


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody typed this."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """Somebody pressed a button."""

    action: Action


@dataclass(frozen=True, slots=True)
class Submitted:
    """Somebody filled in a form: raw text by question key; several choices are joined by newlines, empty is skipped."""

    run: str
    turn: int
    values: Mapping[str, str] = field(default_factory=dict)


LARGEST_FILE = 5_000_000
"""Bytes of a dropped file that are read; a table of values is far smaller."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Somebody sent a file, under the name that it has with them."""

    name: str
    content: bytes = field(repr=False)


Event: TypeAlias = Said | Pressed | Submitted | Dropped
