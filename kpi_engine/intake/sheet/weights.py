"""The weights of a scorecard's rows, which are 100 in all."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.intake.number import read_number
from kpi_engine.intake.sheet.cells import is_blank
from kpi_engine.intake.sheet.faults import Fault, RefusedRow, refused
from kpi_engine.intake.sheet.grid import Cell, Grid, text_of
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Name

WHOLE = Decimal(100)
LOST = Decimal("0.5")
"""What rounding may leave out of 100: three times 33.3."""


def read_weights(grid: Grid, head: int, index: int, rows: list[int]) -> dict[int, Decimal] | tuple[RefusedRow, ...]:
    """The weights by row: 20, 20 %, 20 points, or 0.2 where all of them make 1."""
    read = {at: _weight(grid.rows[at][index]) for at in rows}
    wrong = tuple(_wrong(grid, at, index) for at, weight in read.items() if weight is None)
    if wrong:
        return wrong
    weights = {at: weight for at, weight in read.items() if weight is not None}
    total = sum(weights.values(), Decimal(0))
    if abs(total * WHOLE - WHOLE) <= LOST:
        return {at: weight * WHOLE for at, weight in weights.items()}
    if abs(total - WHOLE) > LOST:
        return (refused(grid, head, index, Fault.WEIGHTS_SUM, total=total),)
    return weights


_POINTS = Unit(UnitKind.COUNT, Name("points", "分"))


def _weight(cell: Cell) -> Decimal | None:
    text = text_of(cell)
    percent = text.endswith(("%", "％"))
    found = read_number(text[:-1] if percent else text, _POINTS)
    return found.value if isinstance(found, Reading) and 0 < found.value <= WHOLE else None


def _wrong(grid: Grid, at: int, index: int) -> RefusedRow:
    cell = grid.rows[at][index]
    if is_blank(cell):
        return refused(grid, at, index, Fault.NO_WEIGHT)
    return refused(grid, at, index, Fault.UNREAD_WEIGHT, raw=text_of(cell))
