"""News of reviews: one's own scorecard, or one that somebody does not agree with."""

from __future__ import annotations

from dataclasses import replace

from conversations.ask import Ask
from conversations.cards.names import Names
from conversations.cards.review import review_card
from conversations.flows.close.page import review_page
from conversations.flows.close.reading import read_reviewed
from conversations.flows.reading import all_names
from conversations.news import News, NewsKind
from conversations.view import Message, Text
from kpi_engine.model.review import Review, ReviewState

_TRUE_IN = {
    NewsKind.REVIEW_BEGUN: ReviewState.REVIEW,
    NewsKind.REMARKED: ReviewState.REVIEW,
    NewsKind.CLOSED: ReviewState.CLOSED,
    NewsKind.REOPENED: ReviewState.REVIEW,
}
"""The state in which a review still is what its news say."""


def reviewed(ask: Ask, news: News) -> Message | None:
    """The scorecard with its buttons, unless its review has gone on since."""
    page = review_page(ask, read_reviewed(ask, f"{news.subject} {news.period}"))
    if page.review.round != news.step or not _is_so(page.review, news.kind):
        return None
    names = all_names(ask)
    card = review_card(ask.texts, page, names)
    return replace(card, blocks=(Text(_why(ask, page.review, news.kind, names)), *card.blocks))


def _why(ask: Ask, review: Review, kind: NewsKind, names: Names) -> str:
    seen = review.acknowledgement
    if kind is NewsKind.DISAGREED:
        name, word = names.subject(review.subject), seen.word if seen else ""
        return ask.texts.say("news.disagreed", name=name, period=review.period, word=word)
    reason = review.closings[-1].reason if review.closings else ""
    return ask.texts.say("news.review", kind=kind, period=review.period, reason=reason, seen=seen is not None)


def _is_so(review: Review, kind: NewsKind) -> bool:
    if kind is NewsKind.DISAGREED:
        return review.acknowledgement is not None and not review.acknowledgement.agrees
    return review.state is _TRUE_IN[kind]
