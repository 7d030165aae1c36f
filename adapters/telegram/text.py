"""Words as lines of Telegram's HTML, each complete in itself, and as many of them to a message as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from adapters.html import Break, Closed, Opened, Piece, Plain, read_html
from adapters.telegram.limits import LINE

_SPACES = "\t\n\x0b\x0c\r\x85\u2028\u2029"
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_TURNS_THE_LINE_ROUND = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_HALF_CHARACTERS = range(0xD800, 0xE000)
_TABLE: dict[int, str | None] = {
    **dict.fromkeys((*_CONTROLS, *_TURNS_THE_LINE_ROUND)),
    **dict.fromkeys(_HALF_CHARACTERS, "\ufffd"),
    **dict.fromkeys(map(ord, _SPACES), " "),
}


@dataclass(frozen=True, slots=True)
class Line:
    """HTML whose tags are all closed, and how long its words are; it may hold line ends that can't be parted."""

    html: str
    size: int


def clean(text: str) -> str:
    """What somebody typed on one line, without what steers the reading."""
    return text.replace("\r\n", "\n").translate(_TABLE)


def cut(text: str, most: int) -> str:
    """The text, ending in … where it was longer."""
    if size(text) <= most:
        return text
    kept = text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore")
    return f"{kept.rstrip()}…"


def size(text: str) -> int:
    """As Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def line(text: str, tag: str = "", most: int = LINE) -> Line:
    """Somebody's words on one line, marked up as a whole."""
    words = cut(clean(text), most)
    marked = escape(words, quote=False)
    return Line(f"<{tag}>{marked}</{tag}>" if tag and words else marked, size(words))


def joined(parts: Iterable[Line], between: str = " ") -> Line:
    """The lines that have words one after another on one line."""
    kept = [part for part in parts if part.size]
    return Line(between.join(part.html for part in kept), sum(part.size + size(between) for part in kept))


def flowing(parts: Iterable[Line], between: str) -> list[Line]:
    """The lines one after another, as many on one line as it takes."""
    found: list[Line] = []
    for part in parts:
        if found and found[-1].size + size(between) + part.size <= LINE:
            found[-1] = joined((found[-1], part), between)
        else:
            found.append(part)
    return [part for part in found if part.size]


def lines(html: str) -> list[Line]:
    """The small HTML of texts, a line to each `br`."""
    writer = _Writer()
    for piece in read_html(html):
        match piece:
            case Plain(text=text):
                writer.write(text)
            case Break():
                writer.end_line()
            case Opened():
                writer.open(piece)
            case Closed():
                writer.close()
    writer.end_line()
    return writer.lines


def plain(html: str) -> str:
    """The words of texts alone."""
    return "".join(map(_plain, read_html(html)))


def packed(parts: Iterable[Line], most: int) -> Iterator[str]:
    """The lines in as few texts of at most `most` as they need; nothing where there are no words."""
    texts: list[list[Line]] = []
    room = 0
    for part in parts:
        if not texts or part.size + 1 > room:
            texts.append([])
            room = most
        texts[-1].append(part)
        room -= part.size + 1
    drawn = ("\n".join(part.html for part in text).strip("\n") for text in texts if any(part.size for part in text))
    return (text for text in drawn if text)


class _Writer:
    """Writes lines; what is open at the end of one is opened again on the next."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._open: list[Opened] = []
        self._html: list[str] = []
        self._size = 0

    def write(self, text: str) -> None:
        words = clean(text)
        room = LINE - self._size
        if room > 0:
            words = cut(words, room)
            self._html.append(escape(words, quote=False))
            self._size += size(words)

    def open(self, piece: Opened) -> None:
        self._open.append(piece)
        self._html.append(_start(piece))

    def close(self) -> None:
        self._html.append(_end(self._open.pop()))

    def end_line(self) -> None:
        html = "".join((*self._html, *map(_end, reversed(self._open))))
        self.lines.append(Line(html, self._size))
        self._html, self._size = [_start(piece) for piece in self._open], 0


def _plain(piece: Piece) -> str:
    match piece:
        case Plain(text=text):
            return clean(text)
        case Break():
            return "\n"
        case Opened() | Closed():
            return ""


def _start(piece: Opened) -> str:
    if piece.tag == "a":
        return f'<a href="{escape(piece.link)}">' if piece.link else ""
    return f"<{piece.tag}>"


def _end(piece: Opened) -> str:
    return f"</{piece.tag}>" if piece.tag != "a" or piece.link else ""
