"""What each line of a chart is called and looks like."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from adapters.picture.axes import SMALL
from adapters.picture.look import Look
from adapters.picture.svg import EDGE, WIDTH, Point, cut, element, line, measure, words
from conversations.view import Band, Chart, Line, Parts, Series

BAND = 0.2
"""How much of its colour a band has."""
DASHES = {Line.ACTUAL: "", Line.TARGET: "10 7", Line.THRESHOLD: "2 7", Line.FORECAST: "6 5"}
"""No two lines have the same, so that none is told by its colour alone."""
_KEY, _STEP, _APART = 44, 28, 22


def stroke(of: Line, look: Look) -> str:
    """The colour of a line."""
    match of:
        case Line.ACTUAL | Line.FORECAST:
            return look.accent
        case Line.TARGET:
            return look.ink
        case Line.THRESHOLD:
            return look.poor


def legend(chart: Chart, look: Look) -> tuple[list[Markup], float]:
    """What each line is called, and where the legend ends."""
    found, x, y = [], float(EDGE), 78.0
    for of in _named(chart):
        short = cut(of.name, SMALL, WIDTH - 2 * EDGE - _KEY)
        width = _KEY + measure(short, SMALL) + _APART
        if x + width - _APART > WIDTH - EDGE and x > EDGE:
            x, y = EDGE, y + _STEP
        found.append(element("g", _key(of, (x, y - 6), look), words(short, (x + _KEY, y), SMALL, look.soft)))
        x += width
    return found, y + 20


def _named(chart: Chart) -> Iterator[Series | Band | Parts]:
    yield from chart.series
    if chart.band:
        yield chart.band
    if chart.parts:
        yield chart.parts


def open_point(at: Point, look: Look) -> Markup:
    """What is known of a part of a period: on no line, and not filled."""
    return element("circle", cx=at[0], cy=at[1], r=7, fill=look.page, stroke=look.accent, stroke_width=3)


def _key(of: Series | Band | Parts, at: Point, look: Look) -> Markup:
    x, y = at
    match of:
        case Series(line=kind):
            return line([(x, y), (x + 34, y)], stroke(kind, look), 3.5, DASHES[kind])
        case Band():
            return element("rect", x=x, y=y - 8, width=34, height=16, fill=look.accent, fill_opacity=BAND)
        case Parts():
            return open_point((x + 17, y), look)
