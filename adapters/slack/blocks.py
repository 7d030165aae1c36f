"""The blocks of a view → Slack's blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adapters.slack import charts, tables
from adapters.slack.elements import Json, note, paragraph, piece
from adapters.slack.limits import PARAGRAPH
from adapters.slack.rich import rich
from adapters.slack.rows import row_pieces
from conversations.view import Block, Chart, Document, Fields, Picture, QrCode, Table, Text


def message_block(block: Block) -> Iterator[Json]:
    """The block in a message, where Slack draws tables and charts itself."""
    match block:
        case Text() | Fields() | Document() | QrCode():
            yield from _words(block)
        case Table(caption=caption):
            yield from tables.native(block)
            yield from (note(caption),) if caption else ()
        case Chart():
            yield from _chart(block)
        case Picture(of=of):
            yield from message_block(of)


def view_block(block: Block) -> Iterator[Json]:
    """The block in a modal or on the home tab, where Slack takes neither tables nor charts."""
    match block:
        case Text() | Fields() | Document() | QrCode():
            yield from _words(block)
        case Table(caption=caption):
            yield from _table(block)
            yield from (note(caption),) if caption else ()
        case Chart(title=title):
            yield paragraph([piece(title, bold=True)])
            yield from _table(charts.numbers(block)) if block.series else ()
        case Picture(of=of):
            yield from view_block(of)


def words_of(block: Text | Fields | Document | QrCode) -> list[Json]:
    """The pieces of a block that is nothing but words."""
    match block:
        case Text(html=html):
            return rich(html)
        case Fields(pairs=pairs):
            return [each for pair in pairs for each in _fact(*pair)][:-1]
        case Document(name=name):
            return [piece(f"⤓ {name}")]
        case QrCode(link=link):
            return [piece(link)]


def _words(block: Text | Fields | Document | QrCode) -> Iterator[Json]:
    yield from map(paragraph, _paragraphs(words_of(block)))


def _table(table: Table) -> Iterator[Json]:
    """In columns where every cell is seen whole there."""
    if tables.fits_in_characters(table) or not table.rows:
        yield from tables.in_characters(table)
    else:
        yield from map(paragraph, _paragraphs(row_pieces(table)))


def _fact(label: str, value: str) -> Iterator[Json]:
    yield piece(label, bold=True)
    yield piece(f"  {value}")
    yield piece("\n")


def _chart(chart: Chart) -> Iterator[Json]:
    """Slack's chart; beside a picture that comes as a file, the numbers."""
    drawn = charts.native(chart)
    if drawn:
        yield drawn
    else:
        yield paragraph([piece(chart.title, bold=True)])
        yield from tables.native(charts.numbers(chart)) if chart.series else ()


def _paragraphs(pieces: Sequence[Json]) -> Iterator[list[Json]]:
    """The pieces in paragraphs that are not too long; what is longer than a paragraph by itself is divided."""
    paragraph: list[Json] = []
    room = PARAGRAPH
    for whole in pieces:
        for part in _divided(whole):
            if len(part["text"]) > room:
                yield paragraph
                paragraph, room = [], PARAGRAPH
            paragraph.append(part)
            room -= len(part["text"])
    yield paragraph


def _divided(whole: Json) -> Iterator[Json]:
    text = whole["text"]
    for first in range(0, len(text), PARAGRAPH):
        yield {**whole, "text": text[first : first + PARAGRAPH]}
