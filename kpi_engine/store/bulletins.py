"""Queries for channels and what is posted in them."""

from __future__ import annotations

from sqlalchemy import select

from kpi_engine.model.bulletin import Bulletin, BulletinKind, Channel
from kpi_engine.model.company import Department
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import BulletinRow, ChannelRow


def channels(scope: Scope) -> tuple[Channel, ...]:
    """Every channel in which somebody has spoken to the bot, by name."""
    return tuple(channel(row) for row in scope.all(select(ChannelRow).order_by(ChannelRow.name, ChannelRow.id)))


def bulletins(scope: Scope) -> tuple[Bulletin, ...]:
    """All that is posted, channel by channel."""
    by_id = {each.id: each for each in channels(scope)}
    departments = {each.id: each for each in load.departments(scope)}
    rows = scope.all(select(BulletinRow).where(BulletinRow.active).order_by(BulletinRow.channel_id, BulletinRow.id))
    return tuple(bulletin(row, by_id[row.channel_id], departments.get(row.department_id or 0)) for row in rows)


def row_of(scope: Scope, channel_id: int, kind: BulletinKind, department_id: int | None) -> BulletinRow | None:
    """What was ever posted there of that kind, of the department or the company."""
    whose = BulletinRow.department_id == department_id
    same = BulletinRow.channel_id == channel_id, BulletinRow.kind == kind, whose
    return next(iter(scope.all(select(BulletinRow).where(*same))), None)


def channel(row: ChannelRow) -> Channel:
    """The channel of a row."""
    return Channel(row.id, row.name, row.language, row.trouble)


def bulletin(row: BulletinRow, into: Channel, of: Department | None) -> Bulletin:
    """The bulletin of a row, with its channel and its department."""
    return Bulletin(row.id, into, row.kind, row.rhythm, row.author_id, row.seen_until, of)
