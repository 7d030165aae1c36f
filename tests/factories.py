"""Small builders: rows, KPIs, and an office to work in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from kpi_engine.calendar.period import JANUARY, Period, PeriodKind
from kpi_engine.calendar.presence import ALWAYS
from kpi_engine.calendar.working import WEEKDAYS
from kpi_engine.commands import (
    AddMember,
    Command,
    EnterActuals,
    Entry,
    Hat,
    NewKpi,
    PublishKpis,
    SetUpCompany,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.company import Actor, Person, Role, SmallMode
from kpi_engine.model.done import Done, MemberAdded, Published
from kpi_engine.model.kpi import Aggregation, Definition, Direction, Perspective, Target, Unit, UnitKind
from kpi_engine.model.name import Language, Name
from kpi_engine.model.score import KpiScore
from kpi_engine.model.scoring import PLAIN, Scoring
from kpi_engine.reader.reader import Reader
from kpi_engine.service.execute import execute
from kpi_engine.service.founding import found_company
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import CompanyRow, PersonRow, ScoreRow
from kpi_engine.store.work import Work

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday morning."""
TODAY = NOW.date()
HUNDRED = Target(Decimal(100))


def month(number: int, year: int = 2026) -> Period:
    """A month."""
    return Period(date(year, number, 1), PeriodKind.MONTH)


def day(number: int, of: int = 11) -> Period:
    """A day of 2026."""
    return Period(date(2026, of, number), PeriodKind.DAY)


def reading(value: str | int) -> Reading:
    """A value that is not made of parts."""
    return Reading(Decimal(value))


def entry(kpi_id: int, period: Period, value: str | int, note: str = "", reason: str = "") -> Entry:
    """A value for a KPI."""
    return Entry(kpi_id, period, ActualState.OK, reading(value), note=note, reason=reason)


def definition(
    name: str = "Revenue",
    weight: int | str = 100,
    owner_id: int = 1,
    frequency: PeriodKind = PeriodKind.MONTH,
    cycle: PeriodKind = PeriodKind.MONTH,
    target: Target = HUNDRED,
    unit: UnitKind = UnitKind.COUNT,
    aggregation: Aggregation = Aggregation.SUM,
    direction: Direction = Direction.HIGHER,
    goal_id: int | None = None,
    scoring: Scoring = PLAIN,
    expression: str = "",
) -> Definition:
    """A KPI of which more is better and 100 a month is agreed, unless said otherwise."""
    return Definition(
        name=Name.same(name),
        unit=Unit(unit),
        direction=direction,
        aggregation=aggregation,
        frequency=frequency,
        cycle=cycle,
        perspective=Perspective.FINANCIAL,
        weight=Decimal(weight),
        target=target,
        owner_id=owner_id,
        goal_id=goal_id,
        scoring=scoring,
        expression=expression,
    )


@dataclass
class Office:
    """A company of two departments: Ann owns it, Hal heads sales, Sam sells, Mia works in both, Eve looks on."""

    session: Session
    owner: Actor
    sales: int = 0
    service: int = 0
    hal: int = 0
    sam: int = 0
    mia: int = 0
    eve: int = 0

    def do(self, command: Command, by: int | None = None, today: date = TODAY) -> Done:
        """The command, by the owner or by whom is named, at nine of that day."""
        return execute(command, Work(self.session, self.actor(by), datetime.combine(today, NOW.timetz()), today))

    def reader(self, by: int | None = None, today: date = TODAY) -> Reader:
        """What the owner, or whom is named, may ask."""
        return Reader(self.session, self.actor(by), today)

    def actor(self, person_id: int | None) -> Actor:
        """The person as they are now."""
        return Actor(self.owner.company_id, self.person(person_id or self.owner.person.id))

    def person(self, person_id: int) -> Person:
        """The same without their company, active or not."""
        return load.person(Scope(self.session, self.owner.company_id), person_id)

    def stored_score(self, kpi_id: int, period: Period) -> KpiScore | None:
        """The line of a cycle as it was last written down."""
        these = ScoreRow.kpi_id == kpi_id, ScoreRow.kind == period.kind, ScoreRow.period_start == period.start
        found = Scope(self.session, self.owner.company_id).all(select(ScoreRow).where(*these))
        return found[0].explanation if found else None

    def hire(self, name: str, role: Role, *hats: Hat) -> int:
        """A new person's id."""
        done = self.do(AddMember(Name.same(name), role, hats))
        assert isinstance(done, MemberAdded)
        return done.person.id

    def publish(self, *definitions: Definition, by: int | None = None, today: date = TODAY) -> list[int]:
        """The ids of new KPIs of sales, which replace those there were."""
        drafts = tuple(NewKpi(each) for each in definitions)
        before = (version.kpi for version in self.reader(today=today).kpis(self.sales))
        retire = tuple(kpi.id for kpi in before if kpi.person_id is None)
        done = self.do(PublishKpis(self.sales, "Sell more", None, drafts, retire=retire), by, today)
        assert isinstance(done, Published)
        return [version.kpi.id for version in done.versions]

    def enter(self, *entries: Entry, by: int | None = None, today: date = TODAY) -> Done:
        """Values of one message."""
        return self.do(EnterActuals(entries), by, today)


def hat(department_id: int, share: str = "1") -> Hat:
    """A job in a department."""
    return Hat(department_id, Name.same("Clerk"), Decimal(share))


def found_office(session: Session, language: Language = Language.EN, name: str = "Acme") -> Office:
    """An office with everybody in it and no KPIs yet."""
    office = Office(session, found_company(session, "Ann", language, NOW))
    office.do(SetUpCompany(name, "Asia/Shanghai", (Name("Sales", "销售部"), Name("Service", "客服部"))))
    office.sales, office.service = (each.id for each in office.reader().departments())
    office.hal = office.hire("Hal", Role.HEAD, hat(office.sales))
    office.sam = office.hire("Sam", Role.MEMBER, hat(office.sales))
    office.mia = office.hire("Mia", Role.MEMBER, hat(office.sales, "0.6"), hat(office.service, "0.4"))
    office.eve = office.hire("Eve", Role.VIEWER)
    return office


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
        working_days=WEEKDAYS,
        country="",
        year_start=JANUARY,
        currency="USD",
        small=SmallMode.AUTO,
        ranks_people=False,
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
        ranked=True,
        presence=ALWAYS,
    )
    session.add(person)
    session.flush()
    return person


def who_may(refusal: Refusal) -> list[str]:
    """The names of those whom a refusal says can be asked, in its order."""
    return [who.name.en for who in cast("tuple[Person, ...]", refusal.params["by"])]
