"""Days that pass: the clock ticks, what is due is sent at once, and who was written to when is written down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from adapters.base import Outcome, Shut, TransportError
from bot.people import settle
from bot.post import letters
from bot.post.letters import Letter
from bot.post.office import Office
from bot.tables import AccountRow, PostRow, WakeRow
from bot.wake.tick import begin, tick
from conversations.view import Message, Text
from kpi_engine.calendar.presence import Leave, Presence
from kpi_engine.commands import SetBulletin, StopBulletin
from kpi_engine.model.company import Actor
from kpi_engine.model.name import Language
from kpi_engine.model.reminders import Reminders
from kpi_engine.service.execute import execute
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import BulletinRow, ChannelRow, CompanyRow, PersonRow
from kpi_engine.store.work import Work
from tests.factories import NOW, found_office
from tests.factories import Office as People

PLATFORM = "carrier"
STEP = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that arrived."""

    name: str
    """Of who reads it, or of the channel."""
    at: datetime
    """By the reader's clock."""
    message: Message
    anew: bool
    """Whether it took the place of what stood there."""

    @property
    def words(self) -> str:
        """What it says."""
        texts = (block.html for block in self.message.blocks if isinstance(block, Text))
        return " ".join(re.sub("<[^>]+>", "", html) for html in texts)

    def line(self, most: int, name: str = "") -> str:
        """When it came, for whom, and its first words, so many characters of them at most."""
        anew = "(anew) " if self.anew else ""
        return f"{self.at:%a %d %b %H:%M} {name or self.name}: {anew}{self.words[:most]}"


@dataclass
class Days:
    """A company that works by the Chinese calendar, with people in four time zones."""

    engine: Engine
    now: datetime
    ids: dict[str, int] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)
    company_id: int = 0
    sent: list[Sent] = field(default_factory=list)
    """All that arrived, in that order."""
    shut: set[str] = field(default_factory=set)
    """Channels that take nothing."""
    blocked: set[str] = field(default_factory=set)
    """People who take nothing."""
    _ids: Iterator[int] = field(default_factory=count)

    @classmethod
    def begin(cls, engine: Engine, now: datetime, zones: dict[str, str], furnish: Callable[[People], None]) -> Days:
        """The first morning; `furnish` gives the company its KPIs."""
        days = cls(engine, now, zones=zones)
        with Session(engine) as session, session.begin():
            office = found_office(session)
            furnish(office)
            days.company_id = office.owner.company_id
            days.ids = {"ann": office.owner.person.id, "hal": office.hal, "sam": office.sam, "mia": office.mia}
            session.get_one(CompanyRow, days.company_id).country = "CN"
            place = settle(session, PLATFORM, "T1", days.company_id).id
            for name, id in days.ids.items():
                session.get_one(PersonRow, id).time_zone = zones[name]
                account = AccountRow(person_id=id, platform=PLATFORM, workspace_id=place, external_id=name)
                account.company_id, account.heard_at = days.company_id, NOW
                session.add(account)
        begin(engine, now)
        return days

    def until(self, end: datetime) -> None:
        """Time passes by quarters of an hour; those for which no row waits are left out, as nothing happens then."""
        while self.now < end:
            self.now = min(self._next(), end)
            self.wake()

    def jump(self, by: timedelta) -> None:
        """The bot is away for a while, or somebody sets the clock."""
        self.now += by
        self.wake()

    def wake(self) -> None:
        """What the clock and the post do in a minute."""
        tick(self.engine, self.now)
        office = Office(self.engine, lambda: self.now, lambda: str(next(self._ids)), "one")
        for lane in office.lanes([PLATFORM]):
            found = office.round(lane)
            for waiting in found.waiting if found else ():
                letter = office.take(lane, waiting.id)
                if letter:
                    self._post(office, letter)

    @contextmanager
    def office(self) -> Iterator[People]:
        """To do something there."""
        with Session(self.engine) as session, session.begin():
            owner = load.person(Scope(session, self.company_id), self.ids["ann"])
            yield People(session, Actor(self.company_id, owner))

    def channel(self, name: str, language: Language = Language.EN) -> int:
        """A channel that people speak in."""
        with Session(self.engine) as session, session.begin():
            row = ChannelRow(company_id=self.company_id, platform=PLATFORM, workspace="T1", external_id=name, name=name)
            row.language = language
            session.add(row)
            session.flush()
            return row.id

    def posts(self, command: SetBulletin | StopBulletin, by: str = "ann") -> None:
        """Somebody sets up what is posted, at this moment."""
        with Session(self.engine) as session, session.begin():
            person = load.person(Scope(session, self.company_id), self.ids[by])
            execute(command, Work(session, Actor(self.company_id, person), self.now, self.now.date()))

    def of(self, name: str) -> list[str]:
        """When somebody was written to, and the beginning of it."""
        return [each.line(30) for each in self.sent if each.name == name]

    def whole(self, name: str) -> list[str]:
        """All that somebody was written."""
        return [each.words for each in self.posted(name)]

    def posted(self, name: str) -> list[Sent]:
        """The same as it was sent."""
        return [each for each in self.sent if each.name == name]

    def wants(self, name: str, reminders: Reminders) -> None:
        """Somebody says how they want to be written to."""
        with Session(self.engine) as session, session.begin():
            session.get_one(PersonRow, self.ids[name]).reminders = reminders

    def leave(self, name: str, leave: Leave) -> None:
        """Somebody is away."""
        with Session(self.engine) as session, session.begin():
            session.get_one(PersonRow, self.ids[name]).presence = Presence(leave=(leave,))

    def _next(self) -> datetime:
        """The quarter of an hour at which there is anything to do again."""
        waits = PostRow.settled_at.is_(None), PostRow.not_before > self.now
        moments = (
            select(func.min(WakeRow.next_at)),
            select(func.min(BulletinRow.look_at)),
            select(func.min(PostRow.not_before)).where(*waits),
        )
        with Session(self.engine) as session:
            soonest = min(filter(None, map(session.scalar, moments)))
        steps = max(1, -((self.now - soonest) // STEP))
        return self.now + steps * STEP

    def _post(self, office: Office, letter: Letter) -> None:
        to = letter.claim.to
        if to.channel in self.shut:
            shut = TransportError("is_archived", Outcome.NEVER, shut=Shut.ARCHIVED)
            return office.do(letters.not_sent, letter.claim, shut, self.now)
        if to.user in self.blocked:
            return office.do(letters.not_sent, letter.claim, TransportError("blocked", Outcome.NEVER), self.now)
        name = to.user or to.channel
        local = self.now.astimezone(ZoneInfo(self.zones.get(name, "Asia/Shanghai")))
        self.sent.append(Sent(name, local, letter.message, bool(letter.over)))
        return office.do(letters.sent, letter.claim, "1", self.now)
