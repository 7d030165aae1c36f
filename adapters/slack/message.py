"""Message → what is posted: as many messages of Slack's as it needs, and the files that go with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from adapters.document import content
from adapters.picture import picture
from adapters.picture.png import png
from adapters.slack import charts, tables
from adapters.slack.actions import button_rows
from adapters.slack.blocks import message_block, view_block
from adapters.slack.cells import cell_text
from adapters.slack.elements import Json, paragraph, piece
from adapters.slack.fallback import fallback
from adapters.slack.limits import CHARTS, MESSAGE_BLOCKS, MESSAGE_CHARACTERS
from conversations.view import Chart, Document, Message, Picture, Sheet, Table, Tone

_SIGNS = {Tone.PLAIN: "", Tone.SUCCESS: "✅ ", Tone.WARNING: "⚠️ ", Tone.REFUSAL: "⛔ "}
_AT_MOST = {"table": 1, "data_visualization": CHARTS}
"""In one message."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes with a message."""

    name: str
    of: Chart | Table | Document

    def bytes(self) -> bytes:
        """Draws it, which takes some time."""
        return content(self.of) if isinstance(self.of, Document) else png(picture(self.of))


def posts(message: Message) -> list[Mapping[str, Any]]:
    """The messages, each with `blocks` and the `text` that says the same; none where there is nothing to say."""
    drawn = _signed(message.tone, chain.from_iterable(map(message_block, message.blocks)))
    return [{"text": fallback(blocks), "blocks": blocks} for blocks in _packed([*drawn, *button_rows(message.buttons)])]


def view_blocks(message: Message) -> Iterator[Json]:
    """The message as a part of a modal or of the home tab."""
    yield from _signed(message.tone, chain.from_iterable(map(view_block, message.blocks)))
    yield from button_rows(message.buttons)


def uploads(message: Message) -> Iterator[Upload]:
    """The files: documents, pictures that were asked for, charts that Slack does not draw, tables it draws in part."""
    for block in message.blocks:
        match block:
            case Document(name=name):
                yield Upload(name, block)
            case Picture(name=name, of=of):
                yield Upload(f"{name}.png", of)
            case Chart(title=title):
                if block.series and not charts.native(block):
                    yield Upload(f"{title}.png", block)
            case Table() if tables.is_cut(block):
                yield _whole(block)
            case _:
                pass


def _whole(table: Table) -> Upload:
    name = f"{table.caption or table.columns[0]}.csv"
    rows = tuple(tuple(map(cell_text, row)) for row in table.rows)
    return Upload(name, Document(name, (Sheet("", (table.columns, *rows)),)))


def _signed(tone: Tone, blocks: Iterator[Json]) -> Iterator[Json]:
    sign = _SIGNS[tone]
    first = next(blocks, None)
    if sign and first and first["type"] == "rich_text" and (section := first["elements"][0])["type"] == _SECTION:
        first = paragraph([piece(sign), *section["elements"]])
    elif sign:
        yield paragraph([piece(sign)])
    yield from (first,) if first else ()
    yield from blocks


def _packed(blocks: Sequence[Json]) -> Iterator[list[Json]]:
    """The blocks in as few messages as Slack takes them in, in order."""
    part: list[Json] = []
    for block in blocks:
        if part and not _fits([*part, block]):
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _fits(blocks: Sequence[Json]) -> bool:
    types = [block["type"] for block in blocks]
    too_many = any(types.count(name) > most for name, most in _AT_MOST.items())
    return not too_many and len(blocks) <= MESSAGE_BLOCKS and sum(map(length, blocks)) <= MESSAGE_CHARACTERS


def length(value: object) -> int:
    """Characters in all that a block says and carries."""
    match value:
        case str():
            return len(value)
        case list():
            return sum(map(length, value))
        case dict():
            return sum(length(each) for key, each in value.items() if key not in ("type", "action_id", "block_id"))
        case _:
            return 0


_SECTION = "rich_text_section"
