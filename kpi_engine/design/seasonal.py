"""The target of a year or a quarter, split over its months as its business comes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kpi_engine.calendar.due import entry_periods
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.measure.exact import adding_up, divide
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.profile import profile


def split(
    total: Decimal, whole: Period, into: PeriodKind, history: History, step: Decimal
) -> tuple[tuple[Period, Decimal], ...]:
    """The target of each shorter period in whole steps; what is summed up adds up to the total, exactly.

    By what usually comes when, or in equal parts where nothing comes back every season. A mean or a rate has the
    total as its mean; the last value of a period, which is not made of others, follows the season alike. What is
    less than a step of the total goes to the largest part.
    """
    parts = entry_periods(into, whole, history.calendar)
    usual = profile(history.by(into), parts) or ()
    weights = usual if sum(usual) else (Decimal(1),) * len(parts)
    in_all = total if history.how.adds_up else total * len(parts)
    return tuple(zip(parts, _in_steps(in_all, weights, step), strict=True))


def _in_steps(total: Decimal, weights: Sequence[Decimal], step: Decimal) -> list[Decimal]:
    steps, rest = divmod(total, step)
    every = sum(weights, Decimal(0))
    shared = adding_up([divide(steps * weight, every) for weight in weights], steps, Decimal(1))
    levels = [count * step for count in shared]
    levels[levels.index(max(levels))] += rest
    return levels
