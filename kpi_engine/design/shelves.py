"""The catalogue as it stands in `data/catalogue`: a shelf of KPIs for each kind of department."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.data_files import Row, bilingual, read_folder
from kpi_engine.design.known import CatalogueKpi, DepartmentKind
from kpi_engine.model.kpi import Aggregation, Direction, Perspective, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotKind


@dataclass(frozen=True, slots=True)
class Shelf:
    """A kind of department and the KPIs that are at home in it, the most usual first."""

    kind: DepartmentKind
    kpis: tuple[CatalogueKpi, ...]


@cache
def shelves() -> tuple[Shelf, ...]:
    """All shelves, the most usual kind of department first."""
    found = [_shelf(file) for file in read_folder("catalogue")]
    return tuple(sorted(found, key=lambda shelf: shelf.kind.order))


def _shelf(file: Row) -> Shelf:
    kind = _department(file["department"])
    return Shelf(kind, tuple(_kpi(row, kind.id) for row in file["kpi"]))


def _department(row: Row) -> DepartmentKind:
    aliases = (*row["aliases_en"], *row["aliases_zh"])
    return DepartmentKind(row["id"], bilingual(row), aliases, row["order"], tuple(row["staples"]))


def _kpi(row: Row, department: str) -> CatalogueKpi:
    unit, aggregation = _unit(row), Aggregation(row["aggregation"])
    return CatalogueKpi(
        id=row["id"],
        department=department,
        also=tuple(row.get("also", ())),
        name=bilingual(row),
        aliases=(*row["aliases_en"], *row["aliases_zh"]),
        definition=bilingual(row, "definition"),
        formula=_quotient(row) if "numerator_en" in row else bilingual(row, "formula"),
        unit=unit,
        direction=Direction(row["direction"]),
        aggregation=aggregation,
        frequency=PeriodKind(row["frequency"]),
        perspective=Perspective(row["perspective"]),
        leading=row.get("leading", False),
        swot=frozenset(SwotKind(kind) for kind in row["swot"]),
        concepts=frozenset(row["concepts"]),
        source=bilingual(row, "source"),
        small=row["small"],
        gaming=bilingual(row, "gaming") if "gaming_en" in row else None,
        counter=row.get("counter"),
    )


def _quotient(row: Row) -> Name:
    numerator, denominator = bilingual(row, "numerator"), bilingual(row, "denominator")
    return Name(f"{numerator.en} ÷ {denominator.en}", f"{numerator.zh} ÷ {denominator.zh}")


def _unit(row: Row) -> Unit:
    kind = UnitKind(row["unit"])
    return Unit(kind, bilingual(row, "unit")) if "unit_en" in row else Unit(kind)
