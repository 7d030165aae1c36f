"""Taking back what was done to people: who they are, what they chose."""

from __future__ import annotations

from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person
from kpi_engine.model.name import Language
from kpi_engine.service.leaving import entered_by
from kpi_engine.service.log import Kept
from kpi_engine.service.members import rescore_presence, wear
from kpi_engine.store import load
from kpi_engine.store.plain import from_plain
from kpi_engine.store.tables import PersonRow
from kpi_engine.store.work import Work


def restore_language(kept: Kept, work: Work) -> None:
    """The actor's language is what it was."""
    _me(work).language = Language(kept["before"])


def restore_ranking(kept: Kept, work: Work) -> None:
    """Whether the actor stands on leaderboards is what it was."""
    _me(work).ranked = kept["before"]


def restore_member(kept: Kept, work: Work) -> None:
    """Who was added is not there any more, who was changed is as before; Refusal("changed_since", what)."""
    before, after = from_plain(Person, kept["before"]), from_plain(Person, kept["after"])
    now = load.person(work.scope, after.id)
    said = after.role, after.positions, after.presence
    if (now.role, now.positions, now.presence) != said or (kept["new"] and entered_by(now.id, work)):
        raise Refusal("changed_since", what=now.name)
    row = work.scope.find(PersonRow, after.id, "unknown_person")
    row.role = before.role
    row.presence = before.presence
    row.active = not kept["new"]
    wear(work, row.id, before.positions)
    rescore_presence(work, before, after.presence)


def _me(work: Work) -> PersonRow:
    return work.scope.find(PersonRow, work.actor.person.id, "unknown_person")
