"""A tick: all that has become due since the last one is planned, company by company."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.late import AWAY, again_if_late
from bot.wake.again import enrol
from bot.wake.bulletins import look
from bot.wake.plan import company_due, plan, put_off

log = logging.getLogger(__name__)


def begin(engine: Engine, now: datetime) -> None:
    """Before the first tick of a process: people who came in an import or a backup are looked at from now on."""
    with Session(engine) as session, session.begin():
        enrol(session, now)


@dataclass(frozen=True, slots=True)
class LookedAt:
    """How much there was to be looked at."""

    people: int
    bulletins: int


def tick(engine: Engine, now: datetime) -> LookedAt:
    """Plans what people are owed, and what is to be posted in channels."""
    return LookedAt(_people(engine, now), _bulletins(engine, now))


def _bulletins(engine: Engine, now: datetime) -> int:
    """Page by page."""

    def page() -> int:
        with Session(engine) as session, session.begin():
            return look(session, now)

    looked_at = 0
    while found := again_if_late(page):
        looked_at += found
    return looked_at


def _people(engine: Engine, now: datetime) -> int:
    """How many people were looked at. A company that can't be planned is logged and left for an hour."""
    looked_at = 0
    while (company_id := _next_company(engine, now)) is not None:
        found = _planned(engine, company_id, now)
        if not found:
            break
        looked_at += found
    return looked_at


def _next_company(engine: Engine, now: datetime) -> int | None:
    with Session(engine) as session, session.begin():
        return company_due(session, now)


def _planned(engine: Engine, company_id: int, now: datetime) -> int:
    """Nobody where another process is planning them at this moment."""

    def once() -> int:
        with Session(engine) as session, session.begin():
            return plan(session, company_id, now)

    try:
        return again_if_late(once)
    except AWAY:  # The next tick finds all of them as they are.
        raise
    except Exception:
        log.exception("company %d could not be planned", company_id)
    with Session(engine) as session, session.begin():
        put_off(session, company_id, now)
    return 1
