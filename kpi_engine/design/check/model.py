"""A KPI model as the check sees it: everything the rules look at, and nothing of the database."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.size import is_small
from kpi_engine.model.check import Mute
from kpi_engine.model.company import Company, Department, Person
from kpi_engine.model.strategy import Goal, SwotEntry


class Culture(StrEnum):
    """What the company wants people to work for first."""

    TEAM = "team"
    INDIVIDUAL = "individual"


@dataclass(frozen=True, slots=True)
class KpiSet:
    """KPIs whose weights make 100: the department's own, or those of one person in it."""

    department: Department
    person: Person | None
    kpis: tuple[KpiRecord, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """A company's KPI model on a day."""

    today: date
    company: Company
    departments: tuple[Department, ...] = ()
    people: tuple[Person, ...] = ()
    """Whoever was ever added, active or not."""
    goals: tuple[Goal, ...] = ()
    """Those that stand."""
    former_goals: tuple[Goal, ...] = ()
    """Those that others have taken the place of."""
    swot: tuple[SwotEntry, ...] = ()
    kpis: tuple[KpiRecord, ...] = ()
    mutes: tuple[Mute, ...] = ()
    goal_kpis: tuple[tuple[int, int], ...] = ()
    """Which KPI measures a goal: (goal id, KPI id)."""
    review_every: PeriodKind = PeriodKind.YEAR
    """How often every KPI is to be looked at anew."""
    culture: Culture | None = None
    team_share: Decimal | None = None
    """How much of a person's score is the team's, from 0 to 1."""
    chose_ranking: frozenset[int] = frozenset()
    """People who have said themselves that they want to stand on leaderboards."""

    @property
    def staff(self) -> tuple[Person, ...]:
        """Whoever is active."""
        return tuple(person for person in self.people if person.active)

    @property
    def is_small(self) -> bool:
        """Whether the company is small enough for fewer KPIs and wider weights."""
        return is_small(len(self.staff), self.company.small)

    def person(self, id: int) -> Person | None:
        """Somebody who was ever added."""
        return next((person for person in self.people if person.id == id), None)

    def department(self, id: int) -> Department:
        """The department with that id."""
        return next(department for department in self.departments if department.id == id)

    def in_department(self, id: int) -> tuple[Person, ...]:
        """Who is active there."""
        return tuple(person for person in self.staff if id in person.department_ids)

    def goals_of(self, department_id: int | None) -> tuple[Goal, ...]:
        """The goals of the department that stand; without one the company's."""
        return tuple(goal for goal in self.goals if goal.department_id == department_id)

    def goal(self, id: int | None) -> Goal | None:
        """The goal that stands with that id, or the one that has taken its place in its department."""
        standing = next((goal for goal in self.goals if goal.id == id), None)
        former = next((goal for goal in self.former_goals if goal.id == id and goal.department_id is not None), None)
        return standing or (next(iter(self.goals_of(former.department_id)), None) if former else None)

    def sets(self) -> tuple[KpiSet, ...]:
        """Every set that has KPIs, by department, its own before its people's."""
        found: dict[tuple[int, int], list[KpiRecord]] = defaultdict(list)
        for record in self.kpis:
            found[record.version.kpi.department_id, record.version.kpi.person_id or 0].append(record)
        order = {department.id: place for place, department in enumerate(self.departments)}
        return tuple(
            KpiSet(self.department(department_id), self.person(person_id), tuple(found[department_id, person_id]))
            for department_id, person_id in sorted(found, key=lambda key: (order[key[0]], key[1]))
        )
