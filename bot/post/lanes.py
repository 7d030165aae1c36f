"""Who may write to a workspace: its lane belongs to one process at a time, which keeps the platform's limits there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, not_, or_, select, update
from sqlalchemy.orm import Session

from bot.post.outbox import insert
from bot.tables import LaneRow, PostRow, PostState, WorkspaceRow

LEASE = timedelta(seconds=60)
"""How long a lane is left to a process that is not heard of; longer than any call of a platform takes."""
RENEWED_AFTER = 0.25
"""The part of a lease after which its process writes down that it is still there."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A workspace that messages go to: one bot token, with limits of its own."""

    id: int
    """The workspace's row."""
    platform: str
    workspace: str
    company_id: int


def lanes(session: Session, platforms: Collection[str], holder: str, now: datetime) -> Sequence[Lane]:
    """Those for whose company there is anything to be sent or settled now, and that no other process has."""
    is_due = or_(PostRow.not_before <= now, PostRow.state == PostState.SENDING)
    pending = exists().where(PostRow.company_id == WorkspaceRow.company_id, PostRow.settled_at.is_(None), is_due)
    taken = exists().where(LaneRow.workspace_id == WorkspaceRow.id, not_(_is_free(holder, now)))
    which = WorkspaceRow.platform.in_(platforms), pending, ~taken
    columns = WorkspaceRow.id, WorkspaceRow.platform, WorkspaceRow.external_id, WorkspaceRow.company_id
    return [Lane(*row) for row in session.execute(select(*columns).where(*which).order_by(WorkspaceRow.id))]


def is_held(session: Session, lane: Lane, holder: str, now: datetime) -> bool:
    """Whether the lane is the process's by a lease so fresh that it need not be renewed."""
    fresh = LaneRow.until > now + LEASE - RENEWED_AFTER * LEASE, LaneRow.until <= now + LEASE
    mine = select(LaneRow).where(LaneRow.workspace_id == lane.id, LaneRow.holder == holder, *fresh)
    return session.scalars(mine).first() is not None


def hold(session: Session, lane: Lane, holder: str, now: datetime) -> bool:
    """Takes or keeps the lane; False while another process has it."""
    values = {"holder": holder, "until": now + LEASE}
    mine = update(LaneRow).where(LaneRow.workspace_id == lane.id, _is_free(holder, now)).values(values)
    if session.execute(mine.returning(LaneRow.workspace_id)).first():
        return True
    new = insert(session, LaneRow).values(workspace_id=lane.id, **values).on_conflict_do_nothing()
    return session.execute(new.returning(LaneRow.workspace_id)).first() is not None


def let_go(session: Session, holder: str) -> None:
    """Leaves all lanes of the process to others."""
    session.execute(delete(LaneRow).where(LaneRow.holder == holder))


def _is_free(holder: str, now: datetime) -> ColumnElement[bool]:
    """Also a lease from a future that there is none of any more, because the clock was set back."""
    return or_(LaneRow.holder == holder, LaneRow.until <= now, LaneRow.until > now + LEASE)
