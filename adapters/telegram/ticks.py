"""Several options ticked on one keyboard, before they are handed in together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from adapters.ports import Kept
from adapters.telegram.data import Tick, written
from adapters.telegram.keeping import fitted
from adapters.telegram.keyboard import OFF, ON, said_by


def toggled(values: Collection[str], value: str) -> tuple[str, ...]:
    """The values without this one, or with it."""
    return tuple(each for each in values if each != value) if value in values else (*values, value)


def in_order(keyboard: InlineKeyboardMarkup, values: Collection[str], kept: Kept) -> tuple[str, ...]:
    """The values as they stand on the keyboard, then the others."""
    ticks = (_tick(button, kept) for row in keyboard.inline_keyboard for button in row)
    shown = [tick.value for tick in ticks if tick and tick.value in values]
    return (*shown, *(value for value in values if value not in shown))


def redrawn(keyboard: InlineKeyboardMarkup, values: Collection[str], kept: Kept) -> InlineKeyboardMarkup:
    """The keyboard with these values ticked and no others."""
    return InlineKeyboardMarkup([list(_row(row, values, kept)) for row in keyboard.inline_keyboard])


def _row(row: Collection[InlineKeyboardButton], values: Collection[str], kept: Kept) -> Iterator[InlineKeyboardButton]:
    for button in row:
        tick = _tick(button, kept)
        if tick is None:
            yield button
        else:
            on = tick.value in values
            words = f"{ON if on else OFF}{button.text[1:]}"
            yield InlineKeyboardButton(words, callback_data=fitted(written(replace(tick, on=on)), kept))


def _tick(button: InlineKeyboardButton, kept: Kept) -> Tick | None:
    data = said_by(button.callback_data, kept) if isinstance(button.callback_data, str) else None
    return data if isinstance(data, Tick) else None
