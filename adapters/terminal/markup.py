"""Reads the small HTML of texts (`b i code a br`) into words and how they are to look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html.parser import HTMLParser

_SAFE_LINKS = ("https://", "http://")


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
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.spans)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.spans: list[Span] = []
        self._style = Span("")
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.spans.append(BREAK)
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""
        else:
            self._switch(tag, on=True)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link.startswith(_SAFE_LINKS):
            self.spans.append(replace(self._style, link=self._link))
        self._switch(tag, on=False)

    def handle_data(self, data: str) -> None:
        self.spans.append(replace(self._style, text=data.replace("\n", " ")))

    def _switch(self, tag: str, *, on: bool) -> None:
        match tag:
            case "b":
                self._style = replace(self._style, bold=on)
            case "i":
                self._style = replace(self._style, italic=on)
            case "code":
                self._style = replace(self._style, code=on)
            case _:
                pass
