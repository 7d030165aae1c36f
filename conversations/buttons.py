"""What can be pressed: a worded action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """Does what typing this after `/kpi` would do."""

    words: str


class Act(StrEnum):
    """What can be done to an open dialog besides answering it."""

    ANSWER = "answer"
    SHOW = "show"
    BACK = "back"
    SKIP = "skip"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Turn:
    """Acts on the dialog `run`, if it still stands at `turn`. For an answer or a skip, `key` names the question."""

    run: str
    turn: int
    act: Act
    key: str = ""
    value: str = ""


Action: TypeAlias = Run | Turn


class Style(StrEnum):
    """How much a button asks to be pressed."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A worded action."""

    label: str
    action: Action
    style: Style = Style.PLAIN
