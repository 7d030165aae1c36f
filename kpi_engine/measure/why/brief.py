"""A week's picture in a minute: what moved, whom to thank, who could use a hand, what is not in, what to decide."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.measure.exact import rounded
from kpi_engine.measure.why.contributions import contributions
from kpi_engine.measure.why.lacking import lacking
from kpi_engine.measure.why.moves import Move, moves
from kpi_engine.model.score import Scorecard, Status
from kpi_engine.model.scoring import AT_TARGET

MOST = 3
"""More of a kind is no picture."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The card against the period before; of each kind the few that mean most to the total."""

    card: Scorecard
    before: Scorecard
    moved: tuple[Move, ...]
    thanks: tuple[Move, ...]
    """What brought the total up and is on track, or was on target all along (then with nothing gained)."""
    needs: tuple[Move, ...]
    """What is behind, with the points that the total lacks by it."""

    @property
    def change(self) -> Decimal | None:
        """Points of the total gained since then; None where there is none in either."""
        now, then = self.card.score, self.before.score
        return None if now is None or then is None else now - then

    @property
    def decision(self) -> Move | None:
        """What the total lacks most by."""
        return self.needs[0] if self.needs else None


def brief(card: Scorecard, before: Scorecard) -> Brief:
    """The brief of a card, and of the same subject's a period before."""
    moved, every = moves(card, before), contributions(card)
    gained = [move for move in moved if move.points > 0 and move.line.status is Status.ON_TRACK]
    held = [Move(one.line, Decimal(0)) for one in every if rounded(one.line.score or Decimal(0)) >= AT_TARGET]
    needs = tuple(move for move in lacking(card) if move.line.status in (Status.BEHIND, Status.AT_RISK))
    known = {move.line.version.kpi.id for move in gained}
    thanks = (*gained, *(move for move in held if move.line.version.kpi.id not in known))
    return Brief(card, before, moved[:MOST], thanks[:MOST], needs[:MOST])
