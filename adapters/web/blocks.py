"""The blocks of a message to HTML: text, facts, tables, and charts drawn as inline SVG."""

from __future__ import annotations

from base64 import b64encode
from decimal import Decimal

from markupsafe import Markup

from adapters.picture import picture
from adapters.picture.look import LIGHT, PAGE
from adapters.web import shapes
from adapters.web.clean import cleaned
from adapters.web.templating import fill
from adapters.web.words import PageWords
from conversations.view import (
    Bar,
    Block,
    Cell,
    Chart,
    Document,
    Fields,
    Mark,
    Marked,
    Picture,
    QrCode,
    Spark,
    Table,
    Text,
)


def draw_block(block: Block, words: PageWords, address: str = "") -> Markup:
    """One block; `address` is where its file is, if it is one."""
    match block:
        case Text():
            return fill("text", html=cleaned(block.html))
        case Fields():
            return fill("fields", pairs=block.pairs)
        case Table():
            return _table(block, words)
        case Document(name=name):
            return fill("document", name=name, address=address)
        case QrCode(link=link):
            return fill("qr", drawn=Markup(picture(block)), link=link)
        case Chart():
            return fill("chart", chart=block, drawn=Markup(picture(block, PAGE)))
        case Picture():
            drawn = b64encode(picture(block.of, LIGHT).encode()).decode()
            return fill("picture", shown=draw_block(block.of, words), drawn=drawn, name=f"{block.name}.svg")


def _table(table: Table, words: PageWords) -> Markup:
    rows = [[_cell(cell, words) for cell in row] for row in table.rows]
    return fill("table", table=table, rows=rows)


def _cell(cell: Cell, words: PageWords) -> Markup:
    match cell:
        case str():
            return Markup("<bdi>{}</bdi>").format(cell)
        case Marked():
            return fill("mark", mark=cell.mark, meaning=_meaning(cell.mark, words), text=cell.text)
        case Bar():
            return _bar(cell)
        case Spark():
            values = ", ".join("–" if value is None else _plain(value) for value in cell.values)
            return fill("spark", line=shapes.spark_line(cell), values=values)


def _bar(bar: Bar) -> Markup:
    return fill(
        "bar",
        mark=bar.mark,
        value=shapes.bar_width(bar, bar.value),
        goal=shapes.bar_width(bar, bar.goal),
        meaning=f"{_plain(bar.value)} / {_plain(bar.goal)}",
    )


def _meaning(mark: Mark, words: PageWords) -> str:
    match mark:
        case Mark.GOOD:
            return words.good
        case Mark.FAIR:
            return words.fair
        case Mark.POOR:
            return words.poor
        case Mark.NONE:
            return ""


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
