"""Keeps what people type from doing anything in Slack: control characters, and in `text` the markup."""

from __future__ import annotations

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_TURNS_THE_LINE_ROUND = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_LINE_ENDS = "\n\u2028\u2029\x85"

_TABLE: dict[int, str | None] = {
    **dict.fromkeys((*_CONTROLS, *_TURNS_THE_LINE_ROUND)),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    ord("\t"): " ",
    **dict.fromkeys(map(ord, _LINE_ENDS), "\n"),
}
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def clean(words: str) -> str:
    """The words without control characters and direction overrides; line ends stay."""
    return words.replace("\r\n", "\n").translate(_TABLE)


def one_line(words: str) -> str:
    """The same on one line."""
    return " ".join(clean(words).split())


def escaped(words: str) -> str:
    """The words where Slack reads markup: no link, no mention and no call to everybody comes of them.

    Stars and underscores do no harm there: all that is seen is drawn as rich text, where they are letters.
    """
    return clean(words).translate(_MARKUP)
