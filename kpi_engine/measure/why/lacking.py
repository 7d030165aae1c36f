"""What a score lacks by the targets that are missed."""

from __future__ import annotations

from kpi_engine.measure.exact import rounded
from kpi_engine.measure.why.contributions import contributions
from kpi_engine.measure.why.moves import Move
from kpi_engine.model.score import Scorecard
from kpi_engine.model.scoring import AT_TARGET


def lacking(card: Scorecard) -> tuple[Move, ...]:
    """What the total would gain if a KPI met its target, one alone: where that is most first.

    What is nothing when rounded is left out.
    """
    lacks = (
        Move(one.line, one.fraction * (AT_TARGET - one.line.score))
        for one in contributions(card)
        if one.line.score is not None
    )
    return tuple(sorted((move for move in lacks if rounded(move.points) > 0), key=lambda move: -move.points))
