"""`why`: a score as a sum that anybody can redo."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.cause import inside, told
from conversations.cards.day import newcomer_card
from conversations.cards.why import why_card
from conversations.cards.why_kpi import kpi_why_card
from conversations.flows.reading import all_names, kpi_line, present_card, read_asked
from conversations.view import Message
from kpi_engine.model.score import Subject


def why(ask: Ask) -> Message:
    """Asks nothing: for a scorecard the sum of its lines, for a KPI how its value became points."""
    words = ask.take_words()
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    asked = read_asked(ask, words)
    if isinstance(asked.about, Subject):
        card = present_card(ask, asked.about, asked.period)
        return why_card(ask.texts, card, ask.know.total(card), all_names(ask))
    line = kpi_line(ask, asked.about, asked.period)
    explained = inside(ask.know.causes([line.version.kpi.id]), line.period)
    return kpi_why_card(ask.texts, line, tuple(told(ask.texts, explained, all_names(ask))))
