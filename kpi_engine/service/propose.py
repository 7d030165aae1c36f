"""Proposals: a change is put before a department, people vote and comment, whoever made it may take it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from kpi_engine.commands import CommentOnProposal, Propose, VoteOnProposal, WithdrawProposal
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.done import Discussed
from kpi_engine.model.proposal import Proposal, ProposalComment, ProposalState, Vote
from kpi_engine.reader.changes import check_seen, department_of
from kpi_engine.reader.proposals import visible
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.service.change import planned
from kpi_engine.store import load, proposals
from kpi_engine.store.plain import to_plain
from kpi_engine.store.tables import ProposalCommentRow, ProposalRow, VoteRow
from kpi_engine.store.work import Work


def propose(command: Propose, work: Work) -> Discussed:
    """What is not possible cannot be proposed: refusals are those of `change.planned`, and not_allowed(by)."""
    department = department_of(work.scope, command.change)
    check(work.actor, command, Facts((Place(department.id),), people=load.people(work.scope)))
    kpi = department.about(command.change)
    check_seen(work.scope, work.actor, kpi)
    plan = planned(command.change, work)
    row = ProposalRow(
        company_id=work.actor.company_id,
        deed=proposals.deed_of(plan.change),
        change=to_plain(plan.change),
        department_id=department.id,
        person_id=kpi.person_id,
        author_id=work.actor.person.id,
        at=work.now,
        state=ProposalState.OPEN,
        answer="",
    )
    work.session.add(row)
    work.session.flush()
    made = proposals.proposal(work.scope, row.id)
    undo = {"proposal": row.id, "department": department.id}
    return recorded(work, Deed.PROPOSE, None, made, undo)


def vote(command: VoteOnProposal, work: Work) -> Discussed:
    """Refusals: unknown_proposal, not_allowed(by), proposal_over(state), own_proposal."""
    found = _judged(command, work)
    me = work.actor.person.id
    if found.author_id == me:
        raise Refusal("own_proposal")
    before = next((each for each in found.votes if each.person_id == me), None)
    row = _vote_row(work, found.id) or VoteRow(company_id=work.actor.company_id, proposal_id=found.id, person_id=me)
    row.ballot, row.at = command.ballot, work.now
    work.session.add(row)
    work.session.flush()
    about = proposals.name_of(work.scope, found.change)
    changes = log.changed("vote", about, before, Vote(me, row.ballot, row.at), ("ballot",))
    return _logged(work, Deed.VOTE, proposals.proposal(work.scope, found.id), changes)


def comment(command: CommentOnProposal, work: Work) -> Discussed:
    """Refusals: unknown_proposal, not_allowed(by), proposal_over(state), unknown_comment, and those of words."""
    found = _judged(command, work)
    text = tidy.words(command.text)
    before = next((each for each in found.comments if each.id == command.instead_of), None)
    now = _write_comment(command, text, work)
    about = proposals.name_of(work.scope, found.change)
    changes = log.changed("comment", about, before, now, ("text",))
    return _logged(work, Deed.COMMENT, proposals.proposal(work.scope, found.id), changes)


def withdraw_proposal(command: WithdrawProposal, work: Work) -> Discussed:
    """Refusals: unknown_proposal, not_allowed(by), proposal_over(state)."""
    before = proposals.proposal(work.scope, command.proposal_id)
    people = load.people(work.scope)
    check(work.actor, command, Facts((Place(person_id=before.author_id),), people=people))
    check_pending(before)
    work.scope.find(ProposalRow, before.id, "unknown_proposal").state = ProposalState.WITHDRAWN
    work.session.flush()
    after = proposals.proposal(work.scope, before.id)
    return recorded(work, Deed.WITHDRAW, before, after)


def check_pending(proposal: Proposal) -> None:
    """Refusal("proposal_over", state) where it has been decided or withdrawn."""
    if proposal.state is not ProposalState.OPEN:
        raise Refusal("proposal_over", state=proposal.state)


def recorded(
    work: Work, deed: Deed, before: Proposal | None, after: Proposal, undo: dict[str, Any] | None = None
) -> Discussed:
    """Writes to the audit log what became of a proposal."""
    about = proposals.name_of(work.scope, after.change)
    return _logged(work, deed, after, log.changed("proposal", about, before, after, ("state", "answer")), undo)


def _judged(command: VoteOnProposal | CommentOnProposal, work: Work) -> Proposal:
    found = visible(work.scope, work.actor, command.proposal_id)
    check(work.actor, command, Facts((Place(found.department_id),), people=load.people(work.scope)))
    check_pending(found)
    return found


def _vote_row(work: Work, proposal_id: int) -> VoteRow | None:
    mine = VoteRow.proposal_id == proposal_id, VoteRow.person_id == work.actor.person.id
    return next(iter(work.scope.all(select(VoteRow).where(*mine))), None)


def _write_comment(command: CommentOnProposal, text: str, work: Work) -> ProposalComment:
    me = work.actor.person.id
    if command.instead_of is None:
        row = ProposalCommentRow(company_id=work.actor.company_id, proposal_id=command.proposal_id, author_id=me)
        work.session.add(row)
    else:
        row = work.scope.find(ProposalCommentRow, command.instead_of, "unknown_comment")
        if (row.proposal_id, row.author_id) != (command.proposal_id, me):
            raise Refusal("unknown_comment", id=row.id)
    row.text, row.at = text, work.now
    work.session.flush()
    return ProposalComment(row.id, row.author_id, row.text, row.at)


def _logged(
    work: Work, deed: Deed, proposal: Proposal, changes: Iterable[FieldChange], undo: dict[str, Any] | None = None
) -> Discussed:
    subject = proposals.name_of(work.scope, proposal.change).text(work.actor.person.language)
    log.record(work, deed, subject, undo, changes=changes, departments=[proposal.department_id])
    return Discussed(deed, proposal)
