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
    """Values for KPIs of the company that were understood, and the rows beside them that were not."""

    sheet: str
    values: tuple[SheetValue, ...]
    wrong: tuple[RefusedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """There is nothing in the sheet that could be taken."""

    rows: tuple[RefusedRow, ...]


Understood: TypeAlias = Values | Card | Refused


def understand(grid: Grid, kpis: Sequence[SheetKpi], today: date, currency: str | None = None) -> Understood:
    """What a sheet that somebody sent is and says; values of these KPIs before a scorecard, where it can be both.

    Nothing is guessed and nothing dropped: whatever has a value is understood, or named with its place and reason.
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
    wrong = tuple(sorted((one for one in outcomes if isinstance(one, RefusedRow)), key=lambda one: one.row))
    fine = tuple(one for one in outcomes if isinstance(one, SheetValue))
    if not outcomes:
        wrong = (refused(grid, head, None, Fault.NO_ROWS),)
    return Values(grid.name, fine, wrong) if fine else Refused(wrong)


def _card(read: Card | tuple[RefusedRow, ...]) -> Card | Refused:
    return read if isinstance(read, Card) else Refused(read)
