"""What the bot says unasked: the messages that somebody is owed, shown in their chat."""

from __future__ import annotations

from collections.abc import Sequence

from bot.outbox import Outbox
from bot.tables import PostRow, PostState
from conversations.ask import World
from conversations.news import News
from conversations.told import told
from conversations.view import Message, View
from kpi_engine.store.work import Work


def unasked(world: World, work: Work) -> Sequence[Message]:
    """Each once, in the words of this moment; what has nothing to say any more is dropped."""
    outbox = Outbox(work.session, work.actor.company_id, work.now)
    shown = []
    for row in outbox.due(work.actor.person.id):
        message = told(_news(row), world)
        outbox.settle(row, PostState.SENT if message else PostState.DROPPED)
        shown += [message] if message else []
    return shown


def not_told_yet(answer: Sequence[View], told: Sequence[View]) -> Sequence[View]:
    """The answer without the cards that what was told just before it ends with."""
    shown = [message for message in told if isinstance(message, Message)]
    return [view for view in answer if not any(_ends_with(message, view) for message in shown)]


def _ends_with(message: Message, view: View) -> bool:
    return isinstance(view, Message) and message.blocks[-len(view.blocks) :] == view.blocks


def _news(row: PostRow) -> News:
    return News(row.kind, row.subject, row.period, row.step)
