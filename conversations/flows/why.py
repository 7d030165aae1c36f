"""`why`: a score as a sum that anybody can redo."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.why import kpi_why_card, why_card
from conversations.flows.reading import all_names, kpi_line, present_card, read_asked
from conversations.view import Message
from kpi_engine.model.score import Subject


def why(ask: Ask) -> Message:
    """Asks nothing: for a scorecard the sum of its lines, for a KPI how its value became points."""
    asked = read_asked(ask, ask.take_words())
    if isinstance(asked.about, Subject):
        return why_card(ask.texts, present_card(ask, asked.about, asked.period), all_names(ask))
    return kpi_why_card(ask.texts, kpi_line(ask, asked.about, asked.period))
