"""Which deed undo is about."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_, select

from kpi_engine.model.audit import BACK_OTHERWISE, Deed
from kpi_engine.model.proposal import ProposalState
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import AuditRow, ProposalRow


def last_deed(scope: Scope, person_id: int) -> AuditRow | None:
    """What the person did last of what can be taken back and was not, or has a way back of its own."""
    counts = or_(AuditRow.undo.is_not(None), AuditRow.deed.in_(BACK_OTHERWISE))
    mine = AuditRow.person_id == person_id, counts, ~AuditRow.undone, _not_decided()
    return next(iter(scope.all(select(AuditRow).where(*mine).order_by(AuditRow.id.desc()).limit(1))), None)


def _not_decided() -> ColumnElement[bool]:
    """Whatever is no proposal, and the proposals that are open still."""
    still_open = select(ProposalRow.id).where(ProposalRow.state == ProposalState.OPEN)
    return or_(AuditRow.deed != Deed.PROPOSE, AuditRow.undo["proposal"].as_integer().in_(still_open))
