"""Where a value should stand when only a part of a period's values are in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.measure.exact import divide
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.profile import profile
from kpi_engine.model.kpi import Aggregation, Target


def expected_by_season(
    how: Aggregation, goal: Target, history: History, entered: Sequence[Period], to_come: Sequence[Period]
) -> Target | None:
    """The part of the goal that usually comes in the periods entered; None where it is no part, or no season shows.

    A December that brings twice as much as other months has two parts of thirteen, not one of twelve.
    """
    usual = profile(history, [*entered, *to_come]) if how.adds_up else None
    if usual is None or not sum(usual):
        return None
    part = divide(sum(usual[: len(entered)], Decimal(0)), sum(usual, Decimal(0)))
    levels = [level and level * part for level in (goal.upper, goal.threshold, goal.stretch)]
    return Target(goal.value * part, *levels)
