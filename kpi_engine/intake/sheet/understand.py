"""What a sheet is, and all that it says: values, a scorecard, or which rows are wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kpi_engine.intake.sheet.card import Card, holds_card, read_card
from kpi_engine.intake.sheet.claim import Outcome, SheetValue
from kpi_engine.intake.sheet.faults import Fault, RefusedRow, refused
from kpi_engine.intake.sheet.grid import Grid, text_of
from kpi_engine.intake.sheet.headings import Column
from kpi_engine.intake.sheet.known import KnownKpis, SheetKpi
from kpi_engine.intake.sheet.layout import find_layout
from kpi_engine.intake.sheet.values import holds_values, read_values
from kpi_engine.model.name import Language


@dataclass(frozen=True, slots=True)
class Values:
    """Values for KPIs of the company; all of them were understood."""

    sheet: str
    values: tuple[SheetValue, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing of the sheet is taken, as long as anything in it is wrong."""

    rows: tuple[RefusedRow, ...]
    fine: int = 0
    """Values that were understood."""


Understood: TypeAlias = Values | Card | Refused


def understand(grid: Grid, kpis: Sequence[SheetKpi], today: date, currency: str | None = None) -> Understood:
    """What a sheet that somebody sent is and says; values of these KPIs before a scorecard, where it can be both.

    Nothing is guessed and nothing dropped: whatever has a value is taken, or refused with its place and reason.
    """
    known = KnownKpis(kpis)
    layout = find_layout(grid, today, lambda text: bool(known.called(text)))
    if layout and holds_values(grid, layout, known):
        return _values(grid, layout.head, read_values(grid, layout, known, today, currency))
    if layout and holds_card(layout):
        return _card(read_card(grid, layout))
    return Refused((RefusedRow(grid.name, 0, "", Fault.NO_HEADER),))


def understand_card(grid: Grid, today: date) -> Card | Refused | None:
    """The scorecard that is to be scored, so with an actual for each KPI; None where the sheet is none."""
    layout = find_layout(grid, today, lambda text: False)
    if layout is None or not holds_card(layout):
        return None
    return _card(read_card(grid, layout, frozenset({Column.WEIGHT, Column.ACTUAL})))


def written_in(grid: Grid, today: date) -> Language:
    """The language of the table's head; of keys, which are English, that of what stands below."""
    layout = None if grid.keys else find_layout(grid, today, lambda text: False)
    rows = grid.rows if layout is None else (grid.rows[layout.head],)
    chinese = any("\u4e00" <= letter <= "\u9fff" for row in rows for cell in row for letter in text_of(cell))
    return Language.ZH if chinese else Language.EN


def _values(grid: Grid, head: int, outcomes: Sequence[Outcome]) -> Values | Refused:
    wrong = tuple(one for one in outcomes if isinstance(one, RefusedRow))
    fine = tuple(one for one in outcomes if isinstance(one, SheetValue))
    if not outcomes:
        wrong = (refused(grid, head, None, Fault.NO_ROWS),)
    return Refused(wrong, len(fine)) if wrong else Values(grid.name, fine)


def _card(read: Card | tuple[RefusedRow, ...]) -> Card | Refused:
    return read if isinstance(read, Card) else Refused(read)
