"""`report brief`: a minute's reading for whoever looks after a company or a department."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.brief import brief_card, public_brief_card
from conversations.cards.cause import inside
from conversations.flows.reading import all_names, read_asked
from conversations.view import Message
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.measure.why.brief import Brief
from kpi_engine.model.score import Subject, SubjectKind


def brief(ask: Ask, words: str) -> Message:
    """Of this month, or of the last one while there is nothing in this; for a KPI of its department."""
    asked = read_asked(ask, words)
    about = asked.about
    subject = about if isinstance(about, Subject) else Subject(SubjectKind.DEPARTMENT, about.kpi.department_id)
    found = _brief(ask, subject, asked.period)
    needing = [move.line.version.kpi.id for move in found.needs]
    explained = inside(ask.know.causes(needing), found.card.period) if needing else []
    return brief_card(ask.texts, found, all_names(ask), explained)


def public_brief(ask: Ask, subject: Subject) -> Message | None:
    """The company's or a department's, as a channel is shown it; None while there is no score."""
    found = _brief(ask, subject, None)
    return None if found.card.score is None else public_brief_card(ask.texts, found, all_names(ask))


def _brief(ask: Ask, subject: Subject, period: Period | None) -> Brief:
    month = Period.holding(ask.today, PeriodKind.MONTH)
    found = ask.know.brief(subject, period or month)
    if period is None and found.card.score is None and found.before.score is not None:
        return ask.know.brief(subject, month.previous())
    return found
