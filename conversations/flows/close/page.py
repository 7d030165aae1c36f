"""One review, as who is talking may see and judge it."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.review import ReviewPage
from conversations.flows.close.reading import WhichCard
from kpi_engine.commands import ClosePeriod
from kpi_engine.model.review import ReviewState
from kpi_engine.model.score import Scorecard, Subject, SubjectKind
from kpi_engine.rights import desk_of, may, review_place


def review_page(ask: Ask, asked: WhichCard) -> ReviewPage:
    """Refused with not_allowed(by) where it is somebody else's whose scorecard one may not see."""
    card = ask.know.scorecard(asked.subject, asked.period)
    review = ask.know.review(asked.subject, asked.period)
    judges, over = may_judge(ask, asked.subject), asked.period.end <= ask.today
    return ReviewPage(
        review,
        card,
        ask.know.total(card),
        desk_of([asked.subject], ask.know.people(), ask.know.company().id),
        mine=asked.subject == Subject(SubjectKind.PERSON, ask.me.id),
        may_judge=judges,
        may_begin=judges and over and is_measured(card) and review.state is ReviewState.OPEN,
    )


def may_judge(ask: Ask, subject: Subject) -> bool:
    """Whether who is talking reviews and closes that scorecard."""
    return may(ask.me, ClosePeriod, review_place(subject, ask.know.people()))


def is_measured(card: Scorecard) -> bool:
    """Whether there is anything on it."""
    return bool(card.lines) or any(part.card.lines for part in card.parts)
