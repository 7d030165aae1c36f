"""A draft is shown to its department, which says what it thinks; publishing the set ends it."""

from __future__ import annotations

from kpi_engine.commands import CommentOnDraft, ShareDraft
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import DraftDiscussed
from kpi_engine.model.draft import DraftComment
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.store import drafts, load, values
from kpi_engine.store.plain import to_plain
from kpi_engine.store.tables import DepartmentRow, DraftCommentRow, DraftRow
from kpi_engine.store.work import Work


def share_draft(command: ShareDraft, work: Work) -> DraftDiscussed:
    """Refusals: unknown_department, not_allowed(by), no_kpis."""
    department = work.scope.find(DepartmentRow, command.department_id, "unknown_department")
    check(work.actor, command, Facts((Place(department.id),), people=load.people(work.scope)))
    if not command.draft.kpis and not command.draft.keep:
        raise Refusal("no_kpis")
    row = drafts.row_of(work.scope, department.id) or DraftRow(
        company_id=work.actor.company_id, department_id=department.id, round=0
    )
    row.author_id, row.at, row.round = work.actor.person.id, work.now, row.round + 1
    row.content = to_plain(command.draft)
    work.session.add(row)
    work.session.flush()
    return _recorded(work, Deed.SHARE_DRAFT, department, row)


def comment_on_draft(command: CommentOnDraft, work: Work) -> DraftDiscussed:
    """Refusals: unknown_department, not_allowed(by), no_draft(department), and those of words."""
    department = work.scope.find(DepartmentRow, command.department_id, "unknown_department")
    check(work.actor, command, Facts((Place(department.id),), people=load.people(work.scope)))
    draft = drafts.row_of(work.scope, department.id)
    if draft is None:
        raise Refusal("no_draft", department=department.name)
    me = work.actor.person.id
    said = next((each for each in drafts.comment_rows(work.scope, draft) if each.author_id == me), None)
    before = DraftComment(said.id, me, said.text, said.at) if said else None
    row = said or DraftCommentRow(company_id=work.actor.company_id, draft_id=draft.id, author_id=me)
    row.text, row.at = tidy.words(command.text), work.now
    work.session.add(row)
    work.session.flush()
    now = DraftComment(row.id, me, row.text, row.at)
    return _recorded(work, Deed.COMMENT_DRAFT, department, draft, before, now)


def end_draft(work: Work, department_id: int) -> None:
    """The set is in force: what was said before it stands in the audit log."""
    row = drafts.row_of(work.scope, department_id)
    if row:
        for said in drafts.comment_rows(work.scope, row):
            work.session.delete(said)
        work.session.flush()
        work.session.delete(row)


def _recorded(
    work: Work,
    deed: Deed,
    department: DepartmentRow,
    row: DraftRow,
    before: DraftComment | None = None,
    now: DraftComment | None = None,
) -> DraftDiscussed:
    changes = log.changed("draft_comment", department.name, before, now, ("text",))
    subject = department.name.text(work.actor.person.language)
    log.record(work, deed, subject, changes=changes, departments=[department.id])
    return DraftDiscussed(deed, values.department(department), drafts.draft(work.scope, row))
