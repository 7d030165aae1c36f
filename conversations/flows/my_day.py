"""`/kpi` alone: what one owes, how one stands, and where to go."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.day import day_card, newcomer_card
from conversations.flows.reading import all_names, day_subject, present_card
from conversations.view import Message
from kpi_engine.measure.moves import moves


def my_day(ask: Ask) -> Message:
    """Asks nothing; whoever comes first to an empty company is told how to begin."""
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    card = present_card(ask, day_subject(ask), None)
    moved = moves(card, ask.know.scorecard(card.subject, card.period.previous()))
    return day_card(ask.texts, ask.me, ask.know.owed(), card, moved, all_names(ask), has_kpis=bool(ask.know.kpis()))
