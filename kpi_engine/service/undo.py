"""Taking back the last thing that one did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select

from kpi_engine.commands import Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import BACK_OTHERWISE, Deed, FieldChange
from kpi_engine.model.done import Undone
from kpi_engine.rights import Facts, check
from kpi_engine.service import log
from kpi_engine.service.take_back import take_back
from kpi_engine.store.audit import from_json
from kpi_engine.store.deeds import last_deed
from kpi_engine.store.tables import AuditPlaceRow, AuditRow
from kpi_engine.store.work import Work


def undo(command: Undo, work: Work) -> Undone:
    """Refusals: nothing_to_undo; not_allowed(by) where the actor may not do such a thing any more; changed_since(what)
    where somebody has built on what was done; period_closed(period, by); proposal_over(state); and where the last
    deed has a way back of its own: undo_set_up, undo_close, undo_reopen, undo_review, undo_said, undo_withdrawal.
    """
    check(work.actor, command, Facts())
    entry = _last(work)
    items = take_back(entry, work)
    log.record(work, Deed.UNDO, entry.subject, changes=_back(entry, work), departments=_departments(entry, work))
    own = (entry.undo or {}).get("person") == work.actor.person.id
    return Undone(entry.deed, entry.subject, items, from_json(entry.changes), own)


def _last(work: Work) -> AuditRow:
    found = last_deed(work.scope, work.actor.person.id)
    if found is None:
        raise Refusal("nothing_to_undo")
    if found.deed in BACK_OTHERWISE:
        raise _otherwise(found.deed)
    return found


def _otherwise(deed: Deed) -> Refusal:
    """What has a way back of its own, or is said anew, is not taken back behind the backs of others."""
    match deed:
        case Deed.SET_UP:
            return Refusal("undo_set_up")
        case Deed.CLOSE:
            return Refusal("undo_close")
        case Deed.REOPEN:
            return Refusal("undo_reopen")
        case Deed.START_REVIEW:
            return Refusal("undo_review")
        case Deed.WITHDRAW:
            return Refusal("undo_withdrawal")
        case _:
            return Refusal("undo_said")


def _back(entry: AuditRow, work: Work) -> Iterator[FieldChange]:
    """What was changed, the other way round; with a decision, what it carried out."""
    for change in from_json(entry.changes):
        yield replace(change, old=change.new, new=change.old)
    if carried_out := (entry.undo or {}).get("entry"):
        yield from _back(work.session.get_one(AuditRow, carried_out), work)


def _departments(entry: AuditRow, work: Work) -> Sequence[int]:
    return work.scope.all(select(AuditPlaceRow.department_id).where(AuditPlaceRow.entry_id == entry.id))
