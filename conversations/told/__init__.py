"""News in words: why somebody hears of it, and the record as it stands at this moment."""

from __future__ import annotations

from conversations.ask import Ask, World
from conversations.news import News, NewsKind
from conversations.run import Run
from conversations.told.actions import acted
from conversations.told.drafts import drafted
from conversations.told.kpis import changed, published
from conversations.told.people import unreachable
from conversations.told.proposals import said_of_proposal, to_judge
from conversations.told.reviews import reviewed
from conversations.view import Message
from kpi_engine.errors import Refusal


def told(news: News, world: World) -> Message | None:
    """What the reader is told; None where there is nothing left to tell, or they may not see it any more."""
    ask = Ask(Run("", ""), world, {})
    try:
        match news.kind:
            case NewsKind.PROPOSED | NewsKind.ALL_VOTED:
                return to_judge(ask, news)
            case NewsKind.COMMENTED | NewsKind.DECIDED:
                return said_of_proposal(ask, news)
            case NewsKind.DRAFT | NewsKind.DRAFT_COMMENTED:
                return drafted(ask, news)
            case NewsKind.ACTION_GIVEN | NewsKind.ACTION_CLOSED:
                return acted(ask, news)
            case NewsKind.PUBLISHED:
                return published(ask, news)
            case NewsKind.CHANGED:
                return changed(ask, news)
            case NewsKind.REVIEW_BEGUN | NewsKind.REMARKED | NewsKind.CLOSED | NewsKind.REOPENED | NewsKind.DISAGREED:
                return reviewed(ask, news)
            case NewsKind.UNREACHABLE:
                return unreachable(ask, news)
    except Refusal:
        return None
