"""What a button says of itself when it is pressed, as text.

The value of an option is in it, not its index: the list of options may be another one when the button is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from conversations.view import Act, Run, Turn

_BETWEEN = "|"
_ACTS = {Act.ANSWER: "a", Act.SHOW: "s", Act.BACK: "b", Act.SKIP: "k", Act.CANCEL: "c"}
_ACTS_BY_LETTER = {letter: act for act, letter in _ACTS.items()}
_RUN, _ON, _OFF, _HAND_IN, _MORE = "r", "+", "-", "d", "m"


@dataclass(frozen=True, slots=True)
class Tick:
    """One of several options, which is or is not among those chosen so far."""

    run: str
    turn: int
    key: str
    value: str
    on: bool


@dataclass(frozen=True, slots=True)
class HandIn:
    """What is ticked on the same keyboard is the answer; without a key the form has nothing to ask."""

    run: str
    turn: int
    key: str


@dataclass(frozen=True, slots=True)
class More:
    """Another page of a keyboard that is kept under this name."""

    keyboard: str
    page: int


Data: TypeAlias = Run | Turn | Tick | HandIn | More


def written(data: Data) -> str:
    """The text that `read` reads back."""
    match data:
        case Run(words=words):
            parts = [_RUN, words]
        case Turn(run=run, turn=turn, act=act, key=key, value=value):
            parts = [_ACTS[act], run, str(turn), key, value]
        case Tick(run=run, turn=turn, key=key, value=value, on=on):
            parts = [_ON if on else _OFF, run, str(turn), key, value]
        case HandIn(run=run, turn=turn, key=key):
            parts = [_HAND_IN, run, str(turn), key]
        case More(keyboard=keyboard, page=page):
            parts = [_MORE, keyboard, str(page)]
    return _BETWEEN.join(parts)


def read(text: str) -> Data:
    """ValueError for what no button ever said."""
    kind, _, rest = text.partition(_BETWEEN)
    if kind == _RUN:
        return Run(rest)
    if kind == _MORE:
        keyboard, _, page = rest.rpartition(_BETWEEN)
        return More(keyboard, int(page))
    run, turn, key, value = f"{rest}{_BETWEEN}".split(_BETWEEN, maxsplit=3)
    value = value.removesuffix(_BETWEEN)
    if kind == _HAND_IN:
        return HandIn(run, int(turn), key)
    if kind in (_ON, _OFF):
        return Tick(run, int(turn), key, value, kind == _ON)
    if kind in _ACTS_BY_LETTER:
        return Turn(run, int(turn), _ACTS_BY_LETTER[kind], key, value)
    raise ValueError(f"no button says {text[:20]!r}")
