"""Leagues of similar level, so that nobody stands behind those out of reach."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kpi_engine.measure.board.progress import counting, own_mean
from kpi_engine.measure.exact import rounded
from kpi_engine.model.ranking import Entrant

FROM = 20
"""So many are divided; fewer are one league."""
SIZE = 10
"""About so many make a league."""


def leagues(entrants: Sequence[Entrant], least: int) -> tuple[tuple[Entrant, ...], ...]:
    """The entrants by level, the highest league first. Each must have a result that counts.

    The level is the own mean of three periods before, or the present score of who has none yet. Equals are never
    divided: they go up together. A league of fewer than `least` joins the one above.
    """
    if len(entrants) < FROM:
        return (tuple(entrants),) if entrants else ()
    ordered = sorted(entrants, key=_level, reverse=True)
    wanted = len(ordered) // SIZE
    found: list[list[Entrant]] = [[] for _ in range(wanted)]
    first = 0
    for place, entrant in enumerate(ordered):
        if _level(entrant) != _level(ordered[first]):
            first = place
        found[first * wanted // len(ordered)].append(entrant)
    return _large_enough(found, least)


def _level(entrant: Entrant) -> Decimal:
    mean = own_mean(entrant.results[:-1])
    level = counting(entrant.results[-1]) if mean is None else mean
    return rounded(level or Decimal(0))


def _large_enough(found: Sequence[Sequence[Entrant]], least: int) -> tuple[tuple[Entrant, ...], ...]:
    kept: list[list[Entrant]] = []
    for league in found:
        if kept and len(league) < least:
            kept[-1] += league
        else:
            kept.append(list(league))
    return tuple(map(tuple, kept))
