"""How much of a year or a week each part of it usually brings."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.season import seasonal
from kpi_engine.measure.forecast.straight_line import straight_line

_DECIMALS = 9


def profile(history: History, periods: Sequence[Period]) -> tuple[Decimal, ...] | None:
    """The usual value of each entry period, growth left out; None where nothing comes back every season.

    The periods are of the history's kind. Only their proportions mean anything.
    """
    if not history.known:
        return None
    scale = history.scale
    places = [None if value is None else scale.onto(value) for value in history.floats]
    indices = seasonal(places, history.season)
    if not any(indices):
        return None
    usual = straight_line(places).height
    found = [scale.back(usual + indices[history.place(period) % history.season]) for period in periods]
    return tuple(Decimal(f"{value:.{_DECIMALS}f}") for value in found)
