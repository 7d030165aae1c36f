"""Proposals, as far as one may see what they are about, and what they would do."""

from __future__ import annotations

from datetime import date

from kpi_engine.calendar.period import Period
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Actor
from kpi_engine.model.proposal import Proposal, ProposalState, Prospect
from kpi_engine.reader.cards import of_person
from kpi_engine.reader.changes import preview
from kpi_engine.rights import check_sight, may_see
from kpi_engine.store import load, proposals
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ProposalRow


def pending(scope: Scope, actor: Actor) -> tuple[Proposal, ...]:
    """The proposals that nobody has decided yet, oldest first."""
    found = proposals.proposals(scope, ProposalRow.state == ProposalState.OPEN)
    departments = load.departments_of(scope, {each.person_id for each in found if each.person_id is not None})
    return tuple(
        each
        for each in found
        if each.person_id is None or may_see(actor.person, of_person(each.person_id), departments[each.person_id])
    )


def visible(scope: Scope, actor: Actor, id: int) -> Proposal:
    """The proposal; refused with unknown_proposal or not_allowed(by)."""
    found = proposals.proposal(scope, id)
    if found.person_id is not None:
        check_sight(actor, of_person(found.person_id), load.people(scope))
    return found


def prospect(scope: Scope, actor: Actor, id: int, period: Period, today: date) -> Prospect:
    """The proposal and what it would do in that period, or why it is not possible any more."""
    found = visible(scope, actor, id)
    if found.state is not ProposalState.OPEN:
        return Prospect(found, None, None)
    try:
        return Prospect(found, preview(scope, actor, found.change, period, today), None)
    except Refusal as refusal:
        return Prospect(found, None, refusal)
