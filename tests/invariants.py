"""What must hold of the records, whatever was typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from bot.tables import AccountRow, RunRow
from kpi_engine.calendar.period import Period
from kpi_engine.model.company import Actor, Person, Role
from kpi_engine.reader.reader import Reader
from kpi_engine.store import load, values
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActualRow, CompanyRow, KpiRow, KpiVersionRow, PersonRow, ScoreRow


def broken(url: str) -> list[str]:
    """What does not hold, in words; nothing where all is well."""
    engine = create_engine(url)
    try:
        with Session(engine) as session:
            return [*_chains(session), *_versions(session), *_places(session), *_weights(session), *_scores(session)]
    finally:
        engine.dispose()


def _chains(session: Session) -> Iterator[str]:
    """A period's lines follow one another, and the last one stands."""
    lines = defaultdict(list)
    for row in session.scalars(select(ActualRow).order_by(ActualRow.id)):
        lines[row.kpi_id, row.kind, row.period_start].append(row)
    for key, chain in lines.items():
        if [row.is_current for row in chain].count(True) != 1:
            yield f"{key} has not one value that stands"
        known = {row.id for row in chain}
        if any(row.supersedes is not None and row.supersedes not in known for row in chain):
            yield f"{key} corrects something else"


def _versions(session: Session) -> Iterator[str]:
    numbers = defaultdict(list)
    for row in session.scalars(select(KpiVersionRow)):
        numbers[row.kpi_id].append(row.number)
    for kpi_id, found in numbers.items():
        if sorted(found) != list(range(1, len(found) + 1)):
            yield f"KPI {kpi_id} has versions {sorted(found)}"


def _places(session: Session) -> Iterator[str]:
    """Nothing of one company is somebody's of another."""
    people = {row.id: row.company_id for row in session.scalars(select(PersonRow))}
    kpis = {row.id: row.company_id for row in session.scalars(select(KpiRow))}
    for run in session.scalars(select(RunRow)):
        if people[run.person_id] != run.company_id:
            yield f"dialog {run.id} is somebody's of another company"
    for account in session.scalars(select(AccountRow)):
        if people[account.person_id] != account.company_id:
            yield f"account {account.id} is somebody's of another company"
    for line in session.scalars(select(ActualRow)):
        if people[line.author_id] != kpis[line.kpi_id]:
            yield f"value {line.id} was entered from another company"


def _weights(session: Session) -> Iterator[str]:
    """The KPIs in force of a department make 100, and so do those of a person where there are any."""
    for reader in _owners(session):
        sums: defaultdict[tuple[int, int | None], Decimal] = defaultdict(Decimal)
        for version in reader.kpis():
            if version.in_force <= reader.today:
                sums[version.kpi.department_id, version.kpi.person_id] += version.definition.weight
        for place, weight in sums.items():
            if place[1] is None and weight != 100:
                yield f"the weights of {place} make {weight}"


def _scores(session: Session) -> Iterator[str]:
    """A score that is kept is what comes out of the records as of its day."""
    for row in session.scalars(select(ScoreRow)):
        kpi = session.get_one(KpiRow, row.kpi_id)
        calendar = values.calendar(session.get_one(CompanyRow, kpi.company_id))
        period = calendar.holding(row.period_start, row.kind)
        found = _score(session, kpi, period, row.as_of)
        if found != row.score:
            yield f"KPI {row.kpi_id} in {period} is kept with {row.score} and comes to {found}"


def _score(session: Session, kpi: KpiRow, period: Period, as_of: date) -> Decimal | None:
    line = Reader(session, _owner(session, kpi.company_id), as_of).kpi_score(kpi.id, period)
    return line.score if line else None


def _owners(session: Session) -> Iterator[Reader]:
    today = max(session.scalars(select(ActualRow.entered_at))).date()
    for company in session.scalars(select(CompanyRow)):
        yield Reader(session, _owner(session, company.id), today)


def _owner(session: Session, company_id: int) -> Actor:
    return Actor(company_id, next(filter(_owns, _people(session, company_id))))


def _people(session: Session, company_id: int) -> tuple[Person, ...]:
    return load.people(Scope(session, company_id))


def _owns(person: Person) -> bool:
    return person.role is Role.OWNER and person.active
