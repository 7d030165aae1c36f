"""The made-up company in a Slack workspace."""

from __future__ import annotations

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from adapters.base import Who
from adapters.slack import PLATFORM
from bot import bootstrap, clock
from bot.demo.start import furnish
from bot.people import link
from kpi_engine.model.company import Actor
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActualRow, CompanyRow

THOMAS = Who(PLATFORM, "T1", "UTOM", "Thomas Berger", "en-US", "Asia/Shanghai")
VISITS = "actual Key-account visits 5"
INTERRUPTED = "I was interrupted after I had taken that in; it counts, and once. Nothing needs to be sent again."


def furnished(engine: Engine) -> None:
    """Puts the company there, in which Thomas Berger, who has a value to enter, is in Slack."""
    furnish(bootstrap.build(engine))
    with Session(engine) as session, session.begin():
        company = session.scalars(select(CompanyRow.id)).one()
        thomas = next(each for each in load.people(Scope(session, company)) if each.name.en == THOMAS.name)
        link(session, THOMAS, Actor(company, thomas), clock.now())


def actuals(engine: Engine) -> int:
    """How many values there are, in all their versions."""
    with Session(engine) as session:
        return session.scalar(select(func.count()).select_from(ActualRow)) or 0
