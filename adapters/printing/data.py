"""A report in print as the data that `report.typ` lays out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from adapters.html import Break, Closed, Opened, Plain, read_html
from adapters.picture import picture
from adapters.picture.svg import clean
from conversations.view import Bar, Cell, Chart, Marked, Paragraph, Printed, Section, Spark, Table

Json: TypeAlias = Any

LONGEST_WORD = 12
"""Letters after which a word may be broken, so that no name stands over the next column."""
_LONG = re.compile(rf"([!-~]{{{LONGEST_WORD}}})(?=[!-~])")
_BLANKS = re.compile(r"(\s+)")
_BREAK = "\u200b"


def plain(report: Printed) -> Json:
    """All words, marks and numbers of the report."""
    return {
        "language": report.language,
        "over": words(report.over),
        "title": words(report.title),
        "score": words(report.score),
        "mark": report.mark,
        "facts": [[words(label), words(value)] for label, value in report.facts],
        "sections": [_section(section) for section in report.sections],
        "foot": words(report.foot),
        "page": list(report.page),
    }


def words(text: str) -> str:
    """On one line, without what steers it; a long word may be broken."""
    return _breakable(clean(text))


def _breakable(text: str) -> str:
    return " ".join(
        _LONG.sub(rf"\1{_BREAK}", word) if len(word) > 2 * LONGEST_WORD else word for word in text.split(" ")
    )


def _section(section: Section) -> Json:
    blocks: list[Json] = []
    for block in section.blocks:
        match block:
            case Paragraph(html=html):
                blocks.append({"kind": "words", "runs": list(_runs(html))})
            case Table():
                blocks.append(_table(block))
            case Chart() if blocks and blocks[-1]["kind"] == "charts":
                blocks[-1]["svg"].append(picture(block))
            case Chart():
                blocks.append({"kind": "charts", "svg": [picture(block)]})
    return {"heading": words(section.heading), "blocks": blocks}


def _runs(html: str) -> Iterator[Json]:
    """Words with whether they are strong; None is the end of a line."""
    strong = 0
    for piece in read_html(html):
        match piece:
            case Plain(text=text):
                yield ["".join(" " if part.isspace() else words(part) for part in _BLANKS.split(text)), strong > 0]
            case Break():
                yield None
            case Opened(tag="b") | Opened(tag="code"):
                strong += 1
            case Closed(tag="b") | Closed(tag="code"):
                strong -= 1
            case Opened() | Closed():
                pass


def _table(table: Table) -> Json:
    return {
        "kind": "table",
        "caption": words(table.caption),
        "columns": [words(column) for column in table.columns],
        "align": ["right" if side == "r" else "left" for side in table.align],
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }


def _cell(cell: Cell) -> Json:
    match cell:
        case str():
            return {"kind": "words", "words": words(cell)}
        case Marked(mark=mark, text=text):
            return {"kind": "marked", "mark": mark, "words": words(text)}
        case Bar(value=value, goal=goal, full=full, mark=mark):
            return {"kind": "bar", "mark": mark, "part": float(min(value, full) / full), "goal": float(goal / full)}
        case Spark(values=values):
            return {"kind": "spark", "points": list(_spread([None if one is None else float(one) for one in values]))}


def _spread(values: list[float | None]) -> Iterator[float | None]:
    """From 0, the least, to 1, the most; all in the middle where they are equal."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    for value in values:
        yield None if value is None else (value - low) / (high - low) if high > low else 0.5
