"""A company whose people can be written to on a made-up platform, and the post that does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import ParamSpec, TypeVar

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.metrics import Metrics
from bot.people import settle
from bot.post.courier import Call
from bot.post.delivery import Delivery
from bot.post.office import Office
from bot.post.outbox import Outbox
from bot.post.traffic import Traffic
from bot.tables import AccountRow, PostRow, WorkspaceRow
from conversations.news import News, NewsKind
from kpi_engine.calendar.hours import Hours
from kpi_engine.commands import Command, NewKpi, Propose, PublishKpis
from kpi_engine.model.change import RetireKpi
from kpi_engine.model.company import Actor, Role
from kpi_engine.model.done import Done
from kpi_engine.model.name import Language, Name
from kpi_engine.model.reminders import Reminding
from kpi_engine.service.execute import execute
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ChannelRow, CompanyRow, PersonRow
from kpi_engine.store.work import Work
from tests.bot.post.carrier import Carrier
from tests.factories import NOW, definition, found_office
from tests.virtual import run_virtually

P = ParamSpec("P")
T = TypeVar("T")


ANY_TIME = Reminding(Hours(time(0), time(23, 59)), budget=1000)
"""How often and when people are written to is asked elsewhere."""


async def at_once(do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Instead of in a thread."""
    return do(*args, **kwargs)


@dataclass
class Town:
    """A company on the platform "carrier"; Ann, Hal, Sam and Mia have accounts there."""

    engine: Engine
    carrier: Carrier = field(default_factory=Carrier)
    traffic: Traffic = field(default_factory=Traffic)
    metrics: Metrics = field(default_factory=Metrics)
    late: timedelta = timedelta()
    """How far the clock on the wall is off."""
    people: dict[str, int] = field(default_factory=dict)
    company_id: int = 0
    sales: int = 0
    _ids: count[int] = field(default_factory=count)

    def found(self, workspace: str = "T1") -> None:
        with Session(self.engine) as session, session.begin():
            office = found_office(session)
            session.get_one(CompanyRow, office.owner.company_id).reminding = ANY_TIME
            self.company_id = office.owner.company_id
            written = {"ann": office.owner.person.id, "hal": office.hal, "sam": office.sam, "mia": office.mia}
            self.people = {**written, "eve": office.eve}
            self.sales = office.sales
            place = settle(session, "carrier", workspace, self.company_id).id
            self._open_accounts(session, place, written)

    def hire(self, *names: str) -> None:
        """More people, who have accounts as well."""
        with Session(self.engine) as session, session.begin():
            place = session.scalar(select(WorkspaceRow.id).where(WorkspaceRow.company_id == self.company_id)) or 0
            ann = session.get_one(PersonRow, self.people["ann"])
            same = {each.key: getattr(ann, each.key) for each in PersonRow.__table__.columns if each.key != "id"}
            rows = [PersonRow(**same | {"name": Name.same(name), "role": Role.VIEWER}) for name in names]
            session.add_all(rows)
            session.flush()
            new = {name: row.id for name, row in zip(names, rows, strict=True)}
            self._open_accounts(session, place, new)
        self.people |= new

    def _open_accounts(self, session: Session, place: int, ids: Mapping[str, int]) -> None:
        same = {"company_id": self.company_id, "platform": "carrier", "workspace_id": place, "heard_at": NOW}
        session.add_all(AccountRow(person_id=id, external_id=name, **same) for name, id in ids.items())

    def now(self) -> datetime:
        """The clock on the wall."""
        return NOW + self.late + timedelta(seconds=asyncio.get_running_loop().time())

    def owe(self, name: str, *steps: int, kind: NewsKind = NewsKind.UNREACHABLE, about: str = "") -> None:
        """So many messages, each about Eve."""
        about = about or f"#person:{self.people['eve']}"
        with Session(self.engine) as session, session.begin():
            news = [(self.people[name], News(kind, about, step=step)) for step in steps]
            Outbox(session, self.company_id, self.now()).owe(news)

    def owe_channel(self, name: str, *steps: int) -> None:
        """The same, to everybody in a channel."""
        with Session(self.engine) as session, session.begin():
            row = ChannelRow(
                company_id=self.company_id, platform="carrier", workspace="T1", external_id=name, name=name
            )
            row.language = Language.EN
            session.add(row)
            session.flush()
            outbox, until = Outbox(session, self.company_id, self.now()), self.now() + timedelta(days=1)
            for step in steps:
                news = News(NewsKind.UNREACHABLE, f"#person:{self.people['eve']}", step=step)
                outbox.owe_channel(row.id, news, self.now(), until)

    def do(self, command: Command) -> Done:
        """The command, by Ann."""
        with Session(self.engine) as session, session.begin():
            person = load.person(Scope(session, self.company_id), self.people["ann"])
            return execute(command, Work(session, Actor(self.company_id, person), NOW, NOW.date()))

    def published(self) -> str:
        """Sales has KPIs; what news of them are about."""
        kpis = NewKpi(definition("Revenue", 60)), NewKpi(definition("Visits", 40))
        self.do(PublishKpis(self.sales, "Sell more", None, kpis))
        return f"#department:{self.sales}"

    def proposed(self) -> str:
        """The end of a KPI is proposed; what news of that are about."""
        self.published()
        self.do(Propose(RetireKpi(2, ((1, Decimal(100)),), date(2026, 12, 1), "Nobody reads it")))
        return "1"

    def rows(self) -> list[PostRow]:
        with Session(self.engine) as session:
            return list(session.scalars(select(PostRow).order_by(PostRow.id)))

    def states(self) -> list[str]:
        return [row.state.value for row in self.rows()]

    def office(self, holder: str = "one") -> Office:
        return Office(self.engine, self.now, lambda: f"mark{next(self._ids)}", holder)

    @asynccontextmanager
    async def delivering(self, holder: str = "one", call: Call = at_once) -> AsyncIterator[Delivery]:
        """The post is running meanwhile."""
        posters = {"carrier": self.carrier}
        delivery = Delivery(self.office(holder), posters, self.traffic, call, self.metrics)
        await delivery.start()
        yield delivery
        await delivery.stop()

    def who(self, name: str) -> Who:
        return Who("carrier", "T1", name, name)

    def play(self, scene: Callable[[], Awaitable[None]]) -> None:
        """What happens, without waiting for any time to pass."""

        async def playing() -> None:
            await scene()

        run_virtually(playing())


@pytest.fixture
def town(engine: Engine) -> Town:
    found = Town(engine)
    found.found()
    return found
