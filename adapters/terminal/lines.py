"""Lines of styled text measured in columns, where a Chinese character takes two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from adapters.terminal.clean import clean

# A Chinese line may break after any character, but closing punctuation begins no line and opening ends none.
_WIDE = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_OPENING = r"（《「『【〈〔“‘"
_CLOSING = r"，。、；：？！）》」』】〉〕”’…％"
_PIECE = re.compile(rf"\s+|[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_OPENING}{_CLOSING}]+)[{_CLOSING}]*|\S")


def words(text: str, style: str = "") -> Text:
    """Somebody's words as they are: no markup is read in them, no control reaches the terminal."""
    return Text(clean(text), style=style)


def cut(line: Text, width: int) -> Text:
    """The line, ending in … where it was longer than that."""
    if line.cell_len <= width:
        return line
    line = line.copy()
    line.truncate(max(width - 1, 0), overflow="crop")
    line.rstrip()
    return line.append("…")


def fitted(line: Text, width: int, *, right: bool = False) -> Text:
    """The line at exactly this width."""
    line = cut(line, width)
    space = " " * max(width - line.cell_len, 0)
    return Text.assemble(space, line) if right else Text.assemble(line, space)


def wrapped(text: Text, width: int) -> list[Text]:
    """The text in lines of at most this width; it breaks at "\\n", between words and Chinese characters."""
    return [line for paragraph in text.split("\n", allow_blank=True) for line in _broken(paragraph, width)]


def flowing(items: Sequence[Text], width: int, gap: int = 3) -> list[Text]:
    """The items one after another, as many to a line as fit."""
    lines: list[Text] = []
    for item in items:
        short = cut(item, width)
        if lines and lines[-1].cell_len + gap + short.cell_len <= width:
            lines[-1] = Text.assemble(lines[-1], " " * gap, short)
        else:
            lines.append(short)
    return lines


def beside(first: Text, lines: Sequence[Text]) -> list[Text]:
    """The lines with this before the first and as much space before the others."""
    indent = " " * first.cell_len
    return [Text.assemble(first if n == 0 else indent, line) for n, line in enumerate(lines or [Text()])]


def clamped(text: Text, width: int, most: int) -> list[Text]:
    """The text in at most so many lines, the last of them cut."""
    lines = wrapped(text, width)
    return lines if len(lines) <= most else [*lines[: most - 1], cut(Text(" ").join(lines[most - 1 :]), width)]


def _broken(paragraph: Text, width: int) -> Iterator[Text]:
    offsets = list(_breaks(paragraph.plain, width))
    for line in paragraph.divide(offsets):
        line.rstrip()
        yield line


def _breaks(text: str, width: int) -> Iterator[int]:
    column = 0
    for start, piece in _pieces(text, width):
        size = cell_len(piece)
        if column and column + size > width and not piece.isspace():
            yield start
            column = 0
        column += size


def _pieces(text: str, width: int) -> Iterator[tuple[int, str]]:
    """Where each unbreakable piece begins; what is wider than a line is broken anywhere."""
    for match in _PIECE.finditer(text):
        if cell_len(match[0]) <= width:
            yield match.start(), match[0]
        else:
            yield from ((match.start() + n, char) for n, char in enumerate(match[0]))
