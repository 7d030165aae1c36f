"""The log of one person's chat, kept in memory so that a reload shows it again."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from threading import Lock
from typing import TypeAlias

from conversations.event import Event, Submitted
from conversations.view import Form, Message, Question, QuestionKind, View

KEPT = 100
"""How many entries a chat holds; the oldest make room."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the person typed, or the words on the button they pressed."""

    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is left of a form that can no longer be answered: its questions, with the answers given on it."""

    title: str
    step: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """The bot broke down in place of an answer."""


Item: TypeAlias = Heard | Message | Form | Asked | Failed


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the log; a stale one is past, so that its dialog's buttons no longer do anything."""

    number: int
    item: Item
    stale: bool = False


class Chat:
    """One person's chat. Who speaks for them holds `turn`, so that an answer stands below what it answers."""

    def __init__(self) -> None:
        self.turn = Lock()
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._numbers = count(1)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything in the log, oldest first."""
        return tuple(self._entries)

    def add(self, *items: Item) -> None:
        """Puts items at the end."""
        self._entries.extend(Entry(next(self._numbers), item) for item in items)

    def answer(self, event: Event, views: Sequence[View]) -> None:
        """Puts the answer to an event at the end; what was open before it is past."""
        kept = (_past(entry, event, views) for entry in self._entries)
        self._entries = deque((entry for entry in kept if entry), maxlen=KEPT)
        self.add(*views)


def _past(entry: Entry, event: Event, views: Sequence[View]) -> Entry | None:
    match entry.item:
        case Form() as form:
            asked = _asked(form, event, _asked_again(form, views))
            return replace(entry, item=asked, stale=True) if asked.pairs else None
        case Heard() | Message() | Asked() | Failed():
            return replace(entry, stale=True)


def _asked(form: Form, event: Event, again: frozenset[str]) -> Asked:
    answers = event.values if isinstance(event, Submitted) and _is_of(form, event) else {}
    pairs = [(q.label, _shown(q, answers.get(q.key, ""))) for q in form.questions if q.key not in again]
    return Asked(form.title, form.step, tuple(pairs))


def _asked_again(form: Form, views: Sequence[View]) -> frozenset[str]:
    forms = [view for view in views if isinstance(view, Form) and (view.run, view.key) == (form.run, form.key)]
    return frozenset(question.key for view in forms for question in view.questions)


def _is_of(form: Form, event: Submitted) -> bool:
    return (form.run, form.turn) == (event.run, event.turn)


def _shown(question: Question, answer: str) -> str:
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.MANY | QuestionKind.YESNO:
            labels = {option.value: option.label for option in question.options}
            return "\n".join(labels.get(value, value) for value in answer.split("\n"))
        case QuestionKind.TEXT | QuestionKind.NUMBER | QuestionKind.DATE:
            return answer
