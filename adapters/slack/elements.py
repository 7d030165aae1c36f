"""The small pieces that Slack's blocks are made of. `plain_text` and rich text show what people typed as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from adapters.slack.clean import clean, one_line
from adapters.slack.limits import HEADER, VIEW_BLOCKS, cut

Json: TypeAlias = dict[str, Any]
"""As it goes to Slack."""

BLANK = "\u00a0"
"""Stands where Slack takes no empty text."""


def plain(words: str, most: int) -> Json:
    """Words on a line, cut to what the place takes; emoji names in them stay words."""
    return {"type": "plain_text", "text": cut(one_line(words), most) or BLANK, "emoji": False}


def piece(words: str, **style: bool) -> Json:
    """Words in a paragraph of rich text: bold, italic or code."""
    text = {"type": "text", "text": clean(words) or BLANK}
    return {**text, "style": style} if style else text


def paragraph(pieces: Iterable[Json]) -> Json:
    """A block of one paragraph of rich text, with at least one piece."""
    section = {"type": "rich_text_section", "elements": list(pieces) or [piece("")]}
    return {"type": "rich_text", "elements": [section]}


def preformatted(lines: Sequence[str]) -> Json:
    """A block in which each character is as wide as another."""
    text = {"type": "text", "text": "\n".join(lines) or BLANK}
    return {"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [text]}]}


def header(words: str) -> Json:
    """A block of one line that stands out."""
    return {"type": "header", "text": plain(words, HEADER)}


def note(words: str) -> Json:
    """A block of small grey words."""
    return {"type": "context", "elements": [plain(words, 2_000)]}


def fitted(blocks: Sequence[Json], rest: Sequence[Json], most: int = VIEW_BLOCKS) -> Sequence[Json]:
    """The blocks, at most so many; `rest` stands in place of those that are too many."""
    return blocks if len(blocks) <= most else [*blocks[: most - len(rest)], *rest]
