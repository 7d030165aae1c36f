"""The channels that the bot is spoken to in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.post.reach import is_open
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ChannelRow


def spoken_in(session: Session, who: Who, company_id: int, now: datetime) -> int | None:
    """The id of the channel in which somebody speaks, known from then on; None for their own chat."""
    if not who.channel:
        return None
    row = channel_row(session, who.platform, who.workspace, who.channel) or _new(session, who, company_id)
    if not row.name.startswith(who.channel_name):  # The name of a topic is not told each time, the group's is.
        row.name = who.channel_name
    if row.trouble:
        is_open(session, row, now)
    return row.id


def channel_row(session: Session, platform: str, workspace: str, external_id: str) -> ChannelRow | None:
    """The channel of that id there."""
    same = ChannelRow.platform == platform, ChannelRow.workspace == workspace, ChannelRow.external_id == external_id
    return session.scalars(select(ChannelRow).where(*same)).first()


def _new(session: Session, who: Who, company_id: int) -> ChannelRow:
    language = Scope(session, company_id).company().language
    row = ChannelRow(company_id=company_id, platform=who.platform, workspace=who.workspace, external_id=who.channel)
    row.name, row.language = who.channel, language
    session.add(row)
    session.flush()
    return row
