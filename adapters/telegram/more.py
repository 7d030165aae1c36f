"""A message with more buttons than Telegram takes: page by page, and all of them are kept."""

from __future__ import annotations

import json

from adapters.ports import Kept
from adapters.telegram.data import More, read, written
from adapters.telegram.keeping import fitted
from adapters.telegram.keyboard import Key, Rows
from adapters.telegram.limits import BUTTONS, PAGE
from adapters.telegram.pages import ways
from conversations.view import Style


def rows_on_page(of: Rows, page: int, kept: Kept) -> Rows:
    """The rows of that page, above the ways to the pages beside it; all of them where they are few."""
    if sum(map(len, of)) <= BUTTONS:
        return of
    pages, name = _pages(of), fitted(_written(of), kept)
    return (*pages[page], ways(page, len(pages), lambda number: More(name, number)))


def kept_keyboard(pressed: More, kept: Kept) -> Rows | None:
    """All the rows; None where they are kept no more."""
    text = kept.get(pressed.keyboard)
    return _read(text) if text else None


def _pages(of: Rows) -> list[list[tuple[Key, ...]]]:
    pages: list[list[tuple[Key, ...]]] = [[]]
    for row in of:
        if sum(map(len, pages[-1])) + len(row) > PAGE:
            pages.append([])
        pages[-1].append(row)
    return pages


def _written(of: Rows) -> str:
    return json.dumps(
        [[(each.label, written(each.data) if each.data else "", each.style, each.link) for each in row] for row in of]
    )


def _read(text: str) -> Rows:
    return tuple(
        tuple(Key(label, read(data) if data else None, Style(style), link) for label, data, style, link in row)
        for row in json.loads(text)
    )
