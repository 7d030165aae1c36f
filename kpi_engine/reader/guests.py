"""Who has come to the bot, and who has been invited."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from kpi_engine.model.company import Actor
from kpi_engine.model.invitation import Guest
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import InvitationRow, PersonRow

_A_MOMENT = timedelta(microseconds=1)


def guests(scope: Scope, actor: Actor) -> tuple[Guest, ...]:
    """Everybody who is active, with days by the actor's clock."""
    zone = ZoneInfo(actor.person.time_zone)
    came = {row.id: row.came_at for row in scope.lines(select(PersonRow.id, PersonRow.came_at))}
    out = InvitationRow.used_at.is_(None), ~InvitationRow.withdrawn
    lines = scope.lines(select(InvitationRow.person_id, InvitationRow.expires_at).where(*out))
    until = {row.person_id: _day(row.expires_at - _A_MOMENT, zone) for row in lines}
    there = (person for person in load.people(scope) if person.active)
    return tuple(Guest(one, _day(came[one.id], zone), until.get(one.id)) for one in there)


def _day(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return None if moment is None else moment.astimezone(zone).date()
