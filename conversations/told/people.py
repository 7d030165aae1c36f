"""News of people."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.names import subject_words
from conversations.cards.say import say
from conversations.news import News
from conversations.view import Message
from kpi_engine.model.score import Subject, SubjectKind


def unreachable(ask: Ask, news: News) -> Message | None:
    """Somebody to whom nothing arrives; nothing if they have left meanwhile."""
    people = {subject_words(Subject(SubjectKind.PERSON, each.id)): each for each in ask.know.people()}
    found = people.get(news.subject)
    return say(ask.texts, "news.unreachable", name=found.name) if found else None
