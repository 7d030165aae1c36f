"""What can be typed in place of pressing a dialog's buttons, in whatever language one reads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, TypeAlias

from conversations.view import Act
from kpi_engine.design.match import is_called, is_first_called
from kpi_engine.model.company import Person

Steering: TypeAlias = Literal[Act.SHOW, Act.BACK, Act.SKIP, Act.CANCEL]
"""Every act but an answer."""

ACT_WORDS: Mapping[str, Steering] = MappingProxyType(
    {
        "back": Act.BACK,
        "返回": Act.BACK,
        "上一步": Act.BACK,
        "skip": Act.SKIP,
        "跳过": Act.SKIP,
        "cancel": Act.CANCEL,
        "取消": Act.CANCEL,
        "continue": Act.SHOW,
        "继续": Act.SHOW,
    }
)
"""The words that are acts."""


def act_word(text: str) -> Steering | None:
    """The act that the words stand for: `back`, `跳过`."""
    return ACT_WORDS.get(" ".join(text.casefold().split()))


def asks_for_help(text: str) -> bool:
    """Whether somebody at a question wants to know what they can do there; nobody answers with these words."""
    return text.casefold().strip() in _HELP


def asks_to_undo(text: str) -> bool:
    """Whether somebody wants something taken back: at a question that may be an answer, or the last thing done."""
    return text.casefold().strip() in _UNDO


def handed_to(text: str, people: Sequence[Person]) -> Person | None:
    """Who is meant by `hand over to Tom`; nobody unless it names one person, for then it may well be an answer."""
    said = _HAND_OVER.fullmatch(" ".join(text.split()))
    if said is None:
        return None
    full = [person for person in people if is_called(said["name"], person.name)]
    found = full or [person for person in people if is_first_called(said["name"], person.name)]
    return found[0] if len(found) == 1 else None


_HELP = frozenset({"help", "?", "？", "帮助"})
_UNDO = frozenset({"undo", "撤销", "撤消"})

_HAND_OVER = re.compile(r"(?:hand over to |转交给) *@?(?P<name>.+)", re.IGNORECASE)
