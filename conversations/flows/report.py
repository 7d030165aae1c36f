"""`report`: where the company, a department, a person or a KPI stands."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.kpi import earlier, kpi_card
from conversations.cards.scorecard import scorecard_card
from conversations.flows.reading import all_names, kpi_line, present_card, read_asked
from conversations.view import Message
from kpi_engine.model.score import Subject


def report(ask: Ask) -> Message:
    """Asks nothing: without words it is about one's own company, department or self, now."""
    asked = read_asked(ask, ask.take_words())
    names = all_names(ask)
    if isinstance(asked.about, Subject):
        return scorecard_card(ask.texts, present_card(ask, asked.about, asked.period), names)
    line = kpi_line(ask, asked.about, asked.period)
    before = [ask.know.kpi_score(line.version.kpi.id, period) for period in earlier(line)]
    return kpi_card(ask.texts, line, before, names)
