"""Two KPIs that have one score together, by a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from kpi_engine.measure.exact import part_of, rounded, weighted_mean
from kpi_engine.model.score import KpiScore, Scorecard
from kpi_engine.model.total import TwoWay


def two_way(table: TwoWay, row_score: Decimal, column_score: Decimal) -> Decimal:
    """The points where the row and the column of the two scores meet, both as they are shown."""
    row = bisect_right(table.row_from, rounded(row_score))
    column = bisect_right(table.column_from, rounded(column_score))
    return table.points[row][column]


def base_of(card: Scorecard, tables: Sequence[TwoWay]) -> tuple[Decimal | None, Decimal]:
    """The card's score and coverage, with the tables in place of the KPIs that they are made of.

    A table needs both of its KPIs: as long as one has no score, neither counts.
    """
    if not tables:
        return card.score, card.coverage
    lines = {line.version.kpi.id: line for line in card.lines}
    paired = {kpi_id for table in tables for kpi_id in (table.row_kpi_id, table.column_kpi_id)}
    terms = [(line.weight, line.score) for kpi_id, line in lines.items() if kpi_id not in paired]
    terms += [_term(table, lines) for table in tables if table.row_kpi_id in lines and table.column_kpi_id in lines]
    scored = [(weight, score) for weight, score in terms if score is not None]
    known, whole = sum(weight for weight, _ in scored), sum(line.weight for line in lines.values())
    return weighted_mean(scored), part_of(Decimal(known), Decimal(whole))


def _term(table: TwoWay, lines: dict[int, KpiScore]) -> tuple[Decimal, Decimal | None]:
    row, column = lines[table.row_kpi_id], lines[table.column_kpi_id]
    weight = row.weight + column.weight
    if row.score is None or column.score is None:
        return weight, None
    return weight, two_way(table, row.score, column.score)
