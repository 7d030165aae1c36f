"""News of people."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.invite import welcome_card
from conversations.cards.names import subject_words
from conversations.cards.say import run_button, say
from conversations.news import News
from conversations.view import Message
from kpi_engine.model.company import Person
from kpi_engine.model.score import Subject, SubjectKind


def welcomed(ask: Ask, news: News) -> Message:
    """What whoever came without a code should know of the bot."""
    return welcome_card(ask.texts, ask.know.company(), ask.me)


def came(ask: Ask, news: News) -> Message | None:
    """Somebody who came by the reader's code."""
    found = _person(ask, news)
    return say(ask.texts, "news.came", run_button(ask.texts, "guests", "invite"), name=found.name) if found else None


def unreachable(ask: Ask, news: News) -> Message | None:
    """Somebody to whom nothing arrives."""
    found = _person(ask, news)
    return say(ask.texts, "news.unreachable", name=found.name) if found else None


def _person(ask: Ask, news: News) -> Person | None:
    """Whom it is about; None if they have left meanwhile."""
    people = {subject_words(Subject(SubjectKind.PERSON, each.id)): each for each in ask.know.people()}
    return people.get(news.subject)
