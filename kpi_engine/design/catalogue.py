"""The catalogue: proven KPIs by kind of department, in both languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from kpi_engine.design.known import GENERAL, CatalogueKpi, DepartmentKind
from kpi_engine.design.match import bare, likeness
from kpi_engine.design.shelves import shelves
from kpi_engine.design.words import find_all
from kpi_engine.model.name import Name


@cache
def departments() -> tuple[DepartmentKind, ...]:
    """The kinds of department to choose from, the most usual first."""
    return tuple(shelf.kind for shelf in shelves() if shelf.kind.id != GENERAL)


@cache
def any_department() -> DepartmentKind:
    """The kind whose KPIs suit any department; its staples are what any business lives by."""
    return next(shelf.kind for shelf in shelves() if shelf.kind.id == GENERAL)


@cache
def kpis() -> tuple[CatalogueKpi, ...]:
    """Every KPI, by kind of department and there the most usual first."""
    return tuple(kpi for shelf in shelves() for kpi in shelf.kpis)


def find(kpi_id: str) -> CatalogueKpi | None:
    """The KPI with that id."""
    return _by_id().get(kpi_id)


def called(text: str, kinds: Sequence[DepartmentKind] = ()) -> CatalogueKpi | None:
    """The KPI of that name or alias, in either language.

    Departments may count different things by one name ("return rate", "复购率"): then it is the KPI that is usual in
    one of the given kinds, and otherwise the first of `namesakes`.
    """
    here = {kind.id for kind in kinds}
    found = namesakes(text)
    return next((kpi for kpi in found if here.intersection(kpi.departments)), found[0] if found else None)


def namesakes(text: str) -> tuple[CatalogueKpi, ...]:
    """Every KPI of that name or alias: first those whose own name it is, each by the order of the catalogue."""
    return _by_name().get(bare(text), ())


def guess(department_name: str, said: str = "") -> tuple[DepartmentKind, ...]:
    """The kinds that a department's name speaks of: one, several ("采购物流部"), or none.

    A word that departments of several kinds go by ("workshop", "设计") means those of which `said`, what else is known
    of the business, speaks too; where it speaks of none of them, it may be any.
    """
    found = _phrases(department_name)
    hinted = _phrases(said) - found
    sure = {kind.id for kind in departments() if hinted.intersection(kind.names)}
    named: dict[str, DepartmentKind] = {}
    for phrase in found:
        of_it = [kind for kind in departments() if phrase in kind.names]
        named |= {kind.id: kind for kind in [one for one in of_it if one.id in sure] or of_it}
    ordered = tuple(kind for kind in departments() if kind.id in named)
    return ordered or tuple(kind for kind in departments() if _misspelt(department_name, kind))


def kinds_of(department: Name, company: Name | None = None, goals: Sequence[Name] = ()) -> tuple[DepartmentKind, ...]:
    """The kinds that a department is of, by its name in both languages; if that says nothing, those of the company."""
    told = [each for each in (company, *goals) if each]
    named = guess(_both(department), " / ".join(map(_both, told)))
    return named or (guess(_both(company)) if company else ())


def _both(name: Name) -> str:
    return f"{name.en} / {name.zh}"


def _phrases(text: str) -> frozenset[str]:
    return frozenset(one.phrase for one in find_all(text, [name for kind in departments() for name in kind.names]))


_SLIP = 0.8
"""At least this alike is a slip of typing: "Slaes", "Logistcs"."""


def _misspelt(text: str, kind: DepartmentKind) -> bool:
    return any(likeness(text, name) >= _SLIP for name in kind.names)


@cache
def _by_id() -> dict[str, CatalogueKpi]:
    return {kpi.id: kpi for kpi in kpis()}


@cache
def _by_name() -> dict[str, tuple[CatalogueKpi, ...]]:
    own: defaultdict[str, dict[str, CatalogueKpi]] = defaultdict(dict)
    for names in (_own_names, _aliases):
        for kpi in kpis():
            for name in names(kpi):
                own[bare(name)][kpi.id] = kpi
    return {name: tuple(found.values()) for name, found in own.items()}


def _own_names(kpi: CatalogueKpi) -> tuple[str, ...]:
    return (kpi.name.en, kpi.name.zh)


def _aliases(kpi: CatalogueKpi) -> tuple[str, ...]:
    return kpi.aliases
