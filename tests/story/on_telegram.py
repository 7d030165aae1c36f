"""A stage on which everybody is at a Telegram client: what they do there the bot hears, what it says stands in a chat."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Coroutine, Mapping, Sequence
from datetime import datetime
from typing import Any

from adapters.telegram.keyboard import Key, shown
from conversations.event import Event, Pressed, Said, Submitted
from conversations.view import Act, View
from conversations.view import Turn as Steer
from tests.adapters.contract import answer, squeezed
from tests.adapters.telegram.client import Client
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Group, Person
from tests.adapters.telegram.reading import read
from tests.adapters.telegram.state import Json, number_of
from tests.background import Background
from tests.bot.telegram_process import Process, Turn
from tests.stage import MONDAY
from tests.story.book import CODE, Book
from tests.story.readable import is_public, offered, sentences

OLD = {"sendRichMessage", "editEphemeralMessageText"}
"""What a server of before rich messages does not know."""
GROUP = -100
LINK = re.compile(r"https://t\.me/kpi_bot\?start=([0-9A-Z]{12})")


class OnTelegram:
    """Plays like any stage, through the client of each of its people; in a group, if it is given one, what can be."""

    def __init__(
        self,
        url: str,
        book: Book,
        loop: Background,
        webhook: str = "",
        *,
        group: bool = False,
        old_server: bool = False,
    ) -> None:
        self.people = book.people
        self.lost: list[str] = []
        """What was said to somebody and can't be read where they are."""
        self.leaked: list[str] = []
        """What was for one person alone and stands before everybody."""
        self.misheard: list[tuple[Event, Event]] = []
        """What somebody did, and what the bot heard of it."""
        self.answer: Sequence[View] = ()
        """What was said to what was done last, without the news that had come before."""
        self._zone, self._now = book.zone, MONDAY
        self._run = loop.run
        self._telegram = loop.run(FakeTelegram().__aenter__())
        self._telegram.server.absent |= OLD if old_server else set()
        self._group = Group(self._telegram, GROUP).open() if group else None
        self._process = Process(self._telegram, url, lambda: self._now, webhook)
        everybody = (Person(self._telegram, at, name, book.language) for at, name in enumerate(book.people, 1))
        self._clients = {person.name: Client(person, self._group) for person in everybody}
        self._come: set[str] = set()
        self._newcomers = book.newcomers
        self._code = ""
        """Of the link that was read last."""
        self._shown: defaultdict[str, Sequence[View]] = defaultdict(tuple)
        self._news: defaultdict[str, list[View]] = defaultdict(list)
        self._run(self._process.begin())

    def close(self) -> None:
        """Ends it; nothing that was said was wrong."""
        self._run(self._process.end())
        self._run(self._telegram.__aexit__(None, None, None))
        assert self._telegram.server.faults == []

    def hear(self, person: str, event: Event) -> Sequence[View]:
        """What somebody is shown who does this at their client."""
        self._comes(person)
        news, before = self.unasked(person), self._standing(person)
        if isinstance(event, Said) and CODE.search(event.text):
            event = Said(f"/kpi join {self._code}")
            turn = self._heard(self._clients[person].person.starts(self._code))
        else:
            turn = self._heard(self._clients[person].does(event, self._shown[person]))
        if not _same(turn.event, event):
            self.misheard.append((event, turn.event))
        self._check(person, turn.views, before)
        self.answer = turn.views
        self._posts()
        self._shown[person] = (*news, *turn.views) or self._shown[person]
        return (*news, *turn.views)

    def unasked(self, person: str) -> Sequence[View]:
        """What has come into somebody's chat by itself since they looked last."""
        self._comes(person)
        self.answer = ()
        news = tuple(self._news.pop(person, ()))
        self._shown[person] = news or self._shown[person]
        return news

    def set_now(self, now: datetime) -> None:
        """Whatever waited for that moment is sent."""
        self._now = now.replace(tzinfo=self._zone)
        self._posts()

    def restart(self) -> None:
        """Another process on the same database."""
        self._run(self._process.end())
        self._run(self._process.begin())

    deploy = restart

    def screen(self, person: str) -> str:
        """What stands in somebody's chat."""
        return self._clients[person].person.screen()

    def _comes(self, person: str) -> None:
        """Opens the link that they were given; whoever has none yet, as the founder and newcomers, presses Start."""
        code = "" if person in self._come else self._process.code_for(person)
        if person not in self._come and (code or not self._come or person in self._newcomers):
            self._come.add(person)
            self._heard(self._clients[person].person.starts(code))
            self._posts()

    def _heard(self, doing: Coroutine[Any, Any, None]) -> Turn:
        """What the bot heard of it, when it has answered."""
        self._process.turns.clear()
        for each in (doing, self._telegram.settled(), self._process.idle()):
            self._run(each)
        (turn,) = self._process.turns
        return turn

    def _posts(self) -> None:
        before = {person: self._standing(person) for person in self.people}
        self._process.posted.clear()
        self._run(self._process.posts())
        for user, message in self._process.posted:
            person = next(name for name, client in self._clients.items() if str(client.person.id) == user)
            self._news[person].append(message)
            self._check(person, [message], before[person])

    def _standing(self, person: str) -> Mapping[int, Json]:
        """All that somebody could read so far, by the numbers of the messages."""
        server = self._telegram.server
        server.popped_up.clear()
        return {number_of(each): dict(each) for each in self._clients[person].sees()}

    def _check(self, person: str, views: Sequence[View], before: Mapping[int, Json]) -> None:
        server = self._telegram.server
        new = [each for each in self._clients[person].sees() if before.get(number_of(each)) != each]
        words = squeezed("\n".join([read(server, new), *server.popped_up]))
        self.lost += [each for view in views for each in offered(view) if not _is_in(words, each)]
        self._code = (LINK.findall(words) or [self._code])[-1]
        if self._group:
            by_all = (each for each in new if each["chat"]["id"] == GROUP and "receiver_user" not in each)
            public = squeezed(read(server, by_all))
            self.leaked += [each for view in views if not is_public(view) for each in sentences(view) if each in public]


def _is_in(words: str, each: str) -> bool:
    """As it is, or as a button's label is cut."""
    return squeezed(each) in words or squeezed(shown(Key(each))) in words


def _same(heard: Event, done: Event) -> bool:
    """What is typed at a question answers it here, also where the terminal takes it for something said.

    What an answer is read as shows in how the story goes on: it may be pressed, or typed by its label.
    """
    match heard, done:
        case Submitted(values=values), Said(text=text):
            return list(values.values()) == [text]
        case Submitted() | Pressed(action=Steer(act=Act.ANSWER | Act.SKIP)), Submitted():
            told = answer(heard)
            return (told.run, told.turn, set(told.values)) == (done.run, done.turn, set(done.values))
        case _:
            return heard == done
