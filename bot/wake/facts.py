"""What there may be to write to people about: a company's facts in a few statements, however many people it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kpi_engine.calendar.occasions import Asked
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.writing import Wishes
from kpi_engine.commands import ClosePeriod
from kpi_engine.model.action import ActionState
from kpi_engine.model.company import Company, Person
from kpi_engine.model.wishes import reminded_at, wishes
from kpi_engine.rights import may
from kpi_engine.store import load, values
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActionRow, KpiVersionRow, PersonRow


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When somebody is written to, and about what: those who share one are planned as one."""

    asked: Asked
    wishes: Wishes


def rhythms(scope: Scope, ids: Sequence[int]) -> Sequence[Rhythm | None]:
    """Of these people, in that order; None for who has left.

    It may be too much that they are asked, never too little: what is still so is read when it is worded.
    """
    company = values.company(scope.company())
    people = {id: person for id, person in load.those(scope, ids).items() if person.active}
    asked = _asked_by_person(scope, company, people)
    found = {id: Rhythm(asked[id], wishes(company, person)) for id, person in people.items()}
    return [found.get(id) for id in ids]


def _asked_by_person(scope: Scope, company: Company, people: Mapping[int, Person]) -> Mapping[int, Asked]:
    kinds, dues, deputies = _kinds(scope, people), _dues(scope, people), _deputies(scope, people)
    return {
        person.id: Asked(
            reminded_at(company, person),
            person.reminders.again,
            frozenset(kinds[person.id]),
            frozenset(dues[person.id]),
            may(person, ClosePeriod) or person.id in deputies,
        )
        for person in people.values()
    }


def _kinds(scope: Scope, ids: Iterable[int]) -> Mapping[int, set[PeriodKind]]:
    """How often who enters values; also of KPIs that have another owner by now."""
    found = defaultdict[int, set[PeriodKind]](set)
    entered = KpiVersionRow.expression == "", scope.among(KpiVersionRow.owner_id, ids)
    for owner_id, frequency in scope.lines(
        select(KpiVersionRow.owner_id, KpiVersionRow.frequency).where(*entered).distinct()
    ):
        found[owner_id].add(frequency)
    return found


def _dues(scope: Scope, ids: Iterable[int]) -> Mapping[int, set[date]]:
    found = defaultdict[int, set[date]](set)
    open_ = ActionRow.state == ActionState.OPEN, scope.among(ActionRow.person_id, ids)
    for person_id, due in scope.lines(select(ActionRow.person_id, ActionRow.due).where(*open_).distinct()):
        found[person_id].add(due)
    return found


def _deputies(scope: Scope, ids: Iterable[int]) -> frozenset[int]:
    """Those of them who step in for somebody."""
    stood_in_for = PersonRow.active, scope.among(PersonRow.deputy_id, ids)
    found = scope.lines(select(PersonRow.deputy_id).where(*stood_in_for).distinct())
    return frozenset(row.deputy_id for row in found if row.deputy_id)
