"""Where in a grid the table begins, and what its columns hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kpi_engine.calendar.period import Period
from kpi_engine.intake.sheet.faults import Fault, RefusedRow, refused
from kpi_engine.intake.sheet.grid import Cell, Grid, Row, text_of
from kpi_engine.intake.sheet.headings import Column, Heading, heading
from kpi_engine.intake.sheet.when import Dates, across, is_two_ways, period_of, year_in


@dataclass(frozen=True, slots=True)
class Layout:
    """The table's head is row `head` of the grid."""

    head: int
    columns: Mapping[Column, int]
    brackets: Mapping[Column, str]
    """What stood in brackets behind a head: mostly a unit."""
    doubtful: Mapping[Column, int]
    """Columns that are there twice under equally good names, by the second of them."""
    periods: Mapping[int, Period]
    """Columns of which the head is a period."""
    year: int | None
    """The one that titles speak of."""

    def cell(self, row: Row, column: Column) -> Cell:
        """What a row holds in that column; empty where there is none."""
        return row[self.columns[column]] if column in self.columns else ""

    def below(self, grid: Grid) -> Iterator[tuple[int, Row]]:
        """The rows under the head, by their place in the grid; the head may be repeated on every page."""
        head = grid.rows[self.head]
        return ((at, row) for at, row in enumerate(grid.rows) if at > self.head and row != head)


def find_layout(grid: Grid, today: date, is_kpi: Callable[[str], bool]) -> Layout | None:
    """The row among the first that names most columns, periods or KPIs; None where none names two of them.

    Titles, blank lines and notes stand above it and are passed over.
    """
    weighed = [(_weight(row, today, is_kpi), -at) for at, row in enumerate(grid.rows[:_MOST_TITLES])]
    most, minus_at = max(weighed, default=(0, 0))
    return _layout(grid, -minus_at, today) if most >= _FEWEST else None


def doubles(grid: Grid, layout: Layout, columns: Iterable[Column]) -> tuple[RefusedRow, ...]:
    """Those of the columns that are there twice."""
    return tuple(
        refused(grid, layout.head, layout.doubtful[column], Fault.COLUMN_TWICE, column=column)
        for column in columns
        if column in layout.doubtful
    )


_MOST_TITLES = 50
_FEWEST = 2


def _weight(row: Row, today: date, is_kpi: Callable[[str], bool]) -> int:
    heads = [text_of(cell) for cell in row]
    columns = {found.column for head in heads if (found := heading(head))}
    periods = sum(1 for cell, head in zip(row, heads, strict=True) if head and _is_period(cell, today))
    kpis = sum(1 for head in heads if is_kpi(head)) if Column.PERIOD in columns else 0
    subject = bool(columns & {Column.KPI, Column.PERIOD}) or (periods >= _FEWEST and not heads[0])
    return len(columns) + periods + kpis if subject else 0


def _layout(grid: Grid, head: int, today: date) -> Layout:
    row = grid.rows[head]
    best: dict[Column, tuple[int, Heading]] = {}
    doubtful: dict[Column, int] = {}
    for index, cell in enumerate(row):
        if found := heading(text_of(cell)):
            _, known = best.get(found.column, (index, None))
            if known and known.rank == found.rank:
                doubtful[found.column] = index
            elif known is None or found.rank < known.rank:
                best[found.column] = index, found
                doubtful.pop(found.column, None)
    columns = {column: index for column, (index, _) in best.items()}
    year = year_in([grid.name, *(cell for title in grid.rows[:head] for cell in title)])
    periods = _periods(grid, head, year, today)
    if Column.KPI not in columns and periods and Column.PERIOD not in columns:
        columns[Column.KPI] = max(min(periods) - 1, 0)
    brackets = {column: found.bracket for column, (_, found) in best.items() if found.bracket}
    return Layout(head, columns, brackets, doubtful, periods, year)


def _is_period(cell: Cell, today: date) -> bool:
    return is_two_ways(cell) or period_of(cell, Dates(today.year), today) is not None


def _periods(grid: Grid, head: int, year: int | None, today: date) -> dict[int, Period]:
    row, below = grid.rows[head], grid.rows[head + 1 :]
    heads = [index for index, cell in enumerate(row) if text_of(cell) and _is_period(cell, today)]
    filled = [any(cells[index] != "" for cells in below) for index in heads]
    found = across([row[index] for index in heads], filled, year, today)
    return {index: period for index, period in zip(heads, found, strict=True) if period}
