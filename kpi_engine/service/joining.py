"""Coming to the bot: a code is spent, and whoever has it is the person it was made for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Actor
from kpi_engine.model.invitation import fingerprint
from kpi_engine.model.name import Language
from kpi_engine.service import log
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import InvitationRow, PersonRow
from kpi_engine.store.work import Work


@dataclass(frozen=True, slots=True)
class Joined:
    """Who came by a code."""

    actor: Actor
    inviter_id: int | None
    """Who made the code; None of somebody who had come before."""


def redeem(
    session: Session, code: str, company_id: int | None, language: Language | None, now: datetime, time_zone: str = ""
) -> Joined | None:
    """The person for whom the code was made, in that company or, with None, in any; the code is good no more.

    None for a code that is wrong, used, withdrawn, expired, or for somebody who has left: which it is, is not told.
    Who comes for the first time reads the language of their client, and lives by its clock, if those are known.
    """
    good = (
        InvitationRow.fingerprint == fingerprint(code),
        InvitationRow.used_at.is_(None),
        ~InvitationRow.withdrawn,
        InvitationRow.expires_at > now,
    )
    row = session.scalars(select(InvitationRow).where(*good)).first()
    if row is None or company_id not in (None, row.company_id):
        return None
    person = session.get_one(PersonRow, row.person_id)
    if not person.active or not _spend(session, row.id, now):
        return None
    if language and person.came_at is None:
        person.language = language
    if time_zone and person.came_at is None:
        person.time_zone = time_zone
    inviter_id = row.author_id if person.came_at is None else None
    mark_come(session, person.id, now)
    return Joined(_joined(session, row.company_id, person.id, now), inviter_id)


def mark_come(session: Session, person_id: int, now: datetime) -> None:
    """The bot has heard of the person, now if not before."""
    person = session.get_one(PersonRow, person_id)
    person.came_at = person.came_at or now
    session.flush()


def _spend(session: Session, id: int, now: datetime) -> bool:
    """Whether nobody else was quicker."""
    spend = update(InvitationRow).where(InvitationRow.id == id, InvitationRow.used_at.is_(None)).values(used_at=now)
    done = session.execute(spend)
    return isinstance(done, CursorResult) and done.rowcount == 1


def _joined(session: Session, company_id: int, person_id: int, now: datetime) -> Actor:
    actor = Actor(company_id, load.person(Scope(session, company_id), person_id))
    today = now.astimezone(ZoneInfo(actor.person.time_zone)).date()
    subject = actor.person.name.text(actor.person.language)
    log.record(Work(session, actor, now, today), Deed.JOIN, subject, departments=actor.person.department_ids)
    return actor
