"""Who is looked at by the clock, and who sooner than it seemed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, literal, select, update
from sqlalchemy.orm import Session

from bot.post.outbox import insert
from bot.tables import WakeRow
from kpi_engine.store.tables import PersonRow


def look_again(session: Session, company_id: int, person_id: int, now: datetime) -> None:
    """The next tick looks at the person, who has done something, and at whoever is new in the company by that."""
    session.execute(update(WakeRow).where(WakeRow.person_id == person_id, WakeRow.next_at > now).values(next_at=now))
    enrol(session, now, company_id)


def enrol(session: Session, now: datetime, company_id: int | None = None) -> None:
    """Whoever is new, in the company or anywhere, is looked at from now on."""
    known = exists().where(WakeRow.person_id == PersonRow.id)
    moment = literal(now, WakeRow.next_at.type)
    new = select(PersonRow.id, PersonRow.company_id, moment, moment).where(PersonRow.active, ~known)
    if company_id is not None:
        new = new.where(PersonRow.company_id == company_id)
    columns = ["person_id", "company_id", "seen_until", "next_at"]
    session.execute(insert(session, WakeRow).from_select(columns, new).on_conflict_do_nothing())
