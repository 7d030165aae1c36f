"""Two KPIs that have one score together, by a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.measure.exact import part_of, rounded, weighted_mean
from kpi_engine.model.score import KpiScore, Scorecard
from kpi_engine.model.total import TwoWay, TwoWayCell

Lines: TypeAlias = Mapping[int, KpiScore]


def two_way(table: TwoWay, row_score: Decimal, column_score: Decimal) -> Decimal:
    """The points where the row and the column of the two scores meet, both as they are shown."""
    row = bisect_right(table.row_from, rounded(row_score))
    column = bisect_right(table.column_from, rounded(column_score))
    return table.points[row][column]


def cell_of(table: TwoWay, row_score: Decimal, column_score: Decimal) -> TwoWayCell:
    """The cell of the table in which the two scores meet."""
    return TwoWayCell(
        table.row_kpi_id,
        table.column_kpi_id,
        row_score,
        column_score,
        _between(table.row_from, row_score),
        _between(table.column_from, column_score),
        two_way(table, row_score, column_score),
    )


def cells_of(lines: Iterable[KpiScore], tables: Sequence[TwoWay]) -> Iterator[TwoWayCell]:
    """The cells of the tables of which both KPIs have a score."""
    scores = {line.version.kpi.id: line.score for line in lines}
    for table in tables:
        row, column = scores.get(table.row_kpi_id), scores.get(table.column_kpi_id)
        if row is not None and column is not None:
            yield cell_of(table, row, column)


def base_of(card: Scorecard, tables: Sequence[TwoWay]) -> tuple[Decimal | None, Decimal]:
    """The card's score and coverage, with the tables in place of the KPIs that they are made of, in its parts as well.

    A table needs both of its KPIs: as long as one has no score, neither counts.
    """
    if not tables:
        return card.score, card.coverage
    if card.parts:
        return _mean([(part.share, *base_of(part.card, tables)) for part in card.parts])
    lines = {line.version.kpi.id: line for line in card.lines}
    own = [table for table in tables if {table.row_kpi_id, table.column_kpi_id} <= lines.keys()]
    paired = {kpi_id for table in own for kpi_id in (table.row_kpi_id, table.column_kpi_id)}
    terms = [(line.weight, line.score) for kpi_id, line in lines.items() if kpi_id not in paired]
    terms += [_term(table, lines) for table in own]
    return _mean((weight, score, Decimal(score is not None)) for weight, score in terms)


def _between(steps: Sequence[Decimal], score: Decimal) -> tuple[Decimal | None, Decimal | None]:
    at = bisect_right(steps, rounded(score))
    return (steps[at - 1] if at else None), (steps[at] if at < len(steps) else None)


def _mean(terms: Iterable[tuple[Decimal, Decimal | None, Decimal]]) -> tuple[Decimal | None, Decimal]:
    """The mean score of (weight, score, coverage), and how much of the weight it covers."""
    terms = tuple(terms)
    covered = sum((weight * coverage for weight, _, coverage in terms), Decimal(0))
    whole = sum((weight for weight, _, _ in terms), Decimal(0))
    return weighted_mean((weight, score) for weight, score, _ in terms if score is not None), part_of(covered, whole)


def _term(table: TwoWay, lines: Lines) -> tuple[Decimal, Decimal | None]:
    row, column = lines[table.row_kpi_id], lines[table.column_kpi_id]
    weight = row.weight + column.weight
    if row.score is None or column.score is None:
        return weight, None
    return weight, two_way(table, row.score, column.score)
