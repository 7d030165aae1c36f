"""A draft as its department is shown it, with what is said of it."""

from __future__ import annotations

from collections.abc import Mapping

from conversations.cards.draft import DraftPage, draft_table
from conversations.cards.names import Names, subject_words
from conversations.cards.say import run_button, say
from conversations.texts import Texts
from conversations.view import Block, Message, Style, Table, Text, Tone
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Department
from kpi_engine.model.done import DraftDiscussed
from kpi_engine.model.draft import SharedDraft
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import Subject, SubjectKind


def shown_card(
    texts: Texts,
    draft: SharedDraft,
    department: Department,
    present: Mapping[int, KpiVersion],
    names: Names,
    *,
    may_comment: bool,
) -> Message:
    """The set as it would be, what was said, and a button for one's own word."""
    first = Text(texts.say("draft.shown", by=names.people[draft.author_id]))
    blocks = (first, *_table(texts, draft, department, present), *said_of(texts, draft, names))
    words = f"propose draft comment {_words(department)}"
    return Message(blocks, (run_button(texts, "comment", words, Style.PRIMARY),) if may_comment else ())


def said_of(texts: Texts, draft: SharedDraft, names: Names) -> tuple[Block, ...]:
    """What the department says, if anybody has said anything."""
    rows = tuple((names.people[one.author_id], one.text) for one in draft.comments)
    columns = tuple(texts.label(f"columns.{key}") for key in ("person", "comment"))
    return (Table(columns, rows, "ll", texts.label("draft.said")),) if rows else ()


def draft_message(texts: Texts, done: DraftDiscussed) -> Message:
    """What somebody has just done, said back to them."""
    if done.deed is Deed.SHARE_DRAFT:
        return say(texts, "draft.shared", tone=Tone.SUCCESS, name=done.department.name)
    show = run_button(texts, "draft", f"propose draft {_words(done.department)}")
    return say(texts, "draft.commented", show, tone=Tone.SUCCESS)


def _table(texts: Texts, draft: SharedDraft, department: Department, present: Mapping[int, KpiVersion]) -> list[Block]:
    content = draft.content
    past = {kpi.definition.name: [reading.value for _, reading in kpi.past] for kpi in content.kpis}
    keep = [(present[id], weight) for id, weight in content.keep if id in present]
    retired = [present[id].definition.name for id in content.retire if id in present]
    shown = DraftPage(department.name, content.goal, content.kpis, past, {}, keep, (), retired)
    return draft_table(texts, shown)


def _words(department: Department) -> str:
    return subject_words(Subject(SubjectKind.DEPARTMENT, department.id))
