"""Who is looked at together: people who are asked for the same, at the same hours, and were last looked at together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, delete, func, select, update
from sqlalchemy.orm import Session

from bot.tables import WakeRow
from bot.wake.facts import Rhythm, rhythms
from kpi_engine.model.audit import Deed
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import AuditRow

PAGE = 5000
"""People who are planned in one transaction."""
ON_THE_WAY = timedelta(minutes=10)
"""How long before it can be read something may have been done."""


@dataclass(frozen=True, slots=True)
class Due:
    """People of a company who are to be looked at by now."""

    company_id: int
    now: datetime
    last: int
    """The last of them by their ids, so that there are not more of them than a page."""

    @classmethod
    def of(cls, session: Session, company_id: int, now: datetime) -> Due:
        """The next page; of nobody where nobody is."""
        mine = select(WakeRow.person_id).where(WakeRow.company_id == company_id, WakeRow.next_at <= now)
        page = mine.order_by(WakeRow.person_id).limit(PAGE).subquery()
        return cls(company_id, now, session.scalar(select(func.max(page.c.person_id))) or 0)

    def where(self) -> tuple[ColumnElement[bool], ...]:
        """Their rows."""
        mine = WakeRow.company_id == self.company_id, WakeRow.next_at <= self.now
        return (*mine, WakeRow.person_id <= self.last)

    def people(self) -> Select[int]:
        """Their ids."""
        return select(WakeRow.person_id).where(*self.where())

    def hold(self, session: Session) -> int:
        """How many nobody else is looking at: they are this transaction's from now on."""
        rows = self.people().order_by(WakeRow.person_id).with_for_update(skip_locked=True).subquery()
        return session.scalar(select(func.count()).select_from(rows)) or 0


@dataclass(frozen=True, slots=True)
class Group:
    """Some of those who are due, who are looked at as one."""

    due: Due
    alike: int
    """The id of the person by whom all of them are planned; who that is may be due at another time."""
    seen_until: datetime
    next_at: datetime

    def people(self) -> Select[int]:
        """Their ids."""
        return select(WakeRow.person_id).where(*self._where())

    def seen(self, session: Session, until: datetime, next_at: datetime) -> None:
        """They have been seen to until then, and are looked at again at that moment."""
        session.execute(update(WakeRow).where(*self._where()).values(seen_until=until, next_at=next_at))

    def part(self, session: Session) -> None:
        """The person by whom they were planned has left: the next look finds out anew who is alike."""
        session.execute(update(WakeRow).where(*self._where()).values(alike=None))

    def _where(self) -> tuple[ColumnElement[bool], ...]:
        same = WakeRow.seen_until == self.seen_until, WakeRow.next_at == self.next_at
        return (*self.due.where(), WakeRow.alike == self.alike, *same)


def groups(session: Session, due: Due) -> Sequence[Group]:
    """All who are due, each in one of them, once they have been told apart."""
    key = WakeRow.alike, WakeRow.seen_until, WakeRow.next_at
    found = session.execute(select(*key).where(*due.where()).distinct().order_by(*key))
    return [Group(due, alike, *when) for alike, *when in found if alike is not None]


def tell_apart(scope: Scope, due: Due) -> None:
    """Finds out who is like whom: of those who have done something, or of all where that may matter to others."""
    oldest = scope.session.scalar(select(func.min(WakeRow.seen_until)).where(*due.where()))
    changed = oldest is not None and _has_changed(scope, oldest - ON_THE_WAY)
    unknown = due.people() if changed else due.people().where(WakeRow.alike.is_(None))
    ids = scope.session.scalars(unknown.order_by(WakeRow.person_id)).all()
    if ids:
        _mark(scope, ids)


def _has_changed(scope: Scope, since: datetime) -> bool:
    """Whether anything was done but entering values, which changes nobody's hours."""
    done = AuditRow.company_id == scope.company_id, AuditRow.at >= since, AuditRow.deed != Deed.ENTER
    return scope.session.scalar(select(AuditRow.id).where(*done).limit(1)) is not None


def _mark(scope: Scope, ids: Sequence[int]) -> None:
    alike = defaultdict[Rhythm | None, list[int]](list)
    for id, rhythm in zip(ids, rhythms(scope, ids), strict=True):
        alike[rhythm].append(id)
    _forget(scope, alike.pop(None, ()))
    for those in alike.values():
        like = scope.among(WakeRow.person_id, those)
        scope.session.execute(update(WakeRow).where(like).values(alike=those[0]))


def _forget(scope: Scope, ids: Sequence[int]) -> None:
    """Who has left is looked at no more."""
    scope.session.execute(delete(WakeRow).where(scope.among(WakeRow.person_id, ids)))
