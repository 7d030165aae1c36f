"""`home`: all that a page of one's own shows, where a messenger has one."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.day import elsewhere_card
from conversations.flows.my_day import my_day
from conversations.flows.reading import all_names
from conversations.flows.report import report
from conversations.view import Message
from kpi_engine.model.score import Subject, SubjectKind


def home(ask: Ask) -> Message | tuple[Message, ...]:
    """My day, one's scorecard with the trend of each KPI, and the ways to departments, reminders and settings."""
    day = my_day(ask)
    if not ask.know.kpis():
        return day
    departments = [Subject(SubjectKind.DEPARTMENT, one.department_id) for one in ask.me.positions]
    company = Subject(SubjectKind.COMPANY, ask.know.company().id)
    return (day, report(ask), elsewhere_card(ask.texts, (*departments, company), all_names(ask)))
