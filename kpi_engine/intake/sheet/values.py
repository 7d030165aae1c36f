"""Values for KPIs that are known: one row for each value, periods across, or KPIs across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.intake.sheet.cells import is_blank, is_total
from kpi_engine.intake.sheet.claim import Claim, Outcome, SheetValue, outcome
from kpi_engine.intake.sheet.faults import Fault, RefusedRow, refused
from kpi_engine.intake.sheet.grid import Grid, text_of
from kpi_engine.intake.sheet.headings import Column, bracket_of
from kpi_engine.intake.sheet.known import KnownKpis, SheetKpi
from kpi_engine.intake.sheet.layout import Layout, doubles
from kpi_engine.intake.sheet.when import Dates, dates_down, is_two_ways, period_of


def read_values(grid: Grid, layout: Layout, kpis: KnownKpis, today: date, currency: str | None) -> tuple[Outcome, ...]:
    """Every value of the sheet, or what is wrong with it; rows without any (notes, totals) say nothing."""
    if faults := doubles(grid, layout, (Column.KPI, Column.PERIOD, Column.ACTUAL)):
        return faults
    if faults := tuple(_heads_two_ways(grid, layout)):
        return faults
    claims = _claims(grid, layout, kpis, today)
    return tuple(_once(grid, [(claim, outcome(grid, claim, kpis, today, currency)) for claim in claims]))


def holds_values(grid: Grid, layout: Layout, kpis: KnownKpis) -> bool:
    """Whether the table has one of the three shapes."""
    columns = layout.columns.keys()
    if Column.PERIOD in columns:
        return {Column.KPI, Column.ACTUAL} <= columns or bool(_kpi_heads(grid, layout, kpis))
    return Column.KPI in columns and bool(layout.periods or any(_heads_two_ways(grid, layout)))


def _claims(grid: Grid, layout: Layout, kpis: KnownKpis, today: date) -> Iterator[Claim]:
    if Column.PERIOD not in layout.columns:
        yield from _periods_across(grid, layout, kpis)
    elif {Column.KPI, Column.ACTUAL} <= layout.columns.keys():
        yield from _one_a_row(grid, layout, today)
    else:
        yield from _kpis_across(grid, layout, kpis, today)


def _heads_two_ways(grid: Grid, layout: Layout) -> Iterator[RefusedRow]:
    """Heads that can be two days, over values: a column that is passed over would be lost without a word."""
    if Column.PERIOD in layout.columns:
        return
    for index, cell in enumerate(grid.rows[layout.head]):
        if index not in layout.periods and is_two_ways(cell):
            yield refused(grid, layout.head, index, Fault.PERIOD_TWO_WAYS, raw=text_of(cell))


def _one_a_row(grid: Grid, layout: Layout, today: date) -> Iterator[Claim]:
    name, when, value = (layout.columns[column] for column in (Column.KPI, Column.PERIOD, Column.ACTUAL))
    dates = _dates(grid, layout, today)
    for at, row in layout.below(grid):
        if is_total(row[: name + 1]) or (is_blank(row[when]) and is_blank(row[value])):
            continue
        yield Claim(
            at,
            value,
            name,
            text_of(row[name]),
            when,
            period_of(row[when], dates, today),
            unit=text_of(layout.cell(row, Column.UNIT)) or layout.brackets.get(Column.ACTUAL, ""),
            person=text_of(layout.cell(row, Column.PERSON)),
            note=layout.columns.get(Column.NOTE),
        )


def _periods_across(grid: Grid, layout: Layout, kpis: KnownKpis) -> Iterator[Claim]:
    """Of months with their quarters beside them a KPI takes those that it is entered by."""
    name = layout.columns[Column.KPI]
    for at, row in layout.below(grid):
        if is_total(row[: name + 1]):
            continue
        text, person = text_of(row[name]), text_of(layout.cell(row, Column.PERSON))
        for value in _columns_for(layout, kpis.called(text, person)):
            if not is_blank(row[value]):
                unit = text_of(layout.cell(row, Column.UNIT)) or bracket_of(text)
                yield Claim(at, value, name, text, value, layout.periods[value], unit=unit, person=person)


def _columns_for(layout: Layout, found: Sequence[SheetKpi]) -> Iterable[int]:
    wanted = {kpi.frequency for kpi in found}
    fit = [index for index, period in layout.periods.items() if period.kind in wanted | {PeriodKind.DAY}]
    return fit or layout.periods


def _kpis_across(grid: Grid, layout: Layout, kpis: KnownKpis, today: date) -> Iterator[Claim]:
    when = layout.columns[Column.PERIOD]
    dates = _dates(grid, layout, today)
    heads = _kpi_heads(grid, layout, kpis)
    for at, row in layout.below(grid):
        if is_total(row[: when + 1]):
            continue
        person = text_of(layout.cell(row, Column.PERSON))
        for value, name in heads.items():
            if not is_blank(row[value]):
                period = period_of(row[when], dates, today)
                yield Claim(at, value, value, name, when, period, unit=bracket_of(name), person=person)


def _kpi_heads(grid: Grid, layout: Layout, kpis: KnownKpis) -> dict[int, str]:
    heads = ((index, text_of(cell)) for index, cell in enumerate(grid.rows[layout.head]))
    return {index: name for index, name in heads if kpis.called(name)}


def _dates(grid: Grid, layout: Layout, today: date) -> Dates:
    when = layout.columns[Column.PERIOD]
    return dates_down([row[when] for _, row in layout.below(grid)], layout.year, today)


def _once(grid: Grid, outcomes: Sequence[tuple[Claim, Outcome]]) -> Iterator[Outcome]:
    """A value that stands there twice is one; of two different ones for one place nobody knows which is meant."""
    spots: dict[tuple[int, Period], list[tuple[Claim, SheetValue]]] = {}
    for claim, found in outcomes:
        if isinstance(found, SheetValue):
            spots.setdefault((found.kpi_id, found.period), []).append((claim, found))
        else:
            yield found
    for (_, first), *others in spots.values():
        different = [claim for claim, one in others if (one.state, one.reading) != (first.state, first.reading)]
        for claim in different:
            yield refused(grid, claim.row, claim.value, Fault.TWICE, name=claim.name, first=first.place)
        if not different:
            yield first
