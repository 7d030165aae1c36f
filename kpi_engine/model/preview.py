"""What a change would do to whose score."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.model.score import Scorecard


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A scorecard as it is, and as it would be."""

    before: Scorecard
    after: Scorecard


@dataclass(frozen=True, slots=True)
class Preview:
    """The scorecards of one period whose score or coverage would not be the same: department, people, company."""

    period: Period
    changes: tuple[ScoreChange, ...]
