"""Charts: Slack's own where it can draw them truly, else their numbers as a table beside a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from adapters.slack.clean import one_line
from adapters.slack.elements import Json
from adapters.slack.limits import CHART_NAME, CHART_POINTS, CHART_SERIES, CHART_TITLE, cut
from conversations.view import Chart, Table


def native(chart: Chart) -> Json | None:
    """Slack's chart of lines; None where it would not be true.

    Slack wants a value at each label, and draws a line through all of them: what has gaps, a part of a period, a band
    of what may come, or names that are the same once they are cut to Slack's twenty characters, is a picture.
    """
    names = [_name(series.name) for series in chart.series]
    labels = [_name(label) for label in chart.labels]
    if chart.band or chart.parts or not _fits(names, CHART_SERIES) or not _fits(labels, CHART_POINTS):
        return None
    if any(value is None for series in chart.series for value in series.values):
        return None
    series = [
        {"name": name, "data": list(_points(labels, each.values))}
        for name, each in zip(names, chart.series, strict=True)
    ]
    drawn = {"type": "line", "series": series, "axis_config": {"categories": labels}}
    return {"type": "data_visualization", "title": cut(one_line(chart.title), CHART_TITLE) or "–", "chart": drawn}


def numbers(chart: Chart) -> Table:
    """What the chart shows, label by label; the band is a column of its own."""
    columns = ["", *(series.name for series in chart.series)]
    rows = [[label, *(series.shown[n] for series in chart.series)] for n, label in enumerate(chart.labels)]
    if chart.band:
        columns.append(chart.band.name)
        for row, each in zip(rows, chart.band.ranges, strict=True):
            row.append(each.shown if each else "")
    return Table(tuple(columns), tuple(map(tuple, rows)), "l" + "r" * (len(columns) - 1))


def _points(labels: Sequence[str], values: Sequence[Decimal | None]) -> Iterator[Json]:
    for label, value in zip(labels, values, strict=True):
        yield {"label": label, "value": float(value or 0)}


def _fits(names: Sequence[str], most: int) -> bool:
    return 0 < len(names) <= most and len(set(names)) == len(names) and all(names)


def _name(words: str) -> str:
    return cut(one_line(words), CHART_NAME)
