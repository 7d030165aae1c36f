"""The grade of a total, by bands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.measure.exact import rounded
from kpi_engine.model.score import Scorecard


@dataclass(frozen=True, slots=True)
class Band:
    """A grade, and the points from which on it is given."""

    grade: str
    at_least: Decimal


BANDS = (
    Band("S", Decimal(110)),
    Band("A", Decimal(100)),
    Band("B", Decimal(90)),
    Band("C", Decimal(70)),
    Band("D", Decimal(0)),
)
"""Where nothing else was agreed; the best first."""
ENOUGH = Decimal("0.6")
"""Coverage below which a total says too little of the whole for a grade."""


def grade_of(card: Scorecard, bands: tuple[Band, ...] = BANDS) -> str | None:
    """The grade of the total as it is shown; None where there is none, or not enough of the weight has a score."""
    if card.score is None or card.coverage < ENOUGH:
        return None
    shown = rounded(card.score)
    return next((band.grade for band in bands if shown >= band.at_least), None)
