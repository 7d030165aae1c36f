"""News in words: why somebody hears of it, and the record as it stands at this moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from conversations.ask import Ask
from conversations.news import News, NewsKind
from conversations.run import Run
from conversations.told.actions import acted
from conversations.told.bulletins import posted, shut
from conversations.told.drafts import drafted
from conversations.told.kpis import changed, published
from conversations.told.people import came, unreachable, welcomed
from conversations.told.proposals import said_of_proposal, to_judge
from conversations.told.reminders import briefed, left_open, reminded, to_close
from conversations.told.reviews import reviewed
from conversations.view import Message
from conversations.world import World
from kpi_engine.errors import Refusal


def told(news: News, world: World) -> Message | None:
    """What the reader is told; None where there is nothing left to tell, or they may not see it any more."""
    try:
        return TELLING[news.kind](Ask(Run("", ""), world, {}), news)
    except Refusal:
        return None


TELLING: Mapping[NewsKind, Callable[[Ask, News], Message | None]] = MappingProxyType(
    {
        NewsKind.PROPOSED: to_judge,
        NewsKind.ALL_VOTED: to_judge,
        NewsKind.COMMENTED: said_of_proposal,
        NewsKind.DECIDED: said_of_proposal,
        NewsKind.DRAFT: drafted,
        NewsKind.DRAFT_COMMENTED: drafted,
        NewsKind.ACTION_GIVEN: acted,
        NewsKind.ACTION_CLOSED: acted,
        NewsKind.PUBLISHED: published,
        NewsKind.CHANGED: changed,
        NewsKind.REVIEW_BEGUN: reviewed,
        NewsKind.REMARKED: reviewed,
        NewsKind.CLOSED: reviewed,
        NewsKind.REOPENED: reviewed,
        NewsKind.DISAGREED: reviewed,
        NewsKind.WELCOME: welcomed,
        NewsKind.CAME: came,
        NewsKind.UNREACHABLE: unreachable,
        NewsKind.REMINDER: reminded,
        NewsKind.BRIEF: briefed,
        NewsKind.CLOSING: to_close,
        NewsKind.LEFT_OPEN: left_open,
        NewsKind.BULLETIN: posted,
        NewsKind.CHANNEL_SHUT: shut,
    }
)
"""Every kind of news."""
