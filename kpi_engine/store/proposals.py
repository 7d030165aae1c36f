"""Queries for proposals; a change is kept as JSON beside the word for its kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from types import MappingProxyType

from sqlalchemy import ColumnElement, select

from kpi_engine.model.audit import Deed
from kpi_engine.model.change import AddKpi, Change, RetireKpi, ReviseKpi, SetPeriodTarget, SetWeights
from kpi_engine.model.name import Name
from kpi_engine.model.proposal import Proposal, ProposalComment, Vote
from kpi_engine.store import load
from kpi_engine.store.plain import from_plain
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ProposalCommentRow, ProposalRow, VoteRow

KINDS: Mapping[Deed, type[Change]] = MappingProxyType(
    {
        Deed.REVISE: ReviseKpi,
        Deed.SET_WEIGHTS: SetWeights,
        Deed.ADD_KPI: AddKpi,
        Deed.RETIRE: RetireKpi,
        Deed.SET_TARGET: SetPeriodTarget,
    }
)


def deed_of(change: Change) -> Deed:
    """What carrying the change out is called."""
    return next(deed for deed, kind in KINDS.items() if isinstance(change, kind))


def name_of(scope: Scope, change: Change) -> Name:
    """What the change is about: its KPI as it is called now, or the first one of its set."""
    match change:
        case AddKpi(kpi=kpi):
            return kpi.definition.name
        case SetWeights(weights=weights):
            return load.versions_of(scope, weights[0][0])[-1].definition.name
        case ReviseKpi(kpi_id=kpi_id) | RetireKpi(kpi_id=kpi_id) | SetPeriodTarget(kpi_id=kpi_id):
            return load.versions_of(scope, kpi_id)[-1].definition.name


def proposals(scope: Scope, *which: ColumnElement[bool]) -> tuple[Proposal, ...]:
    """The proposals that the conditions choose with all that was said, oldest first."""
    rows = scope.all(select(ProposalRow).where(*which).order_by(ProposalRow.id))
    if not rows:
        return ()
    ids = [row.id for row in rows]
    votes, comments = _votes(scope, ids), _comments(scope, ids)
    return tuple(
        Proposal(
            row.id,
            _change(row),
            row.department_id,
            row.person_id,
            row.author_id,
            row.at,
            row.state,
            tuple(votes[row.id]),
            tuple(comments[row.id]),
            row.decided_by,
            row.decided_at,
            row.answer,
        )
        for row in rows
    )


def proposal(scope: Scope, id: int) -> Proposal:
    """That proposal; Refusal("unknown_proposal")."""
    scope.find(ProposalRow, id, "unknown_proposal")
    return proposals(scope, ProposalRow.id == id)[0]


def _change(row: ProposalRow) -> Change:
    return from_plain(KINDS[row.deed], row.change)


def _votes(scope: Scope, ids: Collection[int]) -> dict[int, list[Vote]]:
    found = defaultdict(list)
    for row in scope.all(select(VoteRow).where(scope.among(VoteRow.proposal_id, ids)).order_by(VoteRow.id)):
        found[row.proposal_id].append(Vote(row.person_id, row.ballot, row.at))
    return found


def _comments(scope: Scope, ids: Collection[int]) -> dict[int, list[ProposalComment]]:
    found = defaultdict(list)
    said = (
        select(ProposalCommentRow)
        .where(scope.among(ProposalCommentRow.proposal_id, ids))
        .order_by(ProposalCommentRow.id)
    )
    for row in scope.all(said):
        found[row.proposal_id].append(ProposalComment(row.id, row.author_id, row.text, row.at))
    return found
