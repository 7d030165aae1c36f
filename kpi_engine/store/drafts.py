"""Queries for drafts."""

from __future__ import annotations

from sqlalchemy import select

from kpi_engine.model.draft import DraftComment, DraftSet, SharedDraft
from kpi_engine.store.plain import from_plain
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import DraftCommentRow, DraftRow


def row_of(scope: Scope, department_id: int) -> DraftRow | None:
    """The department's draft, if it has been shown one."""
    return next(iter(scope.all(select(DraftRow).where(DraftRow.department_id == department_id))), None)


def drafts(scope: Scope) -> tuple[SharedDraft, ...]:
    """Every department's draft, oldest first."""
    rows = scope.all(select(DraftRow).order_by(DraftRow.id))
    return tuple(draft(scope, row) for row in rows)


def draft(scope: Scope, row: DraftRow) -> SharedDraft:
    """The draft with all that was said of it."""
    said = comment_rows(scope, row)
    return SharedDraft(
        row.department_id,
        from_plain(DraftSet, row.content),
        row.author_id,
        row.at,
        row.round,
        tuple(DraftComment(each.id, each.author_id, each.text, each.at) for each in said),
    )


def comment_rows(scope: Scope, row: DraftRow) -> list[DraftCommentRow]:
    """What was said of the draft, oldest first."""
    said = select(DraftCommentRow).where(DraftCommentRow.draft_id == row.id).order_by(DraftCommentRow.id)
    return list(scope.all(said))
