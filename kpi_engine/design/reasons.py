"""A KPI to offer to a department, with the reasons as data; how they are worded is not said here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kpi_engine.design.known import GENERAL, CatalogueKpi, DepartmentKind
from kpi_engine.model.kpi import Perspective
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotEntry


@dataclass(frozen=True, slots=True)
class ForDepartment:
    """It is usual in departments of this kind."""

    kind: DepartmentKind


@dataclass(frozen=True, slots=True)
class ForGoal:
    """It is about what this goal is about."""

    goal: Name


@dataclass(frozen=True, slots=True)
class ForSwot:
    """It exploits, repairs, seizes or meets what this entry says."""

    entry: SwotEntry


@dataclass(frozen=True, slots=True)
class ForPerspective:
    """It is the first from this perspective."""

    perspective: Perspective


@dataclass(frozen=True, slots=True)
class ForSmallCompany:
    """It is worth its trouble where few people have to count everything."""


@dataclass(frozen=True, slots=True)
class ForAnyBusiness:
    """Every business lives by it: for a small one of which it is not known what it does."""


Reason: TypeAlias = ForDepartment | ForGoal | ForSwot | ForPerspective | ForSmallCompany | ForAnyBusiness


@dataclass(frozen=True, slots=True)
class Candidate:
    """A KPI to offer, and why."""

    kpi: CatalogueKpi
    reasons: tuple[Reason, ...]

    @property
    def at_home(self) -> bool:
        """Whether it is usual in the department, or in any."""
        return self.kpi.department == GENERAL or any(
            isinstance(one, ForDepartment | ForAnyBusiness) for one in self.reasons
        )
