"""`report brief`: a minute's reading for whoever looks after a company or a department."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.brief import brief_card
from conversations.cards.cause import inside
from conversations.flows.reading import all_names, read_asked
from conversations.view import Message
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.score import Subject, SubjectKind


def brief(ask: Ask, words: str) -> Message:
    """Of this month, or of the last one while there is nothing in this; for a KPI of its department."""
    asked = read_asked(ask, words)
    about = asked.about
    subject = about if isinstance(about, Subject) else Subject(SubjectKind.DEPARTMENT, about.kpi.department_id)
    month = Period.holding(ask.today, PeriodKind.MONTH)
    found = ask.know.brief(subject, asked.period or month)
    if asked.period is None and found.card.score is None and found.before.score is not None:
        found = ask.know.brief(subject, month.previous())
    needing = [move.line.version.kpi.id for move in found.needs]
    explained = inside(ask.know.causes(needing), found.card.period) if needing else []
    return brief_card(ask.texts, found, all_names(ask), explained)
