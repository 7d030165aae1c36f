"""What is wrong with the rules for totals, by key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kpi_engine.measure.exact import LARGEST
from kpi_engine.model.total import Adjustment, CappedUntilMet, Gate, Grading, TotalRules, TwoWay

MOST_POINTS = Decimal(100)
"""Points that one adjustment may add or take off."""


def total_problems(rules: TotalRules) -> tuple[str, ...]:
    """Keys: grades_out_of_order, grades_same_name, grades_not_whole (the last one has an end, or another has none),
    grade_coefficient, total_cap, gate_twice (two gates of one KPI), gate_cap, table_shape, table_points,
    table_out_of_order, table_pairs (a KPI in two tables, or twice in one).
    """
    gating = rules.gating
    found = [*_of_grading(rules.grading), *_of_gates(gating.gates)]
    found += [key for table in gating.tables for key in _of_table(table)]
    if _repeats([kpi_id for table in gating.tables for kpi_id in (table.row_kpi_id, table.column_kpi_id)]):
        found.append("table_pairs")
    return tuple(dict.fromkeys(found))


def team_share_problems(share: Decimal) -> tuple[str, ...]:
    """The key team_share_range unless it is from 0 to 1."""
    return () if share.is_finite() and 0 <= share <= 1 else ("team_share_range",)


def adjustment_problem(adjustment: Adjustment) -> str | None:
    """Keys: adjustment_range, reason_missing. Nobody gains or loses points without a word."""
    if not adjustment.points.is_finite() or not 0 < abs(adjustment.points) <= MOST_POINTS:
        return "adjustment_range"
    return None if adjustment.reason.strip() else "reason_missing"


def _of_grading(grading: Grading) -> Iterator[str]:
    grades = grading.grades
    least = [grade.least for grade in grades[:-1]]
    if not grades or grades[-1].least is not None or None in least:
        yield "grades_not_whole"
    if not _is_rising([one for one in reversed(least) if one is not None]):
        yield "grades_out_of_order"
    if _repeats([name for grade in grades for name in {grade.name.en, grade.name.zh}]):
        yield "grades_same_name"
    if not all(_is_sensible(grade.coefficient) and grade.coefficient >= 0 for grade in grades):
        yield "grade_coefficient"
    if not _is_sensible(grading.floor) or not _is_sensible(grading.cap) or grading.cap <= grading.floor:
        yield "total_cap"


def _of_gates(gates: Sequence[Gate]) -> Iterator[str]:
    if _repeats([gate.kpi_id for gate in gates]):
        yield "gate_twice"
    if not all(_is_sensible(gate.cap) and gate.cap >= 0 for gate in gates if isinstance(gate, CappedUntilMet)):
        yield "gate_cap"


def _of_table(table: TwoWay) -> Iterator[str]:
    rows, columns = len(table.row_from) + 1, len(table.column_from) + 1
    if len(table.points) != rows or any(len(row) != columns for row in table.points):
        yield "table_shape"
    if not all(_is_sensible(points) for row in table.points for points in row):
        yield "table_points"
    if not _is_rising(table.row_from) or not _is_rising(table.column_from):
        yield "table_out_of_order"


def _is_rising(levels: Sequence[Decimal]) -> bool:
    return all(_is_sensible(level) for level in levels) and all(low < high for low, high in pairwise(levels))


def _is_sensible(number: Decimal) -> bool:
    return number.is_finite() and abs(number) < LARGEST


def _repeats(every: Sequence[int] | Sequence[str]) -> bool:
    return len(set(every)) < len(every)
