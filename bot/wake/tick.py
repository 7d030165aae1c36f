"""A tick: all that has become due since the last one is planned, in short transactions."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, TypeVar

from sqlalchemy import Engine, bindparam, exists, select
from sqlalchemy.orm import Session

from bot.late import AWAY, again_if_late
from bot.tables import WakeRow
from bot.wake.again import enrol
from bot.wake.bulletins import look
from bot.wake.plan import plan, put_off
from kpi_engine.store.tables import BulletinRow

T = TypeVar("T")

log = logging.getLogger(__name__)


def begin(engine: Engine, now: datetime) -> None:
    """Before the first tick of a process: people who came in an import or a backup are looked at from now on."""
    with Session(engine) as session, session.begin():
        enrol(session, now)


@dataclass(frozen=True, slots=True)
class LookedAt:
    """How much there was to be looked at."""

    people: int = 0
    bulletins: int = 0


def tick(engine: Engine, now: datetime) -> LookedAt:
    """Plans what people are owed, and what is to be posted in channels."""
    pages = list(paged(engine, now))
    return LookedAt(sum(page.people for page in pages), sum(page.bulletins for page in pages))


def paged(engine: Engine, now: datetime) -> Iterator[LookedAt]:
    """The same, page by page: each is a transaction of its own, so that others get their turn in between.

    Whoever stops in between, or is killed, leaves the rest as it was: the next tick goes on with it.
    """
    while (due := _due(engine, now)).company_id is not None:
        page = _planned(engine, due.company_id, now)
        if page is None:
            break
        yield page
    while due.bulletins and (found := _posted(engine, now)):
        yield LookedAt(bulletins=found)


class _Due(NamedTuple):
    company_id: int | None
    """A company of which somebody is to be looked at now, the longest overdue first."""
    bulletins: bool


def _due(engine: Engine, now: datetime) -> _Due:
    """In one statement that is built once: each minute this is all that is asked where nothing is due."""
    with engine.connect() as connection:
        return _Due(*connection.execute(_DUE, {"now": now}).one())


_NOW = bindparam("now", type_=WakeRow.next_at.type)
_DUE = select(
    select(WakeRow.company_id).where(WakeRow.next_at <= _NOW).order_by(WakeRow.next_at).limit(1).scalar_subquery(),
    exists().where(BulletinRow.look_at <= _NOW),
)


def _planned(engine: Engine, company_id: int, now: datetime) -> LookedAt | None:
    """The next page of the company's people; None where another process is planning them at this moment.

    A company that can't be planned is logged and left for an hour: nobody of it was looked at.
    """
    try:
        people = _in_transaction(engine, lambda session: plan(session, company_id, now))
        return LookedAt(people) if people else None
    except AWAY:  # The next tick finds all of them as they are.
        raise
    except Exception:
        log.exception("company %d could not be planned", company_id)
    _in_transaction(engine, lambda session: put_off(session, company_id, now))
    return LookedAt()


def _posted(engine: Engine, now: datetime) -> int:
    return _in_transaction(engine, lambda session: look(session, now))


def _in_transaction(engine: Engine, do: Callable[[Session], T]) -> T:
    def once() -> T:
        with Session(engine) as session, session.begin():
            return do(session)

    return again_if_late(once)
