"""A scorecard on a sheet (绩效考核表): each row a KPI with its weight and target, and mostly its actual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias, TypeVar

from kpi_engine.design.match import bare
from kpi_engine.intake.sheet.by_hand import beside_kpi, read_by_hand, rows_by_hand
from kpi_engine.intake.sheet.card_line import Line
from kpi_engine.intake.sheet.card_row import CardRow, read_row
from kpi_engine.intake.sheet.cells import is_blank, is_total
from kpi_engine.intake.sheet.faults import Fault, RefusedRow, refused
from kpi_engine.intake.sheet.gate import read_gate
from kpi_engine.intake.sheet.grid import Grid, Row, text_of
from kpi_engine.intake.sheet.headings import Column
from kpi_engine.intake.sheet.layout import Layout, doubles
from kpi_engine.intake.sheet.weights import read_weights
from kpi_engine.model.total import Adjustment, CappedUntilMet, Gate, Multiplier


@dataclass(frozen=True, slots=True)
class Card:
    """The KPIs of a sheet; their weights are 100 in all."""

    sheet: str
    rows: tuple[CardRow, ...]
    adjustments: tuple[Adjustment, ...] = ()
    gates: tuple[Gate, ...] = ()
    """Their KPIs are the rows, by number from 1."""


CardRead: TypeAlias = Card | tuple[RefusedRow, ...]


def holds_card(layout: Layout) -> bool:
    """Whether the table is a scorecard: KPIs with targets, whatever else there is of it."""
    return {Column.KPI, Column.TARGET} <= layout.columns.keys()


def read_card(grid: Grid, layout: Layout, needed: frozenset[Column] = frozenset({Column.WEIGHT})) -> CardRead:
    """The scorecard, or everything that is wrong with it. Sections, notes, totals and signatures are no rows of it."""
    if faults := _missing(grid, layout, needed) + doubles(grid, layout, _TOLD):
        return faults
    by_hand = rows_by_hand(grid, layout)
    lines = [Line(grid, layout, at) for at, row in layout.below(grid) if at not in by_hand and _is_kpi(layout, row)]
    if not lines:
        return (refused(grid, layout.head, None, Fault.NO_ROWS),)
    weights = read_weights(grid, layout.head, layout.columns[Column.WEIGHT], [one.at for one in lines if _weighs(one)])
    known = {} if isinstance(weights, tuple) else weights
    rows = [read_row(line, known.get(line.at, Decimal(0))) for line in lines]
    points = [read_by_hand(Line(grid, layout, at), hand) for at, hand in by_hand.items()]
    gates = [read_gate(line, number) for number, line in enumerate(lines, 1)]
    beside = [*(weights if isinstance(weights, tuple) else ()), *map(beside_kpi, lines), *_doubles(lines, rows)]
    faults = _of(RefusedRow, [*beside, *rows, *points, *gates])
    if faults:
        return tuple(sorted(faults, key=lambda fault: fault.row))
    every_gate: tuple[Gate, ...] = _of(Multiplier, gates) + _of(CappedUntilMet, gates)
    return Card(grid.name, _of(CardRow, rows), _of(Adjustment, points), every_gate)


T = TypeVar("T")
_LEVELS = (Column.TARGET, Column.THRESHOLD, Column.STRETCH)
_NUMBERS = (Column.WEIGHT, *_LEVELS, Column.ACTUAL, Column.SCORE)
_TOLD = (
    *(Column.KPI, Column.WEIGHT, *_LEVELS, Column.ACTUAL, Column.RULE, Column.UNIT, Column.DIRECTION),
    *(Column.BY_HAND, Column.TAKEN, Column.GATE),
)


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


def _weighs(line: Line) -> bool:
    """A gate may do without a weight: it then has no part in the mean."""
    return is_blank(line.cell(Column.GATE)) or not is_blank(line.cell(Column.WEIGHT))


def _of(kind: type[T], things: Iterable[object]) -> tuple[T, ...]:
    return tuple(thing for thing in things if isinstance(thing, kind))


def _doubles(lines: Sequence[Line], rows: Sequence[CardRow | RefusedRow]) -> Iterator[RefusedRow]:
    first: dict[str, Line] = {}
    for line, row in zip(lines, rows, strict=True):
        if not isinstance(row, CardRow):
            continue
        known = first.setdefault(bare(row.name), line)
        if known is not line:
            place = line.grid.place(known.at, line.layout.columns[Column.KPI])
            yield line.fault(Column.KPI, Fault.TWICE, name=row.name, first=place).row
