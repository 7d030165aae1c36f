"""The catalogue: proven KPIs by kind of department, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.data_files import Row, bilingual, read_folder
from kpi_engine.design.match import bare, likeness
from kpi_engine.design.words import find_all
from kpi_engine.model.kpi import Aggregation, Direction, Perspective, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotKind

GENERAL = "general"
"""The kind whose KPIs suit any department."""


@dataclass(frozen=True, slots=True)
class DepartmentKind:
    """What departments of one kind are called ("Sales", "销售", "大客户")."""

    id: str
    name: Name
    aliases: tuple[str, ...]
    order: int

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, in either language."""
        return (self.name.en, self.name.zh, *self.aliases)


@dataclass(frozen=True, slots=True)
class CatalogueKpi:
    """A KPI as the catalogue knows it; its id is for ever."""

    id: str
    department: str
    name: Name
    aliases: tuple[str, ...]
    formula: Name
    """How it is counted; a ratio's is "numerator ÷ denominator"."""
    unit: Unit
    direction: Direction
    aggregation: Aggregation
    frequency: PeriodKind
    perspective: Perspective
    leading: bool
    """It moves before the result does."""
    swot: frozenset[SwotKind]
    """The corners of a SWOT that it can answer."""
    concepts: frozenset[str]
    source: Name
    small: int
    """How well it suits a small company, from 0 to 2."""
    counter: str | None
    """Id of the KPI that shows if this one is bought at the cost of something else."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, in either language."""
        return (self.name.en, self.name.zh, *self.aliases)


@cache
def departments() -> tuple[DepartmentKind, ...]:
    """The kinds of department to choose from, the most usual first."""
    return tuple(kind for kind, _ in _shelves() if kind.id != GENERAL)


@cache
def kpis() -> tuple[CatalogueKpi, ...]:
    """Every KPI, by kind of department and there the most usual first."""
    return tuple(kpi for _, shelf in _shelves() for kpi in shelf)


def find(kpi_id: str) -> CatalogueKpi | None:
    """The KPI with that id."""
    return _by_id().get(kpi_id)


def called(text: str) -> CatalogueKpi | None:
    """The KPI of that name or alias, in either language."""
    return _by_name().get(bare(text))


def guess(department_name: str) -> tuple[DepartmentKind, ...]:
    """The kinds that a department's name speaks of: one, several ("采购物流部"), or none."""
    found = {one.phrase for one in find_all(department_name, [name for kind in departments() for name in kind.names])}
    named = tuple(kind for kind in departments() if found.intersection(kind.names))
    return named or tuple(kind for kind in departments() if _misspelt(department_name, kind))


_SLIP = 0.8
"""At least this alike is a slip of typing: "Slaes", "Logistcs"."""


def _misspelt(text: str, kind: DepartmentKind) -> bool:
    return any(likeness(text, name) >= _SLIP for name in kind.names)


@cache
def _by_id() -> dict[str, CatalogueKpi]:
    return {kpi.id: kpi for kpi in kpis()}


@cache
def _by_name() -> dict[str, CatalogueKpi]:
    return {bare(name): kpi for kpi in kpis() for name in kpi.names}


@cache
def _shelves() -> tuple[tuple[DepartmentKind, tuple[CatalogueKpi, ...]], ...]:
    shelves = [(_department(file["department"]), file) for file in read_folder("catalogue")]
    shelves.sort(key=lambda shelf: shelf[0].order)
    return tuple((kind, tuple(_kpi(row, kind.id) for row in file["kpi"])) for kind, file in shelves)


def _department(row: Row) -> DepartmentKind:
    return DepartmentKind(row["id"], bilingual(row), (*row["aliases_en"], *row["aliases_zh"]), row["order"])


def _kpi(row: Row, department: str) -> CatalogueKpi:
    return CatalogueKpi(
        id=row["id"],
        department=department,
        name=bilingual(row),
        aliases=(*row["aliases_en"], *row["aliases_zh"]),
        formula=_quotient(row) if "numerator_en" in row else bilingual(row, "formula"),
        unit=_unit(row),
        direction=Direction(row["direction"]),
        aggregation=Aggregation(row["aggregation"]),
        frequency=PeriodKind(row["frequency"]),
        perspective=Perspective(row["perspective"]),
        leading=row.get("leading", False),
        swot=frozenset(SwotKind(kind) for kind in row["swot"]),
        concepts=frozenset(row["concepts"]),
        source=bilingual(row, "source"),
        small=row["small"],
        counter=row.get("counter"),
    )


def _quotient(row: Row) -> Name:
    numerator, denominator = bilingual(row, "numerator"), bilingual(row, "denominator")
    return Name(f"{numerator.en} ÷ {denominator.en}", f"{numerator.zh} ÷ {denominator.zh}")


def _unit(row: Row) -> Unit:
    kind = UnitKind(row["unit"])
    return Unit(kind, bilingual(row, "unit")) if "unit_en" in row else Unit(kind)
