"""Where a value should stand when only a part of a period's values are in."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.measure.exact import divide
from kpi_engine.measure.forecast.profile import profile
from kpi_engine.measure.pace.inside import Inside
from kpi_engine.model.kpi import Target


def expected_by_season(here: Inside, goal: Target) -> Target | None:
    """The part of the goal that usually comes in the periods entered; None where it is no part, or no season shows.

    A December that brings twice as much as other months has two parts of thirteen, not one of twelve.
    """
    if here.history is None or not here.line.version.definition.aggregation.adds_up:
        return None
    every = [*here.entered, *here.to_come]
    usual = profile(here.history, every)
    if usual is None:
        return None
    brought = [each * here.parts[period] for each, period in zip(usual, every, strict=True)]
    if not sum(brought):
        return None
    part = divide(sum(brought[: len(here.entered)], Decimal(0)), sum(brought, Decimal(0)))
    levels = [level and level * part for level in (goal.upper, goal.threshold, goal.stretch)]
    return Target(goal.value * part, *levels)
