"""What is useful next for whoever has put KPIs in force."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from kpi_engine.commands import Invite, PublishKpis
from kpi_engine.model.company import Department, Person
from kpi_engine.model.done import Onward
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.reader.guests import guests
from kpi_engine.reader.owing import owed
from kpi_engine.rights import Place, invite_facts, may
from kpi_engine.store import load
from kpi_engine.store.tables import KpiRow
from kpi_engine.store.work import Work


def onward(versions: Iterable[KpiVersion], work: Work) -> Onward:
    """Values that are owed, who should come to the bot to enter theirs, and the next department without KPIs."""
    owes = bool(owed(work.scope, work.actor.person.id, work.today))
    return Onward(owes, _absent({version.definition.owner_id for version in versions}, work), _bare(work))


def _absent(keepers: set[int], work: Work) -> Person | None:
    """The first of those who enter values that has not come yet and that the actor may invite."""
    away = (one.person for one in guests(work.scope, work.actor) if one.came_on is None and one.person.id in keepers)
    return next((person for person in away if _may_invite(person, work)), None)


def _may_invite(person: Person, work: Work) -> bool:
    facts = invite_facts(person, work.actor.person, (), has_come=False)
    return may(work.actor.person, Invite, *facts.places, roles=facts.roles)


def _bare(work: Work) -> Department | None:
    """The first department that never had KPIs and for which the actor may build some."""
    built = {row.department_id for row in work.scope.lines(select(KpiRow.department_id))}
    bare = (each for each in load.departments(work.scope) if each.id not in built)
    return next((each for each in bare if may(work.actor.person, PublishKpis, Place(each.id))), None)
