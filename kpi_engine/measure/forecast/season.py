"""What comes back every season: each month, weekday or quarter against its usual."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from kpi_engine.measure.forecast.straight_line import straight_line

SEASONS = 2
"""Whole seasons, and two values more, before a pattern can be told from chance."""
_SURELY = 1.645
"""Deviate that chance alone passes once in twenty."""


def seasonal(values: Sequence[float | None], season: int) -> tuple[float, ...]:
    """What each place of a season adds to the line through the values; all 0 where nothing comes back.

    The values stand at equal distances, oldest first; one that is missing is None. A season is seen where chance alone
    would show it less than once in twenty.
    """
    none = (0.0,) * season
    if season < 2 or len(values) < SEASONS * season + 2 or not _comes_back(values, season):
        return none
    line = straight_line(values)
    places: list[list[float]] = [[] for _ in range(season)]
    for place, value in enumerate(values):
        if value is not None:
            places[place % season].append(value - line.at(place))
    means = [fmean(place) for place in places]
    middle = fmean(means)
    return tuple(mean - middle for mean in means)


def _comes_back(values: Sequence[float | None], season: int) -> bool:
    """Whether the changes differ from place to place of a season by more than they differ within one.

    Changes, as a level that wanders makes any two seasons alike within themselves. The variance ratio is taken to
    a normal deviate as Paulson (1942) does.
    """
    places: list[list[float]] = [[] for _ in range(season)]
    for place, (value, following) in enumerate(pairwise(values)):
        if value is not None and following is not None:
            places[place % season].append(following - value)
    known = [change for place in places for change in place]
    if not all(places) or len(known) <= season:
        return False
    middle = fmean(known)
    between = sum(len(place) * (fmean(place) - middle) ** 2 for place in places) / (season - 1)
    within = sum(sum((change - fmean(place)) ** 2 for change in place) for place in places) / (len(known) - season)
    if not within:
        return between > 0
    return _deviate(between / within, season - 1, len(known) - season) > _SURELY


def _deviate(ratio: float, between: int, within: int) -> float:
    above, below = 2 / (9 * between), 2 / (9 * within)
    root = math.pow(ratio, 1 / 3)
    return (root * (1 - below) - (1 - above)) / math.sqrt(below * root * root + above)
