"""News of KPIs: a set that is in force, one that has changed."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.change import change_table
from conversations.cards.names import subject_words
from conversations.cards.say import run_button, say
from conversations.flows.reading import all_names
from conversations.news import News
from conversations.view import Message, Text
from kpi_engine.model.change import ReviseKpi
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


def changed(ask: Ask, news: News) -> Message | None:
    """What is another about a KPI, from when on, who changed it and why; nothing if it was taken back."""
    versions = {each.number: each for each in ask.know.versions(int(news.subject.removeprefix("#")))}
    now, before = versions.get(news.step), versions.get(news.step - 1)
    if now is None or before is None:
        return None
    names = all_names(ask)
    by, change = names.people[now.author_id], ReviseKpi(now.kpi.id, now.definition, now.in_force, now.reason)
    said = ask.texts.say("news.changed", version=now, by=by)
    table = change_table(ask.texts, change, {now.kpi.id: before}, names)
    return Message((Text(said), table), (run_button(ask.texts, "history", f"history {news.subject}"),))
