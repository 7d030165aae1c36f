"""Reads the small HTML of texts (`b i code a br`) into words and how they are to look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from adapters.html import Break, Closed, Opened, Plain, read_html


@dataclass(frozen=True, slots=True)
class Span:
    """Words drawn alike; a line break is a span of its own, "\\n"."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    """The address the words lead to, given with the last of them."""


BREAK = Span("\n")


def spans(html: str) -> tuple[Span, ...]:
    """The text in pieces, entities resolved; of other tags only the words are kept."""
    return tuple(_spans(html))


def _spans(html: str) -> Iterator[Span]:
    style = Span("")
    for piece in read_html(html):
        match piece:
            case Plain(text=text):
                yield replace(style, text=text.replace("\n", " "))
            case Break():
                yield BREAK
            case Opened(tag=tag):
                style = _switched(style, tag, on=True)
            case Closed(tag=tag, link=link):
                if link:
                    yield replace(style, link=link)
                style = _switched(style, tag, on=False)


def _switched(style: Span, tag: str, *, on: bool) -> Span:
    match tag:
        case "b":
            return replace(style, bold=on)
        case "i":
            return replace(style, italic=on)
        case "code":
            return replace(style, code=on)
        case _:
            return style
