"""`/kpi` alone: what one owes, how one stands, and where to go."""

from __future__ import annotations

from conversations.cards.day import day_card, newcomer_card
from conversations.flows.reading import present_card
from conversations.talk import Ask
from conversations.view import Message
from kpi_engine.model.score import Subject, SubjectKind


def my_day(ask: Ask) -> Message:
    """Asks nothing; whoever comes first to an empty company is told how to begin."""
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    card = present_card(ask, Subject(SubjectKind.PERSON, ask.me.id), None)
    return day_card(ask.texts, ask.me, ask.know.owed(), card, has_kpis=bool(ask.know.kpis()))
