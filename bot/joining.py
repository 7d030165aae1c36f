"""How an account that nobody knows becomes somebody's: by a code that they were given."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.people import company_of, is_known, language_of, link, zone_of
from bot.tables import WrongCodeRow
from conversations.cards.say import refused, run_button, say
from conversations.texts import texts_for
from conversations.view import Message, Tone
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Actor
from kpi_engine.model.invitation import read_code
from kpi_engine.model.wishes import wishes
from kpi_engine.service.joining import redeem
from kpi_engine.store import values
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
    texts = texts_for(language_of(who), "XXX")
    if _wrong_so_far(session, who, now) >= TRIES:
        return refused(texts, Refusal("join_later"))
    actor = _redeemed(session, who, typed, now)
    if actor is None:
        session.add(WrongCodeRow(platform=who.platform, workspace=who.workspace, account=who.user, typed_at=now))
        return refused(texts, Refusal("code_wrong"))
    link(session, who, actor, now)
    return _welcome(session, actor)


def _redeemed(session: Session, who: Who, typed: str, now: datetime) -> Actor | None:
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
    texts = texts_for(actor.person.language, company.currency)
    buttons = run_button(texts, "my_day", ""), run_button(texts, "help", "help")
    mine = wishes(company, actor.person)
    return say(
        texts,
        "invite.welcome",
        *buttons,
        tone=Tone.SUCCESS,
        name=actor.person.name,
        company=company,
        budget=mine.budget,
        hours=mine.hours,
    )
