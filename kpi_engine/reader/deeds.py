"""What was done, as far as one may read it."""

from __future__ import annotations

from sqlalchemy import or_, select

from kpi_engine.model.audit import AuditEntry
from kpi_engine.model.company import Actor
from kpi_engine.rights import may_see_deeds_of_all, sees_deeds_of
from kpi_engine.store import values
from kpi_engine.store.deeds import last_deed
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import AuditPlaceRow, AuditRow


def audit(scope: Scope, actor: Actor, limit: int) -> tuple[AuditEntry, ...]:
    """The last entries of the log that the actor may read, newest first."""
    rows = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit)
    if not may_see_deeds_of_all(actor.person):
        here = AuditPlaceRow.department_id.in_(sees_deeds_of(actor.person))
        places = select(AuditPlaceRow.entry_id).where(here)
        rows = rows.where(or_(AuditRow.person_id == actor.person.id, AuditRow.id.in_(places)))
    return tuple(values.audit_entry(row) for row in scope.all(rows))


def last_of(scope: Scope, actor: Actor) -> AuditEntry | None:
    """What undo would be about."""
    row = last_deed(scope, actor.person.id)
    return values.audit_entry(row) if row else None
