"""What the bot says unasked: the messages that somebody is owed, shown in their chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.post.outbox import Outbox, news_in, settle
from bot.tables import PostState
from conversations.told import told
from conversations.view import Message, View
from conversations.world import World
from kpi_engine.store.work import Work


def unasked(world: World, work: Work) -> Sequence[Message]:
    """Each once, in the words of this moment; what has nothing to say any more is dropped."""
    shown = []
    for row in Outbox(work.session, work.actor.company_id, work.now).due(work.actor.person.id):
        message = told(news_in(row), world)
        settle(row, PostState.SENT if message else PostState.DROPPED, work.now)
        shown += [replace(message, unasked=True)] if message else []
    return shown


def not_told_yet(answer: Sequence[View], told: Sequence[View]) -> Sequence[View]:
    """The answer without the cards that what was told just before it ends with."""
    shown = [message for message in told if isinstance(message, Message)]
    return [view for view in answer if not any(_ends_with(message, view) for message in shown)]


def _ends_with(message: Message, view: View) -> bool:
    return isinstance(view, Message) and message.blocks[-len(view.blocks) :] == view.blocks
