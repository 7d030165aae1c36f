"""Where taking a deed back is judged: where such a deed is judged today, by what was kept of it."""

from __future__ import annotations

from collections.abc import Collection

from kpi_engine.design.sets import standing
from kpi_engine.model.action import Action
from kpi_engine.model.company import Person
from kpi_engine.rights import Facts, Place, action_place, invite_facts, leave_place
from kpi_engine.service.log import Kept
from kpi_engine.store import load, record
from kpi_engine.store.plain import from_plain
from kpi_engine.store.tables import KpiVersionRow
from kpi_engine.store.work import Work


def of_company(kept: Kept, work: Work) -> Facts:
    """Of the company as a whole, or of what is the actor's own."""
    return _at(work)


def of_me(kept: Kept, work: Work) -> Facts:
    """Of what the actor said as themselves."""
    return _at(work, Place(person_id=work.actor.person.id))


def of_place(kept: Kept, work: Work) -> Facts:
    """Of the department that was kept, and whose it is there."""
    return _at(work, Place(kept["department"], kept.get("owner")))


def of_values(kept: Kept, work: Work) -> Facts:
    """Of the KPIs whose values were entered."""
    lines = record.actuals_with(work.scope, [new for new, _ in kept["lines"]]).values()
    return _of_kpis({line.kpi_id for line in lines}, work)


def of_versions(kept: Kept, work: Work) -> Facts:
    """Of the KPIs that got these versions."""
    return _of_kpis(load.versions(work.scope, work.scope.among(KpiVersionRow.id, kept["versions"])).keys(), work)


def of_kpi(kept: Kept, work: Work) -> Facts:
    """Of one KPI."""
    return _of_kpis([kept["kpi"]], work)


def of_plan(kept: Kept, work: Work) -> Facts:
    """Of the department for which something is to be done."""
    return _at(work, Place(from_plain(Action, kept["after"]).department_id))


def of_action(kept: Kept, work: Work) -> Facts:
    """The same, and of who does it or wrote it down."""
    return _at(work, action_place(from_plain(Action, kept["after"]), work.actor.person))


def of_member(kept: Kept, work: Work) -> Facts:
    """Of the departments in which somebody was or is, with the roles that they had and have."""
    before, after = from_plain(Person, kept["before"]), from_plain(Person, kept["after"])
    places = tuple(Place(id) for id in sorted(before.department_ids | after.department_ids)) or (Place(),)
    return Facts(places, frozenset({before.role, after.role}), load.everybody(work.scope))


def of_days(kept: Kept, work: Work) -> Facts:
    """Of somebody's days away, and of what goes with them."""
    people = load.people(work.scope)
    return Facts((leave_place(_person(kept, people), people),), people=people)


def of_invitation(kept: Kept, work: Work) -> Facts:
    """Of somebody's code."""
    people = load.people(work.scope)
    return invite_facts(_person(kept, people), work.actor.person, people, has_come=False)


def _at(work: Work, *places: Place) -> Facts:
    return Facts(places, people=load.everybody(work.scope))


def _of_kpis(kpi_ids: Collection[int], work: Work) -> Facts:
    now = map(standing, load.versions_with(work.scope, kpi_ids).values())
    return _at(work, *(Place(version.kpi.department_id, version.definition.owner_id) for version in now))


def _person(kept: Kept, people: tuple[Person, ...]) -> Person:
    return next(one for one in people if one.id == kept["person"])
