"""What is meant by a name: a KPI or a department, or what comes nearest."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask
from conversations.cards.names import kpi_words
from conversations.offers import Offering
from conversations.value_field import askable
from kpi_engine.design.match import is_called, nearest, same
from kpi_engine.errors import Refusal
from kpi_engine.intake.begun import begun_name
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import KpiVersion


def find_kpi(ask: Ask, name: str) -> KpiVersion | None:
    """The KPI by its name, its id (`#7`) or an alias; of several the one nearest to the person who asks."""
    versions = ask.know.kpis()
    for is_meant in (_is_id, _is_name, _is_alias):
        found = [version for version in versions if is_meant(name, version)]
        if found:
            return min(found, key=lambda version: _distance(ask, version))
    return None


def begun_kpi(ask: Ask, name: str) -> KpiVersion | None:
    """The one KPI of which a name, or a word in a name, begins like that."""
    versions = ask.know.kpis()
    begun = begun_name(name, [askable(version) for version in versions])
    return next(version for version in versions if version.kpi.id == begun[0].kpi_id) if len(begun) == 1 else None


def department_called(ask: Ask, name: str) -> Department | None:
    """The department of that name in either language, with or without 部."""
    for found in ask.know.departments():
        if same(name, found.name.en) or same(_without_bu(name), _without_bu(found.name.zh)):
            return found
    return None


def nothing_called(ask: Ask, name: str, names: Sequence[str], rest: str = "") -> Refusal:
    """That there is no such thing, with a button for each that comes nearest; `rest` was typed behind the name."""
    near = nearest(name.lstrip("@"), names, 3)
    command = ask.texts.dialog(ask.run.flow)
    return Offering(
        Refusal("nothing_called", name=name, nearest=near), [(one, f"{command} {one}{rest}") for one in near]
    )


def kpi_names(ask: Ask) -> list[str]:
    """What the KPIs are called, in both languages."""
    names = [version.definition.name for version in ask.know.kpis()]
    return [text for name in names for text in (name.en, name.zh)]


def _without_bu(name: str) -> str:
    """销售 and 销售部 are the same department."""
    return name.removesuffix("部")


def _is_id(name: str, version: KpiVersion) -> bool:
    return name == kpi_words(version)


def _is_name(name: str, version: KpiVersion) -> bool:
    return is_called(name, version.definition.name)


def _is_alias(name: str, version: KpiVersion) -> bool:
    return any(same(name, alias) for alias in askable(version).names)


def _distance(ask: Ask, version: KpiVersion) -> tuple[bool, bool]:
    mine = version.definition.owner_id == ask.me.id
    return not mine, version.kpi.department_id not in ask.me.department_ids
