"""A stage on which everybody is in front of Slack and does there what the story tells.

A terminal beside it, with a company of its own, knows what they are to read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Any

from conversations.event import Event, Said
from conversations.view import View
from tests.adapters.slack.client import Client
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.town import user
from tests.adapters.slack.user import User
from tests.background import Background
from tests.bot.slack_process import Process
from tests.stage import RealStage
from tests.story.book import CODE, Book
from tests.story.member import Member

MOMENT = timedelta(seconds=3)
"""Passes before each thing that anybody does."""


class OnSlack:
    """Plays like the terminal beside it; `lost` is what that tells somebody and Slack does not."""

    def __init__(self, terminal: RealStage, url: str, book: Book, way: str) -> None:
        self.people = terminal.people
        self.lost: list[str] = []
        self._terminal = terminal
        self._passed = timedelta()
        self._loop = Background()
        locale = "en-GB" if book.people[0].isascii() else "zh-CN"
        ids = {name: f"U{number}" for number, name in enumerate(book.people, 1)}
        self.slack = FakeSlack(users={id: user(name, locale, tz="") for name, id in ids.items()})
        self._process = Process(self.slack, url, self._now, way)
        self._codes: dict[str, str] = {}
        self.members = {name: self._member(name, id) for name, id in ids.items()}
        self._strangers = book.newcomers
        self._come = {book.people[0]}
        self._shown: defaultdict[str, Sequence[View]] = defaultdict(tuple)
        self._news: defaultdict[str, list[View]] = defaultdict(list)
        self._loop.run(self.slack.start())
        self._loop.run(self._process.begin())

    def close(self) -> None:
        """Ends it; nothing that was said to Slack was wrong."""
        self._loop.run(self._process.end())
        self._loop.run(self.slack.stop())
        self._loop.close()
        assert self.slack.faults == []

    def hear(self, person: str, event: Event) -> Sequence[View]:
        """What the terminal shows; the same was done in Slack, and is there to be read."""
        self._comes(person)
        before, news = self._shown[person], self._news.pop(person, ())
        views = self._terminal.hear(person, event)
        self._do(self.members[person].does(event, before, views))
        if person in self._strangers and person not in self._come:
            return self._let_in(person, event, views)
        return self._told(person, (*news, *views))

    def unasked(self, person: str) -> Sequence[View]:
        """What the terminal showed by itself when it came in Slack."""
        self._comes(person)
        return self._told(person, (*self._news.pop(person, ()), *self._terminal.unasked(person)))

    def set_now(self, now: datetime) -> None:
        """Whatever waited for that moment comes."""
        self._terminal.set_now(now)
        self._passed = timedelta()
        self._do(self._process.settled())

    def restart(self) -> None:
        """Another process; what stands before people stays there."""
        self._terminal.restart()
        self._loop.run(self._process.end())
        self._loop.run(self._process.begin())

    deploy = restart

    def _member(self, name: str, id: str) -> Member:
        founder = name == self.people[0]
        return Member(
            name, User(self.slack, id), self._client, lambda: self._now().date(), self._codes, home=not founder
        )

    def _now(self) -> datetime:
        return self._terminal.now + self._passed

    def _client(self, id: str) -> Client:
        """For one thing that is done."""
        self._passed += MOMENT
        return self._process.client(id)

    def _comes(self, person: str) -> None:
        """By the code that the first of all asked for."""
        if person in self._come | self._strangers:
            return
        self._come.add(person)
        first = self.members[self.people[0]]
        self._do(first.types(f"/kpi invite {person}"))
        (code,) = set(CODE.findall(first.reads()))
        self._do(self.members[person].types(f"/kpi join {code}"))

    def _let_in(self, person: str, event: Event, views: Sequence[View]) -> Sequence[View]:
        """A stranger is told something else at a terminal, where anybody has a name, until they have typed a code."""
        if isinstance(event, Said) and CODE.search(event.text):
            self._come.add(person)
            return self._told(person, views)
        self.members[person].forgets()
        return views

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        """Whoever is written to by it in Slack is told at the terminal at the same moment."""
        before = {name: self._written_to(name) for name in self._come}
        self._loop.run(work)
        for name, written in before.items():
            if self._written_to(name) > written:
                self._news[name] += self._terminal.unasked(name)

    def _written_to(self, person: str) -> int:
        """How many messages of the post have come to somebody."""
        chat = f"D{self.members[person].user.id}"
        return sum(each.channel == chat and "metadata" in each.payload for each in self.slack.messages)

    def _told(self, person: str, views: Sequence[View]) -> Sequence[View]:
        self.lost += self.members[person].lost(views)
        self._shown[person] = views or self._shown[person]
        return views
