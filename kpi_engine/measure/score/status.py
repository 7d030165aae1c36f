"""How a score stands."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.measure.exact import rounded
from kpi_engine.model.score import Status

ON_TRACK, BEHIND = Decimal(90), Decimal(75)
ENOUGH = Decimal("0.6")
"""Of the weight must have a score before a score says anything: before a grade, and a rank."""


def status_of(score: Decimal | None) -> Status:
    """By the score as it is shown, so that a 90.0 on the screen is never behind."""
    if score is None:
        return Status.NONE
    shown = rounded(score)
    if shown >= ON_TRACK:
        return Status.ON_TRACK
    return Status.BEHIND if shown >= BEHIND else Status.AT_RISK
