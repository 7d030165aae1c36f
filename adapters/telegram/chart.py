"""The words of a chart: its title, and its numbers for whoever wants to read or copy them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adapters.telegram.limits import CAPTION
from adapters.telegram.text import Line, line
from conversations.view import Chart

_BETWEEN, _NOTHING = " · ", "–"


def caption(of: Chart) -> Line:
    """The title."""
    return line(of.title, "b", CAPTION // 4)


def numbers(of: Chart) -> list[Line]:
    """A line of values for each label, under the names of the series."""
    return [line(text) for text in _rows(of)]


def folded(rows: Sequence[Line]) -> Line:
    """The lines as a quotation that is opened by a touch."""
    html = "\n".join(row.html for row in rows)
    return Line(f"<blockquote expandable>{html}</blockquote>", sum(row.size + 1 for row in rows))


def _rows(of: Chart) -> Iterator[str]:
    yield _BETWEEN.join(series.name for series in of.series)
    for n, label in enumerate(of.labels):
        values = _BETWEEN.join(series.shown[n] or _NOTHING for series in of.series)
        yield f"{label}: {values}"
    if of.band:
        ranges = (f"{label} {each.shown}" for label, each in zip(of.labels, of.band.ranges, strict=True) if each)
        yield f"{of.band.name}: {', '.join(ranges)}"
