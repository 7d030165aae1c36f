"""Days that pass: the clock ticks, what is due is sent at once, and who was written to when is written down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from adapters.base import Outcome, Shut, TransportError
from bot.people import settle
from bot.post import letters
from bot.post.office import Office
from bot.tables import AccountRow
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
from kpi_engine.store.tables import ChannelRow, CompanyRow, PersonRow
from kpi_engine.store.work import Work
from tests.factories import NOW, found_office
from tests.factories import Office as People

PLATFORM = "carrier"
STEP = timedelta(minutes=30)


@dataclass
class Days:
    """A company that works by the Chinese calendar, with people in four time zones."""

    engine: Engine
    now: datetime
    ids: dict[str, int] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)
    company_id: int = 0
    written: list[str] = field(default_factory=list)
    """Day and hour by the reader's clock, who, and the first sentence."""
    whole: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """All that each was written."""
    posted: defaultdict[str, list[Message]] = field(default_factory=lambda: defaultdict(list))
    """The same as messages."""
    shut: set[str] = field(default_factory=set)
    """Channels that take nothing."""
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
        """Time passes in steps."""
        while self.now < end:
            self.now += STEP
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
                    if letter.claim.to.channel in self.shut:
                        shut = TransportError("is_archived", Outcome.NEVER, shut=Shut.ARCHIVED)
                        office.do(letters.not_sent, letter.claim, shut, self.now)
                        continue
                    self._take(letter.claim.to.user or letter.claim.to.channel, letter.message, letter.over)
                    office.do(letters.sent, letter.claim, "1", self.now)

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
        """What somebody was written."""
        return [line for line in self.written if f" {name}: " in line]

    def wants(self, name: str, reminders: Reminders) -> None:
        """Somebody says how they want to be written to."""
        with Session(self.engine) as session, session.begin():
            session.get_one(PersonRow, self.ids[name]).reminders = reminders

    def leave(self, name: str, leave: Leave) -> None:
        """Somebody is away."""
        with Session(self.engine) as session, session.begin():
            session.get_one(PersonRow, self.ids[name]).presence = Presence(leave=(leave,))

    def _take(self, name: str, message: Message, over: str) -> None:
        local = self.now.astimezone(ZoneInfo(self.zones.get(name, "Asia/Shanghai")))
        words = " ".join(re.sub("<[^>]+>", "", block.html) for block in message.blocks if isinstance(block, Text))
        self.whole[name].append(words)
        self.posted[name].append(message)
        anew = "(anew) " if over else ""
        self.written.append(f"{local:%a %d %b %H:%M} {name}: {anew}{words[:30]}")
