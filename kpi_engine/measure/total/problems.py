"""What is wrong with the rules for totals, by key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kpi_engine.model.total import Adjustment, Grade, TotalRules, TwoWay


def total_problems(rules: TotalRules) -> tuple[str, ...]:
    """Keys: grades_out_of_order, grades_same_name, grades_not_whole (the last one has an end, or another has none),
    total_cap, table_shape, table_out_of_order, table_pairs (a KPI in two tables, or twice in one).
    """
    found = [*_of_grades(rules.grades), *(key for table in rules.tables for key in _of_table(table))]
    if not rules.floor.is_finite() or not rules.cap.is_finite() or rules.cap <= rules.floor:
        found.append("total_cap")
    paired = [kpi_id for table in rules.tables for kpi_id in (table.row_kpi_id, table.column_kpi_id)]
    if len(set(paired)) < len(paired):
        found.append("table_pairs")
    return tuple(dict.fromkeys(found))


def adjustment_problem(adjustment: Adjustment) -> str | None:
    """Keys: adjustment_points, adjustment_reason. Nobody gains or loses points without a word."""
    if not adjustment.points.is_finite() or not adjustment.points:
        return "adjustment_points"
    return None if adjustment.reason.strip() else "adjustment_reason"


def _of_grades(grades: Sequence[Grade]) -> Iterator[str]:
    least = [grade.least for grade in grades[:-1]]
    if not grades or grades[-1].least is not None or None in least:
        yield "grades_not_whole"
    if not _is_rising([one for one in reversed(least) if one is not None]):
        yield "grades_out_of_order"
    names = [name for grade in grades for name in {grade.name.en, grade.name.zh}]
    if len(set(names)) < len(names):
        yield "grades_same_name"


def _of_table(table: TwoWay) -> Iterator[str]:
    rows, columns = len(table.row_from) + 1, len(table.column_from) + 1
    if len(table.points) != rows or any(len(row) != columns for row in table.points):
        yield "table_shape"
    if not _is_rising(table.row_from) or not _is_rising(table.column_from):
        yield "table_out_of_order"


def _is_rising(levels: Sequence[Decimal]) -> bool:
    return all(level.is_finite() for level in levels) and all(low < high for low, high in pairwise(levels))
