"""A row of a scorecard that is being read, and the first thing that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.intake.sheet.faults import Fault, RefusedRow, refused
from kpi_engine.intake.sheet.grid import Cell, Grid, text_of
from kpi_engine.intake.sheet.headings import Column
from kpi_engine.intake.sheet.layout import Layout


@dataclass(frozen=True, slots=True)
class Line:
    """A row to be read, with what its columns are."""

    grid: Grid
    layout: Layout
    at: int

    def cell(self, column: Column) -> Cell:
        """What it holds in a column."""
        return self.layout.cell(self.grid.rows[self.at], column)

    def text(self, column: Column) -> str:
        """The same as text."""
        return text_of(self.cell(column))

    def fault(self, column: Column, fault: Fault, **params: object) -> Wrong:
        """What is wrong with that cell; with the row, where there is no such column."""
        return Wrong(refused(self.grid, self.at, self.layout.columns.get(column), fault, **params))


class Wrong(Exception):
    """The first thing that is wrong with a row."""

    def __init__(self, row: RefusedRow) -> None:
        super().__init__(row)
        self.row = row
