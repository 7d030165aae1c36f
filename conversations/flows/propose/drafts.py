"""A draft that its department was shown: it is looked at, and one says what one thinks of it."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.cards.draft_shown import shown_card
from conversations.cards.names import subject_words
from conversations.flows.finding import department_called, nothing_called
from conversations.flows.reading import all_names
from conversations.flows.rights import check_may
from conversations.forms import form, text
from conversations.view import Message
from conversations.words import first_word
from kpi_engine.commands import CommentOnDraft
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Department
from kpi_engine.model.draft import SharedDraft
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import Place, may

COMMENT = ("comment", "意见")


@form
class DraftRemark:
    """What somebody says of a draft."""

    text: str = text()


def draft(ask: Ask, words: str) -> Do | Message:
    """`draft Sales` shows it, `draft comment Sales` says something of it; without a name one's own department's."""
    first, rest = first_word(words)
    if first.casefold() in COMMENT:
        department, _ = _meant(ask, rest)
        check_may(ask, CommentOnDraft, Place(department.id))
        said = ask(DraftRemark, f"draft_remark:{department.id}").text
        return Do(CommentOnDraft(department.id, said))
    return draft_page(ask, *_meant(ask, words))


def draft_page(ask: Ask, department: Department, found: SharedDraft) -> Message:
    """The draft as who is talking sees it."""
    content, may_comment = found.content, may(ask.me, CommentOnDraft, Place(department.id))
    present = {id: ask.know.versions(id)[-1] for id in (*dict(content.keep), *content.retire)}
    return shown_card(ask.texts, found, department, present, all_names(ask), may_comment=may_comment)


def draft_of(ask: Ask, department: Department) -> SharedDraft | None:
    """What the department was shown, if it was shown anything."""
    return next((each for each in ask.know.drafts() if each.department_id == department.id), None)


def department_meant(ask: Ask, words: str) -> Department:
    """By its name, or as a button means it; without words the first of one's own that has a draft."""
    departments = {subject_words(Subject(SubjectKind.DEPARTMENT, each.id)): each for each in ask.know.departments()}
    if words:
        found = departments.get(words) or department_called(ask, words)
        if found is None:
            names = [text for each in departments.values() for text in (each.name.en, each.name.zh)]
            raise nothing_called(ask, words, names)
        return found
    mine = [each for each in departments.values() if each.id in ask.me.department_ids] or [*departments.values()]
    if not mine:
        raise Refusal("no_departments")
    return next((each for each in mine if draft_of(ask, each)), mine[0])


def _meant(ask: Ask, words: str) -> tuple[Department, SharedDraft]:
    department = department_meant(ask, words)
    found = draft_of(ask, department)
    if found is None:
        raise Refusal("no_draft", department=department.name)
    return department, found
