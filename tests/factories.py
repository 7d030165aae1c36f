"""Small builders: rows and companies that tests begin with."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kpi_engine.model.company import Role
from kpi_engine.model.name import Language, Name
from kpi_engine.store.tables import CompanyRow, PersonRow

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday morning."""
TODAY = NOW.date()


def company_row(
    session: Session,
    name: Name = Name.same("Acme"),
    language: Language = Language.EN,
    founded_at: datetime = NOW,
) -> CompanyRow:
    """A company without anybody in it."""
    company = CompanyRow(
        name=name,
        language=language,
        time_zone="UTC",
        working_days=frozenset(range(5)),
        currency="USD",
        founded_at=founded_at,
    )
    session.add(company)
    session.flush()
    return company


def person_row(session: Session, name: str = "Ann") -> PersonRow:
    """An owner of the first company."""
    person = PersonRow(
        company_id=session.scalars(select(CompanyRow.id)).one(),
        name=Name.same(name),
        role=Role.OWNER,
        language=Language.EN,
        time_zone="UTC",
        active=True,
    )
    session.add(person)
    session.flush()
    return person
