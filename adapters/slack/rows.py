"""A table that is too wide for columns of characters: row by row, with the heads before what they stand over."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.slack.cells import cell_text
from adapters.slack.elements import Json, piece
from conversations.view import Cell, Table

_NOTHING = "–"
_BETWEEN = " · "


def row_pieces(table: Table) -> list[Json]:
    """The table in pieces: what each row is about, in bold, then its other cells by the names of their columns."""
    first, *others = table.columns
    pieces = [each for row in table.rows for each in _row(others, row)][:-1]
    return [piece(f"{first}\n", italic=True), *pieces] if first else pieces


def _row(heads: list[str], row: tuple[Cell, ...]) -> Iterator[Json]:
    about, *cells = (cell_text(cell) for cell in row)
    told = (f"{head} {cell or _NOTHING}".strip() for head, cell in zip(heads, cells, strict=True))
    yield piece(about, bold=True)
    yield piece(f"  {_BETWEEN.join(told)}")
    yield piece("\n")
