"""Blocks → the `text` beside them: what a notification shows, a search finds and a screen reader reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adapters.slack.clean import escaped
from adapters.slack.elements import BLANK, Json
from adapters.slack.limits import FALLBACK_TEXT, cut


def fallback(blocks: Sequence[Json]) -> str:
    """The same in plain words, a line for each block; never empty."""
    lines = "\n".join(escaped(line).strip() for block in blocks for line in _lines(block))
    return cut(lines.strip() or BLANK, FALLBACK_TEXT)


def _lines(block: Json) -> Iterator[str]:
    match block:
        case {"type": "rich_text", "elements": elements}:
            yield from ("".join(_piece(piece) for piece in each["elements"]) for each in elements)
        case {"type": "header", "text": text}:
            yield text["text"]
        case {"type": "context", "elements": elements}:
            yield " ".join(each["text"] for each in elements)
        case {"type": "actions", "elements": elements}:
            yield " ".join(f"[{each['text']['text']}]" for each in elements)
        case {"type": "table", "rows": rows}:
            yield from (" · ".join(cell["text"] for cell in row if cell["text"] != BLANK) for row in rows)
        case {"type": "data_visualization", "title": title, "chart": chart}:
            yield title
            for series in chart["series"]:
                values = (f"{point['label']} {point['value']:g}" for point in series["data"])
                yield f"{series['name']}: {', '.join(values)}"
        case _:
            pass


def _piece(piece: Json) -> str:
    match piece:
        case {"type": "link", "text": text, "url": url}:
            return f"{text} ({url})"
        case {"type": "text", "text": text}:
            return str(text)
        case _:
            return ""
