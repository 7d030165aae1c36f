"""How an account that nobody knows becomes somebody's: by a code that they were given."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.news import came
from bot.people import arrive, company_of, is_known, language_of, link, zone_of
from bot.post.outbox import Outbox
from bot.tables import PostRow, WrongCodeRow
from conversations.cards.invite import welcome_card
from conversations.cards.say import refused
from conversations.news import NewsKind
from conversations.texts import NO_CURRENCY, texts_for
from conversations.view import Message
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Actor
from kpi_engine.model.invitation import read_code
from kpi_engine.service.joining import Joined, redeem
from kpi_engine.store import load, values
from kpi_engine.store.scope import Scope

TRIES = 5
"""Wrong codes that one account may type within the time they are remembered; then a right one is refused as well."""
REMEMBERED = timedelta(hours=1)


def join(session: Session, who: Who, typed: str, now: datetime) -> Message | None:
    """What the stranger hears of the code they typed; None where the account is somebody's already.

    It does not raise what it refuses: that a code was wrong is written down.
    """
    if is_known(session, who):
        return None
    texts = texts_for(language_of(who), NO_CURRENCY)
    if _wrong_so_far(session, who, now) >= TRIES:
        return refused(texts, Refusal("join_later"))
    joined = _redeemed(session, who, typed, now)
    if joined is None:
        session.add(WrongCodeRow(platform=who.platform, workspace=who.workspace, account=who.user, typed_at=now))
        return refused(texts, Refusal("code_wrong"))
    link(session, who, joined.actor, now)
    _tell(session, joined, now)
    return _welcome(session, joined.actor)


def greeting(session: Session, who: Who, now: datetime) -> Message:
    """What somebody hears who has joined already, and was not told so."""
    return _welcome(session, arrive(session, who, now))


def _tell(session: Session, joined: Joined, now: datetime) -> None:
    """Who invited them hears of it; the greeting that a member is owed is said by the answer."""
    outbox = Outbox(session, joined.actor.company_id, now)
    outbox.drop(NewsKind.WELCOME, PostRow.person_id == joined.actor.person.id)
    if joined.inviter_id is not None:
        outbox.owe(came(joined.actor.person, load.person(Scope(session, joined.actor.company_id), joined.inviter_id)))


def _redeemed(session: Session, who: Who, typed: str, now: datetime) -> Joined | None:
    """A place that has a company takes only codes of that company."""
    code, language = read_code(typed), language_of(who) if who.language_hint else None
    return redeem(session, code, company_of(session, who), language, now, zone_of(who)) if code else None


def _wrong_so_far(session: Session, who: Who, now: datetime) -> int:
    session.execute(delete(WrongCodeRow).where(WrongCodeRow.typed_at <= now - REMEMBERED))
    return session.scalar(select(func.count()).select_from(WrongCodeRow).where(*_of(who))) or 0


def _of(who: Who) -> tuple[ColumnElement[bool], ...]:
    place = WrongCodeRow.platform == who.platform, WrongCodeRow.workspace == who.workspace
    return *place, WrongCodeRow.account == who.user


def _welcome(session: Session, actor: Actor) -> Message:
    company = values.company(Scope(session, actor.company_id).company())
    return welcome_card(texts_for(actor.person.language, company.currency), company, actor.person, by_code=True)
