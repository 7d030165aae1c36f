"""Whose values are not in, for whoever could enter them in their place."""

from __future__ import annotations

from datetime import date

from kpi_engine.commands import EnterActuals
from kpi_engine.model.company import Actor
from kpi_engine.model.owed import Owes
from kpi_engine.reader import owing
from kpi_engine.rights import Place, may
from kpi_engine.store import load
from kpi_engine.store.scope import Scope


def owes(scope: Scope, actor: Actor, today: date) -> tuple[Owes, ...]:
    """By person, in the order of people, what they owe of the KPIs that the actor may enter values for."""
    found = []
    for person in (one for one in load.people(scope) if one.active):
        mine = tuple(
            one
            for one in owing.owed(scope, person.id, today)
            if may(actor.person, EnterActuals, Place(one.version.kpi.department_id, person.id))
        )
        if mine:
            found.append(Owes(person, mine))
    return tuple(found)
