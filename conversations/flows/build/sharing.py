"""Before a set is put in force its department is shown the draft, and says what it thinks; the dialog waits."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.cards.draft_shown import said_of
from conversations.fields import Rejected
from conversations.flows.reading import all_names
from conversations.forms import form, yesno
from conversations.view import Block, Text
from kpi_engine.commands import PublishKpis, ShareDraft
from kpi_engine.model.company import Department
from kpi_engine.model.draft import DraftSet


@form
class Sharing:
    """Whether the department is shown the draft first."""

    share: bool = yesno()


def what_was_said(ask: Ask, department: Department) -> Sequence[Block]:
    """What the department says of the draft that it was shown."""
    found = next((each for each in ask.know.drafts() if each.department_id == department.id), None)
    return said_of(ask.texts, found, all_names(ask)) if found else ()


def has_readers(ask: Ask, department: Department) -> bool:
    """Whether there is anybody else in the department who could say something."""
    return any(department.id in each.department_ids and each.id != ask.me.id for each in ask.know.people())


def shared(ask: Ask, department: Department, command: PublishKpis) -> Do:
    """The draft is shown, and the question whether to put it in force is open again."""
    intro = Text(ask.texts.say("draft.share", name=department.name))
    ask(Sharing, intro=[intro], check=lambda given: None if given.share else Rejected("not_yet"))
    draft = DraftSet(command.goal, command.kpis, command.keep, command.retire)
    return Do(ShareDraft(department.id, draft), reopens=("confirm.publish", "sharing.share"))
