"""`kpi-bot doctor`: what is set up is tried out; a line for each, and what is wrong with what mends it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from adapters.settings import Misconfigured
from bot.counted import counted
from bot.demo.shown import shown
from bot.migrate import is_current, is_empty, strange
from bot.parts import SCHEDULER, WEB, needed, set_up, to_run
from bot.settings import Settings
from bot.standing import Standing, standing
from kpi_engine.store.database import connect
from kpi_engine.store.tables import PersonRow

DRIFT = 5.0
"""Seconds that two clocks may differ before claims and leases run out too early."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried, and how it is."""

    about: str
    said: str
    mends: str = ""
    """What the operator can do; empty where all is well."""


def examine(settings: Settings, now: datetime) -> Iterator[Tried]:
    """Everything that can be tried without changing anything."""
    yield _parts(settings)
    engine = connect(settings.database_url)
    database = _database(engine)
    yield database
    if is_current(engine):
        with Session(engine) as session:
            yield _zones(session)
            stands = standing(session, now)
            yield _clock(stands, now)
            yield _post(stands)
    engine.dispose()
    yield from _platforms(settings)


def _parts(settings: Settings) -> Tried:
    try:
        messengers = set_up(settings)
    except Misconfigured as error:
        return Tried("settings", "nothing can run", str(error))
    if not messengers:
        said = f"no messenger is set up; kpi-bot run --only {WEB},{SCHEDULER} would run"
        return Tried("settings", said, needed(settings.platforms))
    return Tried("settings", f"would run {', '.join(to_run(settings))}")


def _database(engine: Engine) -> Tried:
    name = engine.dialect.name
    try:
        with engine.connect() as connection:
            why_not = strange(connection)
    except DBAPIError as error:
        return Tried("database", f"{name} does not answer", f"DATABASE_URL: {str(error.orig).splitlines()[0]}")
    if is_empty(engine):
        return Tried("database", f"{name}, empty: it is set up when the bot is started")
    if why_not:
        return Tried("database", f"{name} {why_not}", "let DATABASE_URL name another one")
    if not is_current(engine):
        return Tried("database", f"{name} has an older schema", "run kpi-bot migrate")
    return Tried("database", f"{name}, of this version's schema")


def _zones(session: Session) -> Tried:
    zones = session.scalars(select(PersonRow.time_zone).distinct()).all()
    unknown = [zone for zone in zones if not _is_known(zone)]
    if unknown:
        return Tried("time zones", f"{', '.join(unknown)} unknown", "pip install --upgrade tzdata")
    return Tried("time zones", f"{len(zones)} in use, all known")


def _is_known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


def _clock(stands: Standing, now: datetime) -> Tried:
    if abs(stands.drift) > DRIFT:
        return Tried("clock", f"the database's is {stands.drift:+.0f} s from this machine's", "set both by NTP")
    if stands.unlooked:
        due = counted(stands.unlooked, "person or post that was", "people or posts that were")
        said = f"nobody has looked at {due} due"
        return Tried("clock", said, "run kpi-bot run, or kpi-bot tick")
    return Tried("clock", f"{now:%Y-%m-%d %H:%M} UTC; everybody is looked at in time")


def _post(stands: Standing) -> Tried:
    awaited = f", {stands.awaited} for people who have not come yet (/kpi invite)" if stands.awaited else ""
    shut = counted(stands.unreachable, "account or channel", "accounts and channels")
    said = (
        f"{counted(stands.owed, 'message', 'messages')} owed{awaited}, {stands.late} late by more than ten minutes, "
        f"{stands.unknown} unknown; {counted(stands.lanes, 'workspace', 'workspaces')} written to, {shut} out of reach"
    )
    return Tried("post", said, "look into /metrics and the log of kpi-bot run" if stands.late else "")


def _platforms(settings: Settings) -> Iterator[Tried]:
    for platform in settings.platforms:
        found = asyncio.run(platform.findings(settings, shown))
        yield from (Tried(platform.name, each.found, each.remedy) for each in found)
