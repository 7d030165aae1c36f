"""`kpi-bot doctor`: what is set up is tried out; a line for each, and what is wrong with what mends it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import httpx
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.migrate import is_current
from bot.parts import to_run
from bot.settings import Misconfigured, Settings
from bot.slack_doctor import slack_findings
from bot.tables import AccountRow, PostRow, WakeRow
from kpi_engine.store.database import connect
from kpi_engine.store.tables import PersonRow

PATIENCE = 10.0
"""Seconds for a platform's answer."""
OVERDUE = timedelta(minutes=10)
"""After which somebody who runs the clock would have looked, and sent what can be sent."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was tried, and how it is."""

    about: str
    said: str
    mends: str = ""
    """What the operator can do; empty where all is well."""


def examine(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Everything that can be tried without changing anything."""
    yield _parts(settings)
    engine = connect(settings.database_url)
    database = _database(engine)
    yield database
    if not database.mends:
        with Session(engine) as session:
            yield _zones(session)
            yield _clock(session, now)
            yield _post(session, now)
    engine.dispose()
    yield from _tokens(settings)


def _parts(settings: Settings) -> Finding:
    try:
        return Finding("settings", f"would run {', '.join(to_run(settings))}")
    except Misconfigured as error:
        return Finding("settings", "nothing can run", str(error))


def _database(engine: Engine) -> Finding:
    name = engine.dialect.name
    try:
        with engine.connect():
            pass
    except DBAPIError as error:
        return Finding("database", f"{name} does not answer", f"DATABASE_URL: {str(error.orig).splitlines()[0]}")
    if not is_current(engine):
        return Finding("database", f"{name} has another schema", "run kpi-bot migrate")
    return Finding("database", f"{name}, of this version's schema")


def _zones(session: Session) -> Finding:
    zones = session.scalars(select(PersonRow.time_zone).distinct()).all()
    unknown = [zone for zone in zones if not _is_known(zone)]
    if unknown:
        return Finding("time zones", f"{', '.join(unknown)} unknown", "pip install --upgrade tzdata")
    return Finding("time zones", f"{len(zones)} in use, all known")


def _is_known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


def _clock(session: Session, now: datetime) -> Finding:
    late = session.scalar(select(func.count()).select_from(WakeRow).where(WakeRow.next_at < now - OVERDUE)) or 0
    if late:
        return Finding("clock", f"nobody has looked at {late} people who were due", "run kpi-bot run, or kpi-bot tick")
    return Finding("clock", f"{now:%Y-%m-%d %H:%M} UTC; everybody is looked at in time")


def _post(session: Session, now: datetime) -> Finding:
    open_ = PostRow.settled_at.is_(None), PostRow.not_before < now - OVERDUE
    stuck = session.scalar(select(func.count()).select_from(PostRow).where(*open_)) or 0
    lost = select(func.count()).select_from(AccountRow).where(AccountRow.unreachable_since.is_not(None))
    unreachable = session.scalar(lost) or 0
    said = f"{stuck} messages wait for more than ten minutes, {unreachable} accounts can't be reached"
    return Finding("post", said, "look into /metrics and the log of kpi-bot run" if stuck and not unreachable else "")


def _tokens(settings: Settings) -> Iterator[Finding]:
    logging.getLogger("httpx").setLevel(logging.WARNING)  # It names addresses, and Telegram's have the token in them.
    if settings.slack_bot_token:
        yield from (Finding("slack", said, mends) for said, mends in asyncio.run(slack_findings(settings)))
    if settings.telegram_bot_token:
        yield _telegram(settings, settings.telegram_bot_token.get_secret_value())


def _telegram(settings: Settings, token: str) -> Finding:
    try:
        address = f"{settings.telegram_api_url.rstrip('/')}/bot{token}/getMe"
        answer = httpx.post(address, timeout=PATIENCE).json()
    except (httpx.HTTPError, ValueError) as error:
        return Finding("telegram", f"does not answer ({type(error).__name__})", "is TELEGRAM_API_URL reachable?")
    if answer.get("ok") is not True:
        return Finding("telegram", "does not take the token", "set TELEGRAM_BOT_TOKEN anew")
    return Finding("telegram", "takes the token")
