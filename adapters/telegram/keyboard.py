"""Buttons in rows, as the message under which they stand has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import KeyboardButtonStyle

from adapters.ports import Kept
from adapters.telegram.data import Data, Tick, read, written
from adapters.telegram.keeping import unfitted
from adapters.telegram.limits import LABEL
from adapters.telegram.table import width
from adapters.telegram.text import clean, cut
from conversations.view import Button, Style

ON, OFF = "☑", "☐"
_STYLES = {
    Style.PLAIN: None,
    Style.PRIMARY: KeyboardButtonStyle.PRIMARY,
    Style.DANGER: KeyboardButtonStyle.DANGER,
}
_ROOM = 32
"""Columns of a row that a phone shows, what lies around a label counted as well."""
_AROUND = 4
_MOST_IN_A_ROW = 4
_NO_WORDS = "·"


@dataclass(frozen=True, slots=True)
class Key:
    """A button: what it is called, and what it says when it is pressed or where it leads to."""

    label: str
    data: Data | None = None
    style: Style = Style.PLAIN
    link: str = ""


Rows: TypeAlias = tuple[tuple[Key, ...], ...]


def key(button: Button) -> Key:
    """The button as it is worded."""
    return Key(button.label, button.action, button.style)


def rows(keys: Sequence[Key]) -> Rows:
    """As many keys to a row as can be read."""
    found: list[list[Key]] = []
    room = 0
    for each in keys:
        needs = width(shown(each)) + _AROUND
        if not found or needs > room or len(found[-1]) == _MOST_IN_A_ROW:
            found.append([])
            room = _ROOM
        found[-1].append(each)
        room -= needs
    return tuple(map(tuple, found))


def markup(of: Rows, fitted: Callable[[str], str]) -> InlineKeyboardMarkup | None:
    """The keyboard; `fitted` makes callback data of what a button says. None where there are no buttons."""
    drawn = [[_drawn(each, fitted) for each in row] for row in of]
    return InlineKeyboardMarkup(drawn) if drawn else None


def said_by(pressed: str, kept: Kept) -> Data | None:
    """What a button says by its callback data; None where that is kept no more, or another version drew it."""
    text = unfitted(pressed, kept)
    try:
        return read(text) if text else None
    except ValueError:
        return None


def shown(each: Key) -> str:
    """The label, with a box before it where several can be ticked."""
    label = cut(clean(each.label).strip(), LABEL) or _NO_WORDS
    return f"{ON if each.data.on else OFF} {label}" if isinstance(each.data, Tick) else label


def _drawn(each: Key, fitted: Callable[[str], str]) -> InlineKeyboardButton:
    if each.data is None:
        return InlineKeyboardButton(shown(each), url=each.link)
    return InlineKeyboardButton(shown(each), callback_data=fitted(written(each.data)), style=_STYLES[each.style])
