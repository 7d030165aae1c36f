"""A chart: what happened, the target and the threshold it is held against, and the band of what is to come."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from adapters.picture.axes import SMALL, edges, labels_below, levels
from adapters.picture.legend import BAND, DASHES, legend, open_point, stroke
from adapters.picture.look import Look
from adapters.picture.scale import Box, extent
from adapters.picture.svg import EDGE, WIDTH, Point, area, cut, element, line, measure, over, page, standing, words
from conversations.view import Chart, Line, Mark, Series

_TITLE = 26
_SHORT = 17.0
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
    """It opens from the last whole value that is known; of a part of a period it stands by itself."""
    ranges = [(index, each) for index, each in enumerate(chart.band.ranges if chart.band else ()) if each]
    whole = [(index, each) for index, each in ranges if not _is_part(chart, index)]
    begin = _before(chart, whole[0][0], box) if whole else []
    upper = [box.at(index, each.high) for index, each in whole]
    lower = [box.at(index, each.low) for index, each in reversed(whole)]
    around = [*begin, *upper, *lower]
    if len(around) > 2:
        yield area(around, look.accent, BAND)
    alone = ranges if len(around) <= 2 else [one for one in ranges if one not in whole]
    for index, each in alone:
        yield line([box.at(index, each.high), box.at(index, each.low)], look.accent, 26, opacity=BAND)


def _lines(chart: Chart, box: Box, look: Look) -> Iterator[Markup]:
    for series in reversed(chart.series):
        runs = box.runs([None if _is_part(chart, index) else value for index, value in enumerate(series.values)])
        if series.line is Line.FORECAST and runs:
            first = next(index for index, value in _known(series) if not _is_part(chart, index))
            runs[0] = [*_before(chart, first, box), *runs[0]]
        for run in map(partial(_seen, series.line), runs):
            yield line(run, stroke(series.line, look), 4 if series.line is Line.ACTUAL else 3, DASHES[series.line])
        yield from _apart(chart, series, box, look)


def _apart(chart: Chart, series: Series, box: Box, look: Look) -> Iterator[Markup]:
    """What is known of parts of a period, beside the lines: a value as an open point, a level as a short line."""
    for point in (box.at(index, value) for index, value in _known(series) if _is_part(chart, index)):
        if series.line in (Line.ACTUAL, Line.FORECAST):
            yield open_point(point, look)
        else:
            yield line(_seen(series.line, [point]), stroke(series.line, look), 3, DASHES[series.line])


def _is_part(chart: Chart, index: int) -> bool:
    return bool(chart.parts and index in chart.parts.at)


def _known(series: Series) -> list[tuple[int, Decimal]]:
    return [(index, value) for index, value in enumerate(series.values) if value is not None]


def _seen(of: Line, run: list[Point]) -> list[Point]:
    """A lone point of what is to compare is a short line of its kind, so that it is not taken for what happened."""
    if len(run) > 1 or of is Line.ACTUAL:
        return run
    (x, y) = run[0]
    return [(x - _SHORT, y), (x + _SHORT, y)]


def _before(chart: Chart, index: int, box: Box) -> list[Point]:
    """The last whole value that happened before that label, if there is any."""
    past = [(n, value) for n, value in _known(chart.series[0]) if n < index and not _is_part(chart, n)]
    return [box.at(*past[-1])] if past else []


def _ends(chart: Chart, box: Box, look: Look) -> Iterator[Markup]:
    """The last value of what happened, and of what is to come, as a point with its words on the free side."""
    at_edges = [value for value, _ in edges(chart)]
    for series in chart.series:
        known = _known(series)
        if not known or series.line in (Line.TARGET, Line.THRESHOLD):
            continue
        index, value = known[-1]
        x, y = box.at(index, value)
        if not _is_part(chart, index):
            yield element("circle", cx=x, cy=y, r=6, fill=stroke(series.line, look))
        if value not in at_edges:
            falling = any(earlier > value for earlier in _before_last(chart, series, index))
            yield over(cut(series.shown[index], SMALL, 200), (x, y + 30 if falling else y - 16), SMALL, look)


def _before_last(chart: Chart, series: Series, index: int) -> list[Decimal]:
    """The value from which the line comes to its last one."""
    past = [value for value in series.values[:index] if value is not None]
    past = past or [value for value in chart.series[0].values[:index] if value is not None]
    return past[-1:]
