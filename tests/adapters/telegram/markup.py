"""Telegram's HTML as its server reads it: strict about tags, entities and nesting."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
_RICH = {
    "b",
    "i",
    "code",
    "a",
    "br",
    "p",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "table",
    "caption",
    "tr",
    "th",
    "td",
    "ul",
    "li",
}
_EMPTY = {"br", "hr"}
_ENDS = {"p": "\n", "caption": "\n", "tr": "\n", "td": " | ", "th": " | "}
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\s*/?>|(&[a-z]+;|&#\d+;)|([<>&])")


class Unreadable(Exception):
    """Telegram would answer that it can't parse the entities."""


def plain(html: str) -> str:
    """The words of a message in HTML, as long as they count; Unreadable where Telegram would refuse them."""
    return "".join(_words(html, _TAGS))


def plain_rich(html: str) -> str:
    """The words of a rich message."""
    return "".join(_words(html, _RICH))


def links(html: str) -> list[str]:
    """Where the words lead to."""
    return [_entities(found) for found in re.findall(r'<a href="([^"]*)">', html)]


def _words(html: str, tags: set[str]) -> Iterator[str]:
    opened: list[str] = []
    end = 0
    for token in _TOKEN.finditer(html):
        yield html[end : token.start()]
        end = token.end()
        closing, tag, _, entity, stray = token.groups()
        if stray:
            raise Unreadable(f"unexpected {stray!r} at {token.start()}")
        if entity:
            yield _entity(entity)
        elif tag not in tags:
            raise Unreadable(f'unsupported start tag "{tag}" at {token.start()}')
        elif closing:
            if not opened or opened.pop() != tag:
                raise Unreadable(f'unexpected end tag "{tag}" at {token.start()}')
            yield _ENDS.get(tag, "")
        elif tag in _EMPTY:
            yield "\n"
        else:
            opened.append(tag)
    if opened:
        raise Unreadable(f'can\'t find end tag corresponding to start tag "{opened[-1]}"')
    yield html[end:]


def _entity(entity: str) -> str:
    if entity.startswith("&#"):
        return chr(int(entity[2:-1]))
    if entity not in _ENTITIES:
        raise Unreadable(f"unknown entity {entity}")
    return _ENTITIES[entity]


def _entities(text: str) -> str:
    return re.sub(r"&[a-z]+;", lambda found: _entity(found[0]), text)
