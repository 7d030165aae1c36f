"""Words in a KPI's name that name no quantity, and what could be measured instead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kpi_engine.design.catalogue import called, kpis
from kpi_engine.design.data_files import read
from kpi_engine.design.known import CatalogueKpi
from kpi_engine.design.words import Found, find_all, fold


@dataclass(frozen=True, slots=True)
class Vague:
    """A word that cannot be measured as it stands, and up to four KPIs that can."""

    word: str
    instead: tuple[CatalogueKpi, ...]
    """Empty for words such as "improve": what is to be counted must be asked."""


def vague(kpi_name: str) -> Vague | None:
    """The vague word in a name; None where the name says what is counted, or the catalogue knows it."""
    found = find_all(kpi_name, _instead())
    if not found or called(kpi_name) or _measured(fold(kpi_name), found):
        return None
    worst = max(found, key=lambda one: (bool(_instead()[one.phrase]), one.length))
    return Vague(fold(kpi_name)[worst.start : worst.end], _instead()[worst.phrase])


def _measured(name: str, found: tuple[Found, ...]) -> bool:
    """Whether a quantity is named beside the vague words ("质量" alone ends like one)."""
    for one in reversed(found):
        name = f"{name[: one.start]} {name[one.end :]}"
    return bool(find_all(name, _measures()["words"])) or name.rstrip(" )").endswith(_measures()["endings"])


@cache
def _instead() -> dict[str, tuple[CatalogueKpi, ...]]:
    known = {kpi.id: kpi for kpi in kpis()}
    return {
        word: tuple(known[kpi_id] for kpi_id in row["instead"])
        for row in read("vague.toml")["vague"]
        for word in row["words"]
    }


@cache
def _measures() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(words) for kind, words in read("vague.toml")["measured"].items()}
