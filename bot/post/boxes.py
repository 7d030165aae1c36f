"""Where a message goes over a lane: into somebody's own chat, or into a channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from adapters.base import Address, group_of
from bot.post.address import accounts_written_to
from bot.post.lanes import Lane
from bot.tables import AccountRow, PostRow
from kpi_engine.store.tables import ChannelRow, PersonRow


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that may be sent now, as far as its row says."""

    id: int
    chat: str
    """What the platform's limits are counted for."""
    shared: bool = False
    """Whether several people read there."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a message goes now."""

    to: Address
    account_id: int | None
    """None for a channel."""


def waiting_in(session: Session, lane: Lane, due: Sequence[ColumnElement[bool]], most: int) -> Sequence[Waiting]:
    """The first of the messages that are `due` over the lane, in the order in which they should go."""
    order = PostRow.priority, PostRow.id
    people = select(*order, AccountRow.external_id).join(AccountRow, AccountRow.id == accounts_written_to())
    people = people.where(AccountRow.workspace_id == lane.id)
    channels = select(*order, ChannelRow.external_id).join(ChannelRow, ChannelRow.id == PostRow.channel_id)
    found = [
        (priority, id, Waiting(id, group_of(chat) if shared else chat, shared))
        for shared, those in ((False, people), (True, channels.where(*_open_in(lane))))
        for priority, id, chat in session.execute(those.where(*due).order_by(*order).limit(most))
    ]
    return [waiting for _, _, waiting in sorted(found, key=lambda one: one[:2])[:most]]


def box_of(session: Session, lane: Lane, row: PostRow) -> Box | None:
    """None where the message goes over another lane now, or nowhere."""
    if row.channel_id is not None:
        channel = session.scalars(_channel(row).where(*_open_in(lane))).first()
        return Box(_of_channel(lane, channel), None) if channel else None
    account = select(AccountRow).join(PostRow, AccountRow.id == accounts_written_to())
    found = session.scalars(account.where(PostRow.id == row.id, AccountRow.workspace_id == lane.id)).first()
    return Box(_of_account(session, lane, found), found.id) if found else None


def has_a_box() -> ColumnElement[bool]:
    """For a query of messages: whether there is anywhere to which each can be sent now, by whichever process."""
    open_channels = select(ChannelRow.id).where(ChannelRow.trouble.is_(None))
    return or_(PostRow.channel_id.in_(open_channels), accounts_written_to().is_not(None))


def sent_to(session: Session, lane: Lane, row: PostRow) -> Address | None:
    """Where the message was sent last; None where that was over another lane."""
    if row.channel_id is not None:
        channel = session.scalars(_channel(row).where(*_of(lane))).first()
        return _of_channel(lane, channel) if channel else None
    account = session.get_one(AccountRow, row.account_id)
    return _of_account(session, lane, account) if account.workspace_id == lane.id else None


def _of_channel(lane: Lane, channel: ChannelRow) -> Address:
    return Address(lane.workspace, channel=channel.external_id, language=channel.language)


def _of_account(session: Session, lane: Lane, account: AccountRow) -> Address:
    language = session.get_one(PersonRow, account.person_id).language
    return Address(lane.workspace, user=account.external_id, language=language)


def _channel(row: PostRow) -> Select[ChannelRow]:
    return select(ChannelRow).where(ChannelRow.id == row.channel_id)


def _of(lane: Lane) -> tuple[ColumnElement[bool], ...]:
    return ChannelRow.platform == lane.platform, ChannelRow.workspace == lane.workspace


def _open_in(lane: Lane) -> tuple[ColumnElement[bool], ...]:
    """Channels of the lane that take something."""
    return *_of(lane), ChannelRow.trouble.is_(None)
