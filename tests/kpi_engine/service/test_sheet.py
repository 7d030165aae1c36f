"""A sheet of values: all of it is recorded or nothing, and twice is once."""

from __future__ import annotations

import pytest

from kpi_engine.commands import Undo
from kpi_engine.errors import Refusal
from kpi_engine.intake.names import Askable
from kpi_engine.intake.sheet.grid import Grid
from kpi_engine.intake.sheet.known import SheetKpi
from kpi_engine.intake.sheet.plan import entering
from kpi_engine.intake.sheet.understand import Values, understand
from kpi_engine.model.actual import Channel
from kpi_engine.model.done import Entered
from kpi_engine.model.kpi import KpiVersion, UnitKind
from tests.factories import TODAY, Office, definition, entry, month
from tests.kpi_engine.intake.sheet.grids import sheet

TABLE = "KPI|Aug|Sep|Oct|Note\nRevenue|90|95|100|\nOn-time delivery|95%|96%|45/50|"


@pytest.fixture
def kpis(office: Office) -> list[int]:
    return office.publish(
        definition("Revenue", 60, owner_id=office.sam),
        definition("On-time delivery", 40, owner_id=office.sam, unit=UnitKind.PERCENT),
    )


def known(version: KpiVersion) -> SheetKpi:
    name, unit = version.definition.name, version.definition.unit
    return SheetKpi(Askable(version.kpi.id, (name.en, name.zh), unit), version.definition.frequency)


def read(office: Office, grid: Grid) -> Values:
    found = understand(grid, [known(version) for version in office.reader().kpis()], TODAY)
    assert isinstance(found, Values)
    return found


def imported(office: Office, grid: Grid, file: str = "kpi.xlsx", by: int | None = None) -> list[bool]:
    """Which values were written."""
    done = office.do(entering(file, [read(office, grid)]), by)
    assert isinstance(done, Entered)
    return [item.changed for item in done.items]


def test_every_value_is_recorded_with_the_cell_it_came_from(office: Office, kpis: list[int]) -> None:
    assert imported(office, sheet(TABLE, "Sales"), by=office.sam) == [True] * 6
    lines = office.reader().actuals(kpis[1])
    assert [(str(line.reading and line.reading.value), line.evidence) for line in lines] == [
        ("0.9", "kpi.xlsx, Sales, D3"),
        ("0.96", "kpi.xlsx, Sales, C3"),
        ("0.95", "kpi.xlsx, Sales, B3"),
    ]
    assert {line.channel for line in lines} == {Channel.FILE}


def test_twice_is_once_whatever_the_file_is_called_then(office: Office, kpis: list[int]) -> None:
    imported(office, sheet(TABLE))
    assert imported(office, sheet(TABLE)) == [False] * 6
    assert imported(office, sheet("Title|\n" + TABLE, "Sheet2"), file="kpi (1).xlsx") == [False] * 6
    assert len(office.reader().actuals(kpis[0])) == 3


def test_what_was_typed_already_is_not_written_again(office: Office, kpis: list[int]) -> None:
    office.enter(entry(kpis[0], month(8), 90, note="good"))
    assert imported(office, sheet(TABLE)) == [False, *[True] * 5]
    assert office.reader().current(kpis[0])[0].channel is Channel.CHAT


def test_a_value_that_differs_corrects_the_one_before(office: Office, kpis: list[int]) -> None:
    imported(office, sheet(TABLE))
    assert imported(office, sheet(TABLE.replace("|95|", "|97|"))) == [False, True, *[False] * 4]
    newest, oldest = [line for line in office.reader().actuals(kpis[0]) if line.period == month(9)]
    assert (newest.supersedes, oldest.current) == (oldest.id, False)


def test_a_note_is_news(office: Office, kpis: list[int]) -> None:
    rows = "KPI|Month|Value|Note\nRevenue|2026-10|5|"
    assert imported(office, sheet(rows)) == [True]
    assert imported(office, sheet(rows + "after the fair")) == [True]
    assert imported(office, sheet(rows)) == [False]


def test_one_row_that_is_wrong_is_kept_apart(office: Office, kpis: list[int]) -> None:
    versions = [known(version) for version in office.reader().kpis()]
    found = understand(sheet(TABLE.replace("|95|", "|many|")), versions, TODAY)
    assert isinstance(found, Values)
    assert (len(found.values), len(found.wrong)) == (5, 1)


def test_what_the_service_refuses_keeps_all_of_it_out(office: Office, kpis: list[int]) -> None:
    """Somebody who may not enter one of the values enters none."""
    with pytest.raises(Refusal) as caught:
        imported(office, sheet(TABLE), by=office.mia)
    assert caught.value.key == "not_allowed"
    assert office.reader().actuals(kpis[0]) == ()


def test_a_long_name_of_a_file_is_cut(office: Office, kpis: list[int]) -> None:
    imported(office, sheet(TABLE), file="x" * 300 + ".xlsx")
    assert office.reader().actuals(kpis[0])[0].evidence == "x" * 119 + "…, D2"


def test_taking_it_back_takes_back_all_of_it(office: Office, kpis: list[int]) -> None:
    imported(office, sheet(TABLE))
    office.do(Undo())
    assert all(office.reader().recent(kpi, 9) == () for kpi in kpis)
