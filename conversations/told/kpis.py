"""News of KPIs that are in force."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.names import subject_words
from conversations.cards.say import run_button, say
from conversations.news import News
from conversations.view import Message
from kpi_engine.model.score import Subject, SubjectKind


def published(ask: Ask, news: News) -> Message | None:
    """What a department is measured by from now on, and what of it the reader enters; nothing if it was taken back."""
    departments = {subject_words(Subject(SubjectKind.DEPARTMENT, each.id)): each for each in ask.know.departments()}
    department = departments[news.subject]
    kpis = [each for each in ask.know.kpis(department_id=department.id) if each.kpi.person_id is None]
    if not kpis:
        return None
    mine = [each.definition.name for each in kpis if each.definition.owner_id == ask.me.id]
    buttons = (
        run_button(ask.texts, "report", f"report {news.subject}"),
        run_button(ask.texts, "propose_change", "propose change"),
    )
    names = [each.definition.name for each in kpis]
    return say(ask.texts, "news.published", *buttons, department=department.name, names=names, mine=mine)
