"""A stage on which everybody is in front of Slack, and does there what the story tells; a terminal beside it knows what they are to read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Coroutine, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import Act, Form, Question, Turn, View
from tests.adapters.contract import buttons, said, squeezed
from tests.adapters.slack.client import Client
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.reading import words_of
from tests.adapters.slack.town import user
from tests.adapters.slack.user import User
from tests.background import Background
from tests.bot.slack_process import Process
from tests.stage import RealStage
from tests.story.book import Book
from tests.story.draft import Draft

CODE = re.compile(r"\b\w{4}-\w{4}-\w{4}\b")
MOMENT = timedelta(seconds=3)
MYSELF = ("me", "我")
"""What one says at a terminal where one picks one's own name in Slack."""
GO_ON = ("Continue", "继续")


class OnSlack:
    """Plays like the terminal beside it: the same people do the same things on a database of their own.

    `lost` is what the terminal tells somebody and Slack does not.
    """

    def __init__(self, terminal: RealStage, url: str, book: Book, way: str) -> None:
        self.people = terminal.people
        self.lost: list[str] = []
        self._terminal = terminal
        self._loop = Background()
        locale = "en-GB" if book.people[0].isascii() else "zh-CN"
        ids = {name: f"U{number}" for number, name in enumerate(book.people, 1)}
        self.slack = FakeSlack(users={id: user(name, locale, tz="") for name, id in ids.items()})
        self.users = {name: User(self.slack, id) for name, id in ids.items()}
        self._passed = timedelta()
        self._process = Process(self.slack, url, lambda: terminal.now + self._passed, way)
        self._come: set[str] = {book.people[0]}
        self._shown: defaultdict[str, Sequence[View]] = defaultdict(tuple)
        self._drafts: defaultdict[str, Draft] = defaultdict(Draft)
        self._news: defaultdict[str, list[View]] = defaultdict(list)
        self._due: defaultdict[str, list[str]] = defaultdict(list)
        self._read: defaultdict[str, list[str]] = defaultdict(list)
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
        self._does(person, event, before, views)
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

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        """Whoever is written to by it in Slack is told at the terminal at the same moment."""
        before = {name: self._written_to(name) for name in self._come}
        self._loop.run(work)
        for name, written in before.items():
            if self._written_to(name) > written:
                self._news[name] += self._terminal.unasked(name)

    def _written_to(self, person: str) -> int:
        """How many messages of the post have come to somebody."""
        chat = f"D{self.users[person].id}"
        return sum(each.channel == chat and "metadata" in each.payload for each in self.slack.messages)

    def _comes(self, person: str) -> None:
        """With the code that the first of all asked for."""
        if person in self._come:
            return
        self._come.add(person)
        first = self.people[0]
        self._types(first, f"/kpi invite {person}")
        (code,) = set(CODE.findall(self._looks(first)))
        self._types(person, f"/kpi join {code}")

    def _does(self, person: str, event: Event, before: Sequence[View], views: Sequence[View]) -> None:
        match event:
            case Said("/kpi") if person != self.people[0]:
                self._do(self.users[person].opens_home(self._client(person)))
            case Said(text=text) if text in MYSELF and self.users[person].modal:
                self._answers(person, _asked(before), person, views)
            case Said(text=text):
                self._types(person, text)
            case Dropped(name=name, content=content):
                self._do(self.users[person].drops(self._client(person), name, content))
            case Pressed(action=Turn(act=Act.BACK)) if self._drafts[person]:
                self._drafts[person].takes_back()
            case Pressed(action=Turn(act=Act.SKIP, key=key)) if self._drafts[person]:
                self._answers(person, _asked(before, key), "", views)
            case Pressed(action=action):
                label = next(button.label for view in before for button in buttons(view) if button.action == action)
                self._presses(person, label)
            case Submitted(values=values):
                for key, value in values.items():
                    self._answers(person, _asked(before, key), value, views)

    def _answers(self, person: str, question: Question, value: str, views: Sequence[View]) -> None:
        """In the modal that is open, or by a button of the message, or in the modal that it opens."""
        user, words = self.users[person], _in_words(question, value)
        if not user.modal and len(words) == 1 and user.can_press(words[0]):
            self._presses(person, words[0])
            return
        if not user.modal:
            self._presses(person, next(label for label in GO_ON if user.can_press(label)))
        if not self._drafts[person]:
            self._read[person].append(words_of(user.modal))
        self._drafts[person].writes(question.label, words)
        if not _goes_on(user, views):
            for answers in self._drafts.pop(person).rounds():
                self._hands_in(person, answers)

    def _hands_in(self, person: str, answers: dict[str, Sequence[str]]) -> None:
        user = self.users[person]
        open = {label: words for label, words in answers.items() if user.asks(label)}
        if open or not answers:
            self._do(user.hands_in(self._client(person), open, self._terminal.now.date()))
            self._looks(person)

    def _types(self, person: str, text: str) -> None:
        assert not self._drafts[person], f"{person} would lose {self._drafts[person]}"
        self._do(self.users[person].types(self._client(person), text))

    def _presses(self, person: str, label: str) -> None:
        self._do(self.users[person].presses(self._client(person), label))

    def _client(self, person: str) -> Client:
        """For one thing that is done; nothing is done within a moment of another."""
        self._passed += MOMENT
        return self._process.client(self.users[person].id)

    def _looks(self, person: str) -> str:
        words = self.users[person].looks()
        self._read[person].append(words)
        return words

    def _told(self, person: str, views: Sequence[View]) -> Sequence[View]:
        """What is still to be written into a modal is not read before that is handed in."""
        self._looks(person)
        unfinished = bool(self._drafts[person])
        self._due[person] += [words for view in views for words in _offered(view, unfinished)]
        if not unfinished:
            read = squeezed("".join(self._read.pop(person, ())))
            self.lost += [
                f"{person}: {words}" for words in self._due.pop(person) if not _stands_in(squeezed(words), read)
            ]
        self._shown[person] = views or self._shown[person]
        return views


