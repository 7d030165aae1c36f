"""What moved a score since the period before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.measure.exact import rounded
from kpi_engine.measure.why.contributions import contributions
from kpi_engine.model.score import KpiScore, Scorecard


@dataclass(frozen=True, slots=True)
class Move:
    """How many points of the total a KPI has brought or cost since then."""

    line: KpiScore
    points: Decimal


def moves(card: Scorecard, before: Scorecard) -> tuple[Move, ...]:
    """The KPIs that have a score in both, by what their change means to the present total; the largest first.

    What is nothing when rounded is left out.
    """
    then = {one.line.version.kpi.id: one.line.score for one in contributions(before)}
    changes = [
        Move(one.line, one.fraction * (one.line.score - was))
        for one in contributions(card)
        if one.line.score is not None and (was := then.get(one.line.version.kpi.id)) is not None
    ]
    return tuple(sorted((move for move in changes if rounded(move.points)), key=_size, reverse=True))


def _size(move: Move) -> Decimal:
    return abs(move.points)
