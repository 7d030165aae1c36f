"""One value of a sheet: which KPI, which period, which number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.intake.number import Doubtful, Unread, read_number
from kpi_engine.intake.sheet.cells import is_blank, is_failed, state_in, typed
from kpi_engine.intake.sheet.faults import Fault, RefusedRow, refused
from kpi_engine.intake.sheet.grid import Grid, text_of
from kpi_engine.intake.sheet.known import KnownKpis, SheetKpi
from kpi_engine.intake.sheet.when import is_two_ways
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.name import TEXT_LIMIT


@dataclass(frozen=True, slots=True)
class SheetValue:
    """A value that was understood, and its place in the file ("B7")."""

    kpi_id: int
    period: Period
    state: ActualState
    reading: Reading | None
    """None unless the state is OK."""
    place: str
    note: str = ""


Outcome: TypeAlias = SheetValue | RefusedRow


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sheet says of one value, as it stands there: by columns of the row `row` of the grid."""

    row: int
    value: int
    kpi: int
    name: str
    when: int
    period: Period | None
    """None where the cell `when` names none."""
    unit: str = ""
    person: str = ""
    note: int | None = None


def outcome(grid: Grid, claim: Claim, kpis: KnownKpis, today: date, currency: str | None) -> Outcome:
    """The value, or the first thing that is wrong with it."""
    found = kpis.called(claim.name, claim.person)
    if len(found) != 1:
        return _unnamed(grid, claim, kpis, found)
    (kpi,) = found
    period = _of_frequency(claim.period, kpi.frequency) if claim.period else None
    if fault := _period_fault(grid, claim, kpi, period, today):
        return fault
    assert period is not None
    note = "" if claim.note is None else text_of(grid.rows[claim.row][claim.note])
    if len(note) > TEXT_LIMIT:
        return refused(grid, claim.row, claim.note, Fault.LONG_NOTE, limit=TEXT_LIMIT)
    value = _valued(grid, claim, kpi, period, currency)
    return replace(value, note=note) if isinstance(value, SheetValue) else value


def _unnamed(grid: Grid, claim: Claim, kpis: KnownKpis, found: Sequence[SheetKpi]) -> RefusedRow:
    if not claim.name:
        return refused(grid, claim.row, claim.kpi, Fault.NO_NAME)
    if found:
        return refused(grid, claim.row, claim.kpi, Fault.AMBIGUOUS_KPI, name=claim.name)
    nearest = kpis.nearest(claim.name)
    return refused(grid, claim.row, claim.kpi, Fault.UNKNOWN_KPI, name=claim.name, person=claim.person, nearest=nearest)


def _of_frequency(period: Period, frequency: PeriodKind) -> Period:
    """A day stands for the period that it lies in."""
    return Period.holding(period.start, frequency) if period.kind is PeriodKind.DAY else period


def _period_fault(grid: Grid, claim: Claim, kpi: SheetKpi, period: Period | None, today: date) -> RefusedRow | None:
    if period is None:
        return _no_period(grid, claim)
    if period.kind is not kpi.frequency:
        return refused(grid, claim.row, claim.when, Fault.WRONG_PERIOD, name=claim.name, kind=kpi.frequency)
    if period.start > today:
        return refused(grid, claim.row, claim.when, Fault.PERIOD_FUTURE, period=period)
    return None


def _no_period(grid: Grid, claim: Claim) -> RefusedRow:
    cell = grid.rows[claim.row][claim.when]
    if is_blank(cell):
        return refused(grid, claim.row, claim.when, Fault.NO_PERIOD)
    if is_two_ways(cell):
        return refused(grid, claim.row, claim.when, Fault.PERIOD_TWO_WAYS, raw=text_of(cell))
    return refused(grid, claim.row, claim.when, Fault.UNREAD_PERIOD, raw=text_of(cell))


def _valued(grid: Grid, claim: Claim, kpi: SheetKpi, period: Period, currency: str | None) -> Outcome:
    cell = grid.rows[claim.row][claim.value]
    place = grid.place(claim.row, claim.value)
    if state := state_in(cell):
        return SheetValue(kpi.askable.kpi_id, period, state, None, place)
    if is_blank(cell):
        return refused(grid, claim.row, claim.value, Fault.NO_VALUE, name=claim.name)
    if is_failed(cell):
        return refused(grid, claim.row, claim.value, Fault.FORMULA, raw=text_of(cell))
    unit, raw = kpi.askable.unit, typed(cell, claim.unit)
    match read_number(raw, unit, last=kpi.askable.last, currency=currency):
        case Reading() as read:
            return SheetValue(kpi.askable.kpi_id, period, ActualState.OK, read, place)
        case Doubtful(why=why) | Unread(why=why):
            return refused(grid, claim.row, claim.value, Fault.UNREAD_NUMBER, raw=raw, why=why, unit=unit)
