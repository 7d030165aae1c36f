"""The first moment of a company: a workspace that nobody knows yet."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kpi_engine.calendar.period import JANUARY
from kpi_engine.calendar.presence import ALWAYS
from kpi_engine.calendar.working import WEEKDAYS
from kpi_engine.model.company import Actor, Role, SmallMode
from kpi_engine.model.name import Language, Name
from kpi_engine.service import tidy
from kpi_engine.store import values
from kpi_engine.store.tables import CompanyRow, PersonRow


def is_any_founded(session: Session) -> bool:
    """Whether there is a company in these records, whichever."""
    return session.scalars(select(CompanyRow.id).limit(1)).first() is not None


def found_company(
    session: Session, person_name: str, language: Language, now: datetime, time_zone: str = "UTC"
) -> Actor:
    """A company without a name yet (`SetUpCompany` gives it one), and its first owner."""
    company = CompanyRow(
        name=Name.same(""),
        language=language,
        time_zone=time_zone,
        working_days=WEEKDAYS,
        country="",
        year_start=JANUARY,
        currency="USD",
        small=SmallMode.AUTO,
        ranks_people=False,
        founded_at=now,
    )
    session.add(company)
    session.flush()
    owner = PersonRow(
        company_id=company.id,
        name=Name.same(tidy.name(person_name)),
        role=Role.OWNER,
        language=language,
        time_zone=company.time_zone,
        active=True,
        ranked=True,
        presence=ALWAYS,
    )
    session.add(owner)
    session.flush()
    return Actor(company.id, values.person(owner, ()))
