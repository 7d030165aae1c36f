"""Keeps what people type from steering the terminal."""

from __future__ import annotations

_SPACES = "\t\n\x0b\x0c\r\x85\u2028\u2029"
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_TURNS_THE_LINE_ROUND = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_HALF_CHARACTERS = range(0xD800, 0xE000)

_TABLE: dict[int, str | None] = {
    **dict.fromkeys((*_CONTROLS, *_TURNS_THE_LINE_ROUND)),
    **dict.fromkeys(_HALF_CHARACTERS, "\ufffd"),
    **dict.fromkeys(map(ord, _SPACES), " "),
}


def clean(text: str) -> str:
    """The text on one line, without control characters and direction overrides."""
    return text.replace("\r\n", "\n").translate(_TABLE)
