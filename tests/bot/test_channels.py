"""Channels that the bot is spoken to in: known by their ids, called as they are called now."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from adapters.base import Shut, Who
from bot.channels import spoken_in
from bot.post.reach import is_shut
from bot.tables import PostRow
from conversations.news import NewsKind
from kpi_engine.calendar.hours import OFFICE
from kpi_engine.calendar.posting import Rhythm
from kpi_engine.commands import RemoveMember, SetBulletin
from kpi_engine.model.bulletin import BulletinKind
from kpi_engine.store.tables import ChannelRow
from tests.factories import NOW, found_office

ANN = Who("telegram", "99", "7", "Ann", channel="-5/45", channel_name="Company / Numbers")
MONDAYS = Rhythm(0, OFFICE.start)


def test_a_channel_is_known_once_and_called_as_it_is_called_now(engine: Engine) -> None:
    """A reply in a topic does not tell what the topic is called."""
    with Session(engine) as session, session.begin():
        company = found_office(session).owner.company_id
        named = replace(ANN, channel_name="Company / KPIs")
        ids = [spoken_in(session, who, company, NOW) for who in (ANN, replace(ANN, channel_name="Company"), named)]
        assert len(set(ids)) == 1
        assert session.get_one(ChannelRow, ids[0]).name == "Company / KPIs"
        assert spoken_in(session, replace(ANN, channel="", channel_name=""), company, NOW) is None


def test_where_who_set_it_up_has_left_the_owner_hears(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        office = found_office(session)
        channel = spoken_in(session, ANN, office.owner.company_id, NOW)
        assert channel
        office.do(SetBulletin(channel, BulletinKind.BRIEF, MONDAYS), by=office.hal)
        office.do(RemoveMember(office.hal))
        is_shut(session, session.get_one(ChannelRow, channel), Shut.GONE, NOW)
        told = [row.person_id for row in session.query(PostRow) if row.kind is NewsKind.CHANNEL_SHUT]
        assert told == [office.owner.person.id]
