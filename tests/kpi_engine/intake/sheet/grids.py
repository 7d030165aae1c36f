"""Sheets in a few words, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.intake.names import Askable
from kpi_engine.intake.sheet.grid import Cell, Grid, grid
from kpi_engine.intake.sheet.known import SheetKpi
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Name

TODAY = date(2026, 11, 23)
REVENUE = SheetKpi(Askable(1, ("Revenue", "销售收入"), Unit(UnitKind.MONEY)), PeriodKind.MONTH)
COMPLAINTS = SheetKpi(
    Askable(2, ("Complaints", "投诉数"), Unit(UnitKind.COUNT, Name("complaints", "起"))), PeriodKind.MONTH
)
ON_TIME = SheetKpi(Askable(3, ("On-time delivery", "准时交付率"), Unit(UnitKind.PERCENT)), PeriodKind.MONTH)
VISITS = SheetKpi(Askable(4, ("Visits", "拜访数"), Unit(UnitKind.COUNT)), PeriodKind.WEEK)
CALLS_OF_SAM = SheetKpi(Askable(5, ("Calls", "电话"), Unit(UnitKind.COUNT)), PeriodKind.DAY, ("Sam", "小萨"))
CALLS_OF_MIA = SheetKpi(Askable(6, ("Calls", "电话"), Unit(UnitKind.COUNT)), PeriodKind.DAY, ("Mia",))
KPIS = (REVENUE, COMPLAINTS, ON_TIME, VISITS, CALLS_OF_SAM, CALLS_OF_MIA)


def sheet(text: str, name: str = "") -> Grid:
    """A grid of text: a line for each row, a bar between cells."""
    return of_rows([[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()], name)


def of_rows(rows: Sequence[Sequence[Cell]], name: str = "") -> Grid:
    """A grid of these cells, numbered from 1."""
    return grid(name, [list(row) for row in rows], list(range(1, len(rows) + 1)))
