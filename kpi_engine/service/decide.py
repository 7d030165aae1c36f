"""The head's word on a proposal; accepted, the change is carried out in the same transaction."""

from __future__ import annotations

from sqlalchemy import func, select

from kpi_engine.commands import DecideProposal
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import Discussed
from kpi_engine.model.proposal import ProposalState
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import tidy
from kpi_engine.service.change import change_kpis
from kpi_engine.service.propose import check_pending, recorded
from kpi_engine.store import load, proposals
from kpi_engine.store.tables import AuditRow, ProposalRow
from kpi_engine.store.work import Work


def decide(command: DecideProposal, work: Work) -> Discussed:
    """Refusals: unknown_proposal, not_allowed(by), proposal_over(state), reason_missing (of declining), and whatever
    the change is refused with now.
    """
    before = proposals.proposal(work.scope, command.proposal_id)
    check(work.actor, command, Facts((Place(before.department_id),), people=load.people(work.scope)))
    check_pending(before)
    answer = tidy.remark(command.reason)
    if not command.accept and not answer:
        raise Refusal("reason_missing")
    if command.accept:
        change_kpis(before.change, work)
    entry = _last_entry(work) if command.accept else None
    undo = {"proposal": before.id, "department": before.department_id, "entry": entry}
    settle(work, before.id, ProposalState.ACCEPTED if command.accept else ProposalState.DECLINED, answer)
    return recorded(work, Deed.DECIDE, before, proposals.proposal(work.scope, before.id), undo)


def settle(work: Work, proposal_id: int, state: ProposalState, answer: str = "") -> None:
    """From now on the proposal is in that state; open again, nobody has decided it."""
    row = work.scope.find(ProposalRow, proposal_id, "unknown_proposal")
    decided = state in (ProposalState.ACCEPTED, ProposalState.DECLINED)
    row.state, row.answer = state, answer
    row.decided_by = work.actor.person.id if decided else None
    row.decided_at = work.now if decided else None
    work.session.flush()


def _last_entry(work: Work) -> int:
    """What carrying the change out wrote to the log: taking back the decision takes that back too."""
    mine = AuditRow.company_id == work.actor.company_id, AuditRow.person_id == work.actor.person.id
    return work.session.scalars(select(func.max(AuditRow.id)).where(*mine)).one()
