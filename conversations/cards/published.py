"""KPIs that were put in force, and what is useful next."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.cards.names import subject_words
from conversations.cards.say import run_button, say, undo_button
from conversations.choice_fields import record_value
from conversations.texts import Texts
from conversations.view import Button, Message, Run, Style, Tone
from kpi_engine.model.done import Published
from kpi_engine.model.score import Subject, SubjectKind


def published_message(texts: Texts, done: Published) -> Message:
    """What is useful first stands first: values that are owed, somebody to invite, the next department, the report."""
    first, *others = _next(texts, done)
    leading = Button(first.label, first.action, Style.PRIMARY)
    return say(texts, "done.published", leading, *others, undo_button(texts), tone=Tone.SUCCESS, done=done)


def _next(texts: Texts, done: Published) -> Iterator[Button]:
    onward, department = done.onward, Subject(SubjectKind.DEPARTMENT, done.department.id)
    if onward.owes:
        yield run_button(texts, "enter_all", "actual")
    if onward.absent:
        label = texts.plain("invite.invite", name=onward.absent.name)
        yield Button(label, Run(f"invite {record_value(onward.absent.id)}"))
    if onward.bare:
        label = texts.plain("done.build_next", name=onward.bare.name)
        yield Button(label, Run(f"build {record_value(onward.bare.id)}"))
    yield run_button(texts, "report", f"report {subject_words(department)}")
