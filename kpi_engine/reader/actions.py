"""What is to be done, as far as one may see it: where one works, and what one does oneself or wrote down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import or_

from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.action import Action, ActionState
from kpi_engine.model.company import Actor, Person, Role
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.reader.cards import of_person
from kpi_engine.reader.kpis import visible
from kpi_engine.rights import may_see, may_see_actions
from kpi_engine.rights.refusing import not_allowed
from kpi_engine.store import load
from kpi_engine.store.actions import actions, row_of
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActionRow
from kpi_engine.store.values import action as value_of


def open_actions(scope: Scope, actor: Actor) -> tuple[Action, ...]:
    """What is still to be done, by the day until which; nothing for a KPI that is not measured any more."""
    me = actor.person
    own = or_(ActionRow.person_id == me.id, ActionRow.author_id == me.id)
    here = or_(own, ActionRow.department_id.in_(me.department_ids))
    which = () if me.role is Role.OWNER else (here,)
    return tuple(_seen(scope, actor, actions(scope, ActionRow.state == ActionState.OPEN, *which)))


def of_kpi(scope: Scope, actor: Actor, kpi_id: int) -> tuple[Action, ...]:
    """The KPI's plan, closed actions among it; refused as the KPI is."""
    visible(scope, actor, kpi_id)
    return tuple(_seen(scope, actor, actions(scope, ActionRow.kpi_id == kpi_id), alive=False))


def action(scope: Scope, actor: Actor, id: int) -> Action:
    """That action, whatever has become of it; Refusal("unknown_action") or ("not_allowed", by)."""
    row = row_of(scope, id)
    if row is None:
        raise Refusal("unknown_action", id=id)
    found = tuple(_seen(scope, actor, [value_of(row)], alive=False))
    if not found:
        raise not_allowed(who for who in load.people(scope) if may_see_actions(who, row.department_id))
    return found[0]


def _seen(scope: Scope, actor: Actor, found: Iterable[Action], *, alive: bool = True) -> Iterator[Action]:
    every = tuple(found)
    if not every:
        return
    kpis, people = _kpis(scope, every), {person.id: person for person in load.people(scope)}
    for one in every:
        version = None if one.kpi_id is None else kpis.get(one.kpi_id)
        is_gone = one.kpi_id is not None and (version is None or (alive and version.retired))
        if not is_gone and _may_see(actor.person, one, version, people):
            yield one


def _kpis(scope: Scope, found: Iterable[Action]) -> Mapping[int, KpiVersion]:
    ids = {one.kpi_id for one in found if one.kpi_id is not None}
    versions = load.versions_with(scope, ids)
    return {id: standing(each) for id, each in versions.items()}


def _may_see(me: Person, one: Action, version: KpiVersion | None, people: Mapping[int, Person]) -> bool:
    """A person's own KPI is not everybody's in the department, and neither is what is done about it."""
    if me.id in (one.person_id, one.author_id):
        return True
    whose = version.kpi.person_id if version else None
    if whose is not None:
        return may_see(me, of_person(whose), people[whose].department_ids)
    return may_see_actions(me, one.department_id)
