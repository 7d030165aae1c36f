"""Who reads a message: a person, or everybody in a channel, who see what any member may and nothing of one's own."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.tables import PostRow
from kpi_engine.model.company import Actor, Person, Role
from kpi_engine.model.name import Name
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ChannelRow

NOBODY = 0
"""The id of no person."""


def reader_of(session: Session, row: PostRow) -> Actor:
    """In whose language, by whose clock and with whose rights the message is worded."""
    scope = Scope(session, row.company_id)
    if row.channel_id is None:
        return Actor(row.company_id, load.person(scope, row.person_id or NOBODY))
    channel, zone = scope.find(ChannelRow, row.channel_id, "unknown_channel"), scope.company().time_zone
    everybody = Person(NOBODY, Name.same(channel.name), Role.MEMBER, channel.language, zone)
    return Actor(row.company_id, everybody)
