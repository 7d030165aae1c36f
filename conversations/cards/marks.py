"""How a standing is drawn."""

from __future__ import annotations

from decimal import Decimal

from conversations.view import Bar, Mark
from kpi_engine.model.score import Status
from kpi_engine.model.scoring import AT_STRETCH, AT_TARGET

_MARKS = {
    Status.ON_TRACK: Mark.GOOD,
    Status.BEHIND: Mark.FAIR,
    Status.AT_RISK: Mark.POOR,
    Status.NONE: Mark.NONE,
}


def mark(status: Status) -> Mark:
    """The mark of a standing."""
    return _MARKS[status]


def score_bar(score: Decimal, status: Status) -> Bar:
    """A score on the scale from 0 to the most that counts, with 100 as the point to reach."""
    return Bar(score, AT_TARGET, AT_STRETCH, mark(status))
