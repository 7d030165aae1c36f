"""A chart in characters: a row for each label, with numbers and a bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from rich.text import Text

from adapters.terminal.figures import SHADE, figure, strip
from adapters.terminal.grid import GAP, grid
from adapters.terminal.lines import cut, flowing, words, wrapped
from conversations.view import Chart, Line, Series

_SIGNS = {Line.ACTUAL: "┃", Line.TARGET: "│", Line.THRESHOLD: "╎", Line.FORECAST: "┊"}
_LEAST = 8
"""A bar shorter than that says nothing."""
_ZERO = Decimal(0)


def chart(of: Chart, width: int) -> list[Text]:
    """The first series as bars, the others as marks over them, all as numbers too; what is to come in its place."""
    title = wrapped(words(of.title, "bold"), width)
    return [*title, *_plot(of, width), *_to_come(of, width)] if of.series else title


def _plot(of: Chart, width: int) -> list[Text]:
    forecast = _forecast(of)
    others = [each for each in of.series[1:] if each is not forecast]
    head = [Text(), words(of.series[0].name, "dim"), *(words(f"{_sign(each)} {each.name}", "dim") for each in others)]
    rows = [
        [words(label), _value(of.series[0], forecast, n), *(words(each.shown[n]) for each in others)]
        for n, label in enumerate(of.labels)
    ]
    align = "l" + "r" * (len(head) - 1)
    room = width - sum(max(cell.cell_len for cell in column) + GAP for column in zip(head, *rows, strict=True))
    if room < _LEAST:
        return list(chain.from_iterable(grid([head, *rows], align, width)))
    drawn = _strips(of, min(room, width // 3))
    table = [[*head, Text()], *([*row, bar] for row, bar in zip(rows, drawn, strict=True))]
    return list(chain.from_iterable(grid(table, f"{align}l", width)))


def _value(main: Series, forecast: Series | None, n: int) -> Text:
    """What happened, or where nothing has yet what is to come."""
    if main.values[n] is None and forecast and forecast.values[n] is not None:
        return words(f"{_sign(forecast)} {forecast.shown[n]}")
    return words(main.shown[n])


def _sign(series: Series) -> str:
    return _SIGNS[series.line]


def _strips(of: Chart, width: int) -> list[Text]:
    ranges = of.band.ranges if of.band else (None,) * len(of.labels)
    shades = [(each.low, each.high) if each else None for each in ranges]
    known = [value for each in of.series for value in each.values if value is not None]
    known += [edge for shade in shades if shade for edge in shade]
    low, high = min(known, default=_ZERO), max(known, default=_ZERO)
    low, high = min(low, _ZERO), max(high, _ZERO)
    return [
        figure(strip(value, _marks(of.series[1:], n), low, high, width, shade), "cyan")
        for n, (value, shade) in enumerate(zip(of.series[0].values, shades, strict=True))
    ]


def _marks(others: Sequence[Series], n: int) -> dict[Decimal, str]:
    """The signs of the other series by where their n-th value stands."""
    return {value: _sign(each) for each in others if (value := each.values[n]) is not None}


def _to_come(of: Chart, width: int) -> Iterator[Text]:
    """What the forecast and its band are called, and the band in words."""
    forecast = _forecast(of)
    if forecast:
        yield from wrapped(words(f"{_sign(forecast)} {forecast.name}", "dim"), width)
    if of.band:
        ranges = (
            Text.assemble(cut(words(label, "dim"), width // 2), " ", words(each.shown, "dim"))
            for label, each in zip(of.labels, of.band.ranges, strict=True)
            if each
        )
        yield from flowing([words(f"{SHADE} {of.band.name}", "dim"), *ranges], width)


def _forecast(of: Chart) -> Series | None:
    return next((each for each in of.series[1:] if each.line is Line.FORECAST), None)
