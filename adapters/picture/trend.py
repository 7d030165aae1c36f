"""A chart: what happened, the target and the threshold it is held against, and the band of what is to come."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from adapters.picture.axes import SMALL, edges, labels_below, levels
from adapters.picture.legend import BAND, DASHES, legend, stroke
from adapters.picture.look import Look
from adapters.picture.scale import Box, extent
from adapters.picture.svg import EDGE, WIDTH, Point, area, cut, element, line, measure, over, page, standing, words
from conversations.view import Chart, Line, Mark, Series

_TITLE = 26
_SHORT = 17.0
_PART = "12 4 2 4"
"""Unlike any line of the legend: a part of a period is neither what happened in whole nor what is to come."""
_PLOT = 300
"""How high the lines are drawn."""


def trend(chart: Chart, look: Look) -> str:
    """The chart as SVG: title, legend, lines, and the values at both edges and at the ends of lines in words."""
    keys, top = legend(chart, look)
    box = _box(chart, top)
    parts = [_title(chart, look), *keys]
    if any(value is not None for series in chart.series for value in series.values):
        parts += [*levels(chart, box, look), *_band(chart, box, look), *_lines(chart, box, look)]
        parts += [*_ends(chart, box, look), *labels_below(chart.labels, box, look)]
        return page(box.bottom + 52, parts, look)
    return page(top, parts, look)


def _title(chart: Chart, look: Look) -> Markup:
    indent = 0 if chart.mark is Mark.NONE else 30
    room = WIDTH - 2 * EDGE - indent
    title = words(chart.title, (EDGE + indent, 44), _TITLE, look.ink, width=room)
    return element("g", standing(chart.mark, (EDGE, 35), 20, look), title)


def _box(chart: Chart, top: float) -> Box:
    ranges = [each for each in (chart.band.ranges if chart.band else ()) if each]
    values = [value for series in chart.series for value in series.values]
    low, high = extent([*values, *(edge for each in ranges for edge in (each.low, each.high))])
    left = EDGE + max((measure(shown, SMALL) for _, shown in edges(chart)), default=0) + 14
    return Box(min(left, WIDTH / 3), WIDTH - EDGE - 12, top + 30, top + 30 + _PLOT, low, high, len(chart.labels))


def _band(chart: Chart, box: Box, look: Look) -> Iterator[Markup]:
    """It opens from the last value that is known."""
    if chart.band is None:
        return
    ranges = [(index, each) for index, each in enumerate(chart.band.ranges) if each]
    if not ranges:
        return
    begin = _before(chart, ranges[0][0], box)
    upper = [box.at(index, each.high) for index, each in ranges]
    lower = [box.at(index, each.low) for index, each in reversed(ranges)]
    around = [*begin, *upper, *lower]
    if len(around) > 2:
        yield area(around, look.accent, BAND)
    else:
        yield line([*upper, *lower], look.accent, 12)


def _lines(chart: Chart, box: Box, look: Look) -> Iterator[Markup]:
    for series in reversed(chart.series):
        runs = box.runs([value for _, value in _whole(chart, series)])
        if series.line is Line.FORECAST and runs:
            first = next(index for index, value in enumerate(series.values) if value is not None)
            runs[0] = [*_before(chart, first, box), *runs[0]]
        for run in map(partial(_seen, series.line), runs):
            yield line(run, stroke(series.line, look), 4 if series.line is Line.ACTUAL else 3, DASHES[series.line])
        if series.line is Line.ACTUAL:
            yield from _parts(chart, series, box, look)


def _whole(chart: Chart, series: Series) -> Iterator[tuple[int, Decimal | None]]:
    """The values by their label; of what happened those of whole periods."""
    for index, value in enumerate(series.values):
        yield index, None if series.line is Line.ACTUAL and index in chart.parts else value


def _parts(chart: Chart, series: Series, box: Box, look: Look) -> Iterator[Markup]:
    """What has happened of a period only in part: a dashed line to it and from it, and an open point."""
    known = [(index, box.at(index, value)) for index, value in enumerate(series.values) if value is not None]
    for (one, start), (other, end) in pairwise(known):
        if other == one + 1 and (one in chart.parts or other in chart.parts):
            yield line([start, end], look.accent, 3, _PART)
    for index, (x, y) in known:
        if index in chart.parts:
            yield element("circle", cx=x, cy=y, r=7, fill=look.page, stroke=look.accent, stroke_width=3)


def _seen(of: Line, run: list[Point]) -> list[Point]:
    """A lone point of what is to compare is a short line of its kind, so that it is not taken for what happened."""
    if len(run) > 1 or of is Line.ACTUAL:
        return run
    (x, y) = run[0]
    return [(x - _SHORT, y), (x + _SHORT, y)]


def _before(chart: Chart, index: int, box: Box) -> list[Point]:
    """The last value that happened before that label; none where there is a gap of more than that."""
    past = list(enumerate(chart.series[0].values))[:index]
    return next(([box.at(n, value)] for n, value in reversed(past) if value is not None), [])


def _ends(chart: Chart, box: Box, look: Look) -> Iterator[Markup]:
    """The last value of what happened, and of what is to come, as a point with its words on the free side."""
    at_edges = [value for value, _ in edges(chart)]
    for series in chart.series:
        last = _last(series)
        if last is None or series.line in (Line.TARGET, Line.THRESHOLD):
            continue
        index, value, shown = last
        x, y = box.at(index, value)
        if series.line is not Line.ACTUAL or index not in chart.parts:
            yield element("circle", cx=x, cy=y, r=6, fill=stroke(series.line, look))
        if value not in at_edges:
            falling = any(earlier > value for earlier in _before_last(chart, series, index))
            yield over(cut(shown, SMALL, 200), (x, y + 30 if falling else y - 16), SMALL, look)


def _before_last(chart: Chart, series: Series, index: int) -> list[Decimal]:
    """The value from which the line comes to its last one."""
    past = [value for value in series.values[:index] if value is not None]
    past = past or [value for value in chart.series[0].values[:index] if value is not None]
    return past[-1:]


def _last(series: Series) -> tuple[int, Decimal, str] | None:
    known = [
        (index, value, shown)
        for index, (value, shown) in enumerate(zip(series.values, series.shown, strict=True))
        if value is not None
    ]
    return known[-1] if known else None
