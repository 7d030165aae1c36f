"""A scorecard on a sheet (绩效考核表): each row a KPI with its weight and target, and mostly its actual."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.design.match import bare
from kpi_engine.intake.sheet.card_line import Line
from kpi_engine.intake.sheet.card_row import CardRow, read_row
from kpi_engine.intake.sheet.cells import is_blank, is_total
from kpi_engine.intake.sheet.faults import Fault, RefusedRow, refused
from kpi_engine.intake.sheet.grid import Grid, Row, text_of
from kpi_engine.intake.sheet.headings import Column
from kpi_engine.intake.sheet.layout import Layout, doubles
from kpi_engine.intake.sheet.weights import read_weights


@dataclass(frozen=True, slots=True)
class Card:
    """The KPIs of a sheet; their weights are 100 in all."""

    sheet: str
    rows: tuple[CardRow, ...]


CardRead: TypeAlias = Card | tuple[RefusedRow, ...]


def holds_card(layout: Layout) -> bool:
    """Whether the table is a scorecard: KPIs with targets, whatever else there is of it."""
    return {Column.KPI, Column.TARGET} <= layout.columns.keys()


def read_card(grid: Grid, layout: Layout, needed: frozenset[Column] = frozenset({Column.WEIGHT})) -> CardRead:
    """The scorecard, or everything that is wrong with it. Sections, notes, totals and signatures are no rows of it."""
    if faults := _missing(grid, layout, needed) + doubles(grid, layout, _TOLD):
        return faults
    rows = [at for at, row in layout.below(grid) if _is_kpi(layout, row)]
    if not rows:
        return (refused(grid, layout.head, None, Fault.NO_ROWS),)
    weights = read_weights(grid, layout.head, layout.columns[Column.WEIGHT], rows)
    faults = weights if isinstance(weights, tuple) else ()
    read = {
        at: read_row(Line(grid, layout, at), Decimal(0) if isinstance(weights, tuple) else weights[at]) for at in rows
    }
    good = {at: row for at, row in read.items() if isinstance(row, CardRow)}
    faults += tuple(row for row in read.values() if not isinstance(row, CardRow))
    faults += tuple(_doubles(grid, layout, good))
    return tuple(sorted(faults, key=lambda fault: fault.row)) or Card(grid.name, tuple(good.values()))


_LEVELS = (Column.TARGET, Column.THRESHOLD, Column.STRETCH)
_NUMBERS = (Column.WEIGHT, *_LEVELS, Column.ACTUAL, Column.SCORE)
_TOLD = (Column.KPI, Column.WEIGHT, *_LEVELS, Column.ACTUAL, Column.RULE, Column.UNIT, Column.DIRECTION)


def _missing(grid: Grid, layout: Layout, needed: frozenset[Column]) -> tuple[RefusedRow, ...]:
    missing = sorted(needed - layout.columns.keys())
    return tuple(refused(grid, layout.head, None, Fault.NO_COLUMN, column=column) for column in missing)


def _is_kpi(layout: Layout, row: Row) -> bool:
    """Whether numbers of a KPI stand in the row: not in a total, nor where somebody signs (签字： … 日期：).

    What has neither name nor weight is none; a row of which only they are missing shows in the sum of the weights.
    """
    name = text_of(layout.cell(row, Column.KPI))
    if is_total(row[: layout.columns[Column.KPI] + 1]) or name.endswith((":", "：")):
        return False
    if not name:
        return not is_blank(layout.cell(row, Column.WEIGHT))
    return not all(is_blank(layout.cell(row, column)) for column in _NUMBERS)


def _doubles(grid: Grid, layout: Layout, rows: dict[int, CardRow]) -> Iterator[RefusedRow]:
    first: dict[str, int] = {}
    for at, row in rows.items():
        known = first.setdefault(bare(row.name), at)
        if known != at:
            index = layout.columns[Column.KPI]
            yield refused(grid, at, index, Fault.TWICE, name=row.name, first=grid.place(known, index))
