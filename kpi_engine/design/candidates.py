"""Which KPIs to offer a department, best first, each with the reasons for it."""

from __future__ import annotations

from collections.abc import Sequence

from kpi_engine.design.catalogue import CatalogueKpi, DepartmentKind, called, guess, kpis
from kpi_engine.design.ranking import rank
from kpi_engine.design.reasons import Candidate, ForDepartment, ForGoal, ForSwot
from kpi_engine.design.strategy import concepts_in, concepts_of
from kpi_engine.model.kpi import Definition
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotEntry


def candidates(
    department: Name,
    goals: Sequence[Name],
    swot: Sequence[SwotEntry],
    taken: Sequence[Definition],
    limit: int,
) -> tuple[Candidate, ...]:
    """The best KPIs that the department has not taken; a smaller limit gives the head of the same list."""
    kinds = guess(f"{department.en} / {department.zh}")
    themes = [(ForGoal(goal), concepts_of(goal)) for goal in goals]
    corners = [(ForSwot(entry), concepts_in(entry.text)) for entry in swot]
    had = {_catalogue_id(one) for one in taken}
    offered = [
        Candidate(kpi, (*_department(kpi, kinds), *_goals(kpi, themes), *_swot(kpi, corners)))
        for kpi in kpis()
        if kpi.id not in had
    ]
    in_reach = [one for one in offered if one.at_home or (not kinds and _serves_a_goal(one))]
    return rank(in_reach, frozenset(one.perspective for one in taken), limit)


def _department(kpi: CatalogueKpi, kinds: Sequence[DepartmentKind]) -> list[ForDepartment]:
    return [ForDepartment(kind) for kind in kinds if kind.id == kpi.department]


def _goals(kpi: CatalogueKpi, themes: Sequence[tuple[ForGoal, frozenset[str]]]) -> list[ForGoal]:
    return [reason for reason, concepts in themes if concepts & kpi.concepts]


def _swot(kpi: CatalogueKpi, corners: Sequence[tuple[ForSwot, frozenset[str]]]) -> list[ForSwot]:
    return [reason for reason, concepts in corners if concepts & kpi.concepts and reason.entry.kind in kpi.swot]


def _catalogue_id(taken: Definition) -> str | None:
    known = called(taken.name.en) or called(taken.name.zh)
    return taken.catalogue_id or (known.id if known else None)


def _serves_a_goal(candidate: Candidate) -> bool:
    return any(isinstance(reason, ForGoal) for reason in candidate.reasons)
