"""`/kpi` alone: what one owes, how one stands, and where to go."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.day import SOON, Day, day_card, newcomer_card
from conversations.flows.plan.meant import abouts
from conversations.flows.reading import all_names, day_subject, present_card
from conversations.flows.waits import waiting
from conversations.view import Message
from kpi_engine.measure.why.moves import moves


def my_day(ask: Ask) -> Message:
    """Asks nothing; whoever comes first to an empty company is told how to begin."""
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    card = present_card(ask, day_subject(ask), None)
    moved = moves(card, ask.know.scorecard(card.subject, card.period.previous()))
    kpis = ask.know.kpis()
    mine = [one for one in ask.know.open_actions() if one.person_id == ask.me.id]
    soon = [one for one in mine if ask.today < one.due <= ask.today + SOON]
    goals = bool(ask.know.goals())
    waits = waiting(ask, [one for one in mine if one.due <= ask.today])
    about, total = abouts(ask, soon), ask.know.total(card)
    day = Day(ask.me, ask.today, ask.know.owed(), soon, about, bool(kpis), goals, card, total, moved, waits)
    return day_card(ask.texts, day, all_names(ask))
