"""Where somebody is written to: the account at which they last did something, of those where anything arrives."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, and_, exists, select
from sqlalchemy.orm import Session, aliased

from adapters.base import LOCAL
from bot.tables import AccountRow, PostRow


def is_written_to(session: Session, person_id: int) -> bool:
    """Whether there is a platform on which messages reach the person."""
    return session.scalar(_accounts(AccountRow, AccountRow.person_id == person_id)) is not None


def accounts_written_to() -> ColumnElement[int]:
    """For a query of messages: the id of the one account to which each goes, NULL where there is none."""
    mine = aliased(AccountRow)
    last = mine.heard_at.desc(), mine.id.desc()
    return _accounts(mine, mine.person_id == PostRow.person_id).order_by(*last).limit(1).scalar_subquery()


def has_not_come() -> ColumnElement[bool]:
    """For a query of messages: whether each is for somebody who was added and has no account yet."""
    return and_(PostRow.person_id.is_not(None), ~exists().where(AccountRow.person_id == PostRow.person_id))


def _accounts(table: type[AccountRow], whose: ColumnElement[bool]) -> Select[int]:
    """On this machine nobody is written to: they see what they are owed when they come."""
    return select(table.id).where(whose, table.platform != LOCAL, table.unreachable_since.is_(None))