def _in_words(question: Question, value: str) -> list[str]:
    """The options that are picked, as they are read; where there are words of one's own among them, all on one line."""
    labels = {option.value: option.label for option in question.options}
    lines = [line for line in value.split("\n") if line]
    words = [labels.get(line, line) for line in lines]
    return words if all(line in labels for line in lines) else [", ".join(words)]


def _asked(shown: Sequence[View], key: str = "") -> Question:
    """The question with this key, or the first."""
    questions = (each for view in reversed(shown) if isinstance(view, Form) for each in view.questions)
    return next(each for each in questions if key in ("", each.key))


def _goes_on(user: User, views: Sequence[View]) -> bool:
    """Whether more is asked of what stands in the same modal."""
    form = next((view for view in reversed(views) if isinstance(view, Form)), None)
    several = user.modal and len(user.asked) > 1
    return bool(several and form and form.questions and all(user.asks(each.label) for each in form.questions))


def _offered(view: View, unfinished: bool) -> Iterator[str]:
    """What there is to be read, but for what is different in a modal.

    There an answer that was refused is read in its reason, own words have no name where there is nothing to pick, and
    nobody goes back to a field that is still before them.
    """
    if unfinished and isinstance(view, Form):
        view = replace(view, acts=())
    questions = view.questions if isinstance(view, Form) else ()
    refused = {question.initial for question in questions if question.error}
    beside_nothing = {question.own for question in questions if not question.options}
    return (words for words in said(view) if words not in refused | beside_nothing)


def _stands_in(words: str, read: str) -> bool:
    """Whole, or cut with a mark that it goes on."""
    return words in read or any(f"{words[:length]}…" in read for length in range(len(words) - 1, 3, -1))
