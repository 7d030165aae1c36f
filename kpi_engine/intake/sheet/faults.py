"""What can be wrong with a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kpi_engine.intake.sheet.grid import Grid


class Fault(StrEnum):
    """The reason, by key; the conversations have a sentence for each."""

    NO_HEADER = "no_header"
    """No row names columns that a sheet of values or a scorecard has."""
    NO_COLUMN = "no_column"
    COLUMN_TWICE = "column_twice"
    NO_ROWS = "no_rows"
    NO_NAME = "no_name"
    NO_PERIOD = "no_period"
    NO_VALUE = "no_value"
    UNKNOWN_KPI = "unknown_kpi"
    AMBIGUOUS_KPI = "ambiguous_kpi"
    UNREAD_PERIOD = "unread_period"
    PERIOD_TWO_WAYS = "period_two_ways"
    """3/4/2026: the third of April, or the fourth of March."""
    WRONG_PERIOD = "wrong_period"
    PERIOD_FUTURE = "period_future"
    UNREAD_NUMBER = "unread_number"
    FORMULA = "formula"
    """A formula that was never calculated, or gave an error."""
    TWICE = "twice"
    LONG_NOTE = "long_note"
    LONG_NAME = "long_name"
    NO_WEIGHT = "no_weight"
    UNREAD_WEIGHT = "unread_weight"
    WEIGHTS_SUM = "weights_sum"
    NO_TARGET = "no_target"
    TWO_DIRECTIONS = "two_directions"
    """≥ before the target of what is to be low."""
    NO_DIRECTION = "no_direction"
    UNREAD_DIRECTION = "unread_direction"
    LEVELS = "levels"
    """Threshold, target and stretch are not in order."""
    UNUSED_LEVEL = "unused_level"
    UNREAD_RULE = "unread_rule"
    AMBIGUOUS_RULE = "ambiguous_rule"
    POINTS_OF_WHAT = "points_of_what"
    """2 points off: of 100, or of the points that are the weight."""
    UNREAD_POINTS = "unread_points"
    NO_POINTS = "no_points"
    """A row for points by hand has a value, and nobody said how many points that is."""
    NO_REASON = "no_reason"
    POINTS_BESIDE_KPI = "points_beside_kpi"
    UNREAD_GATE = "unread_gate"
    RULE_AND_LEVELS = "rule_and_levels"
    """A rule with points of its own, beside a threshold or stretch that have theirs."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that can't be taken, and why."""

    sheet: str
    row: int
    """As the file counts; 0 for the whole sheet."""
    column: str
    """`B`, or the key in JSON; empty for the whole row."""
    fault: Fault
    params: Mapping[str, object] = field(default_factory=dict)


def refused(grid: Grid, row: int, index: int | None, fault: Fault, **params: object) -> RefusedRow:
    """The cell of the grid that is at fault, or its whole row."""
    return RefusedRow(
        "" if grid.keys else grid.name, grid.numbers[row], "" if index is None else grid.column(index), fault, params
    )
