"""Where a KPI should stand by now, and where it is going."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi_engine.calendar.period import Period
from kpi_engine.model.kpi import Target
from kpi_engine.model.score import KpiScore


class PaceStatus(StrEnum):
    """How a KPI keeps pace: by how many points it is behind, or for good."""

    ACHIEVED = "achieved"
    """The target of the whole period is reached, and nothing to come can take it away."""
    ON_TRACK = "on_track"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    NONE = "none"
    """No value yet."""


@dataclass(frozen=True, slots=True)
class Band:
    """What could come out: eight in ten times between low and high, half of the time above the middle."""

    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Ahead:
    """The value that an entry period to come could have."""

    period: Period
    band: Band


@dataclass(frozen=True, slots=True)
class Pace:
    """A KPI inside its period. What is None could not be told: the history is too short, or it is met by a date."""

    line: KpiScore
    """As it stands."""
    to_come: int
    """Entry periods whose values are still to come; those that are late are left out, as in the score."""
    goal: Target | None
    """For all that has a value or may still get one: what the end is held against."""
    expected: Target | None
    """Where the value should stand by now."""
    seasonal: bool = False
    """Whether it should by what usually comes when, and not by equal parts."""
    gap: Decimal | None = None
    """Points of the goal that it is behind where it should stand; below 0 it is ahead."""
    status: PaceStatus = PaceStatus.NONE
    projection: Decimal | None = None
    """The value at the end, as likely to be passed as not."""
    band: Band | None = None
    """Around the projection; None of fewer than six values."""
    chance: Decimal | None = None
    """Of reaching the goal, 0 to 1."""
    required: Decimal | None = None
    """What each value to come has to be on average, so that the goal is just reached."""
    ahead: tuple[Ahead, ...] = ()
    """The values to come, for a chart."""

    @property
    def part_goal(self) -> Target | None:
        """The goal where it is less than the target of the whole period: some of its values will never come."""
        adds_up = self.line.version.definition.aggregation.adds_up
        return self.goal if adds_up and self.goal != self.line.full_target else None
