"""What stands along a chart's edges: values in words to the left, periods below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import itemgetter

from markupsafe import Markup

from adapters.picture.look import Look
from adapters.picture.scale import Box
from adapters.picture.svg import EDGE, WIDTH, cut, line, measure, words
from conversations.view import Chart

SMALL = 19
_LABEL = 230
"""Room for the longest of all: that of a month that is told to be a part of it."""


def edges(chart: Chart) -> list[tuple[Decimal, str]]:
    """The lowest and the highest value of the lines, in few letters as far as these tell them apart."""
    brief = _ends([(series.values, series.brief or series.shown) for series in chart.series])
    if len({words for _, words in brief}) == len(brief):
        return brief
    return _ends([(series.values, series.shown) for series in chart.series])


def levels(chart: Chart, box: Box, look: Look) -> Iterator[Markup]:
    for value, shown in edges(chart):
        y = box.y(value)
        yield line([(box.left, y), (box.right, y)], look.rule, 1.5)
        yield words(shown, (box.left - 10, y + 6), SMALL, look.soft, width=box.left - EDGE - 10, anchor="end")
    if box.low < 0 < box.high:
        yield line([(box.left, box.y(Decimal(0))), (box.right, box.y(Decimal(0)))], look.soft, 1.5)


def labels_below(labels: Sequence[str], box: Box, look: Look) -> Iterator[Markup]:
    """Those labels that fit, the last one among them."""
    short = [cut(label, SMALL, _LABEL) for label in labels]
    widest = max((measure(each, SMALL) for each in short), default=0) + 18
    step = -(-len(short) // max(int((box.right - box.left + widest / 2) // widest), 1))
    for index, label in enumerate(short):
        if (len(short) - 1 - index) % step == 0:
            half = measure(label, SMALL) / 2
            x = min(max(box.x(index), EDGE + half), WIDTH - EDGE / 2 - half)
            yield words(label, (x, box.bottom + 34), SMALL, look.soft, anchor="middle")


def _ends(lines: Sequence[tuple[Sequence[Decimal | None], Sequence[str]]]) -> list[tuple[Decimal, str]]:
    worded = [
        (value, words)
        for values, shown in lines
        for value, words in zip(values, shown, strict=True)
        if value is not None
    ]
    if not worded:
        return []
    least, most = min(worded, key=itemgetter(0)), max(worded, key=itemgetter(0))
    return [most] if least[0] == most[0] else [least, most]
