"""The small HTML of texts, read for every platform alike: `b i code a br`, and of other tags only the words."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TypeAlias

KEPT = ("b", "i", "code", "a")
SAFE_LINKS = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text, entities resolved."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What follows looks as the tag says; `link` is where an `a` leads to, empty unless that is safe."""

    tag: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """The end of the innermost tag that was opened, with its link."""

    tag: str
    link: str = ""


Piece: TypeAlias = Plain | Break | Opened | Closed


def read_html(html: str) -> tuple[Piece, ...]:
    """The text in pieces, whatever it is given: what is opened is closed, in order."""
    sieve = _Sieve()
    sieve.feed(html)
    sieve.close()
    sieve.close_down_to(0)
    return tuple(sieve.pieces)


class _Sieve(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._open: list[Opened] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.pieces.append(Break())
        elif tag in KEPT:
            self._open.append(Opened(tag, _safe(dict(attrs).get("href") or "") if tag == "a" else ""))
            self.pieces.append(self._open[-1])

    def handle_endtag(self, tag: str) -> None:
        tags = [opened.tag for opened in self._open]
        if tag in tags:
            self.close_down_to(len(tags) - 1 - tags[::-1].index(tag))

    def handle_data(self, data: str) -> None:
        self.pieces.append(Plain(data))

    def close_down_to(self, depth: int) -> None:
        """Closes what is open beyond so many."""
        while len(self._open) > depth:
            innermost = self._open.pop()
            self.pieces.append(Closed(innermost.tag, innermost.link))


def _safe(link: str) -> str:
    return link if link.lower().startswith(SAFE_LINKS) else ""
