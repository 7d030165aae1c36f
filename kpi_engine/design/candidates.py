"""Which KPIs to offer a department, best first, each with the reasons for it."""

from __future__ import annotations

from collections.abc import Sequence

from kpi_engine.design.catalogue import any_department, called, find, kinds_of, kpis
from kpi_engine.design.known import CatalogueKpi, DepartmentKind
from kpi_engine.design.ranking import rank
from kpi_engine.design.reasons import (
    Candidate,
    ForAnyBusiness,
    ForDepartment,
    ForGoal,
    ForSmallCompany,
    ForSwot,
    Reason,
)
from kpi_engine.design.size import FEW
from kpi_engine.design.strategy import concepts_of, subjects_in
from kpi_engine.model.kpi import Definition
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotEntry


def candidates(
    department: Name,
    goals: Sequence[Name],
    swot: Sequence[SwotEntry],
    taken: Sequence[Definition],
    limit: int,
    *,
    small: bool = False,
    company: Name | None = None,
) -> tuple[Candidate, ...]:
    """The best KPIs that the department has not taken; a smaller limit gives the head of the same list.

    What the company is called and the goals tell what a department is where its own name leaves that open. A `small`
    company is offered five at most, and nothing that takes more counting than it has hands for unless a goal or a SWOT
    line asks for it; if nothing tells what it does, what any business lives by.
    """
    kinds = kinds_of(department, company, goals)
    trade = _trade(kinds)
    themes = [(ForGoal(goal), concepts_of(goal) - trade or concepts_of(goal)) for goal in goals]
    corners = [(ForSwot(entry), subjects_in(entry.text)) for entry in swot]
    living = () if kinds or not small else any_department().staples
    had = {_catalogue_id(one, kinds) for one in taken}
    offered = [
        Candidate(
            kpi,
            (
                *_department(kpi, kinds),
                *_business(kpi, living),
                *_goals(kpi, themes),
                *_swot(kpi, corners),
                *_size(kpi, small),
            ),
        )
        for kpi in kpis()
        if kpi.id not in had
    ]
    in_reach = [one for one in offered if one.at_home or (not kinds and _serves_a_goal(one))]
    if small:
        in_reach = [one for one in in_reach if one.kpi.small or _asked_for(one)]
    return rank(in_reach, frozenset(one.perspective for one in taken), min(limit, FEW) if small else limit)


def _trade(kinds: Sequence[DepartmentKind]) -> frozenset[str]:
    """What all staples of a kind are about, as lessons in a school: it tells none of them from another."""
    staples = ([known.concepts for known in map(find, kind.staples) if known] for kind in kinds)
    return frozenset[str]().union(*(frozenset.intersection(*each) for each in staples))


def _department(kpi: CatalogueKpi, kinds: Sequence[DepartmentKind]) -> list[ForDepartment]:
    return [ForDepartment(kind) for kind in kinds if kind.id in kpi.departments]


def _business(kpi: CatalogueKpi, living: Sequence[str]) -> list[Reason]:
    return [ForAnyBusiness()] if kpi.id in living else []


def _goals(kpi: CatalogueKpi, themes: Sequence[tuple[ForGoal, frozenset[str]]]) -> list[ForGoal]:
    return [reason for reason, concepts in themes if concepts & kpi.concepts]


def _swot(kpi: CatalogueKpi, corners: Sequence[tuple[ForSwot, frozenset[str]]]) -> list[ForSwot]:
    return [reason for reason, concepts in corners if concepts & kpi.concepts and reason.entry.kind in kpi.swot]


def _size(kpi: CatalogueKpi, small: bool) -> list[Reason]:
    return [ForSmallCompany()] if small and kpi.small == _FITS_WELL else []


_FITS_WELL = 2


def _catalogue_id(taken: Definition, kinds: Sequence[DepartmentKind]) -> str | None:
    known = called(taken.name.en, kinds) or called(taken.name.zh, kinds)
    return taken.catalogue_id or (known.id if known else None)


def _serves_a_goal(candidate: Candidate) -> bool:
    return any(isinstance(reason, ForGoal) for reason in candidate.reasons)


def _asked_for(candidate: Candidate) -> bool:
    return any(isinstance(reason, ForGoal | ForSwot) for reason in candidate.reasons)
