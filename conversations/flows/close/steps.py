"""The steps of a review besides freezing: begun, commented on, agreed to or not, opened again."""

from __future__ import annotations

from dataclasses import replace

from conversations.ask import Ask, Do
from conversations.cards.cause import reds_blocks
from conversations.flows.close.desk import to_begin
from conversations.flows.close.page import own_reds
from conversations.flows.close.reading import my_period, read_reviewed
from conversations.flows.rights import check_may
from conversations.forms import form, text
from kpi_engine.calendar.words import write_period
from kpi_engine.commands import (
    AcknowledgeReview,
    CommentOnReview,
    ReopenPeriod,
    StartReview,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.review import ReviewState
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import review_place


@form
class ReviewRemark:
    """What somebody says of a scorecard."""

    text: str = text()


@form
class ReviewWord:
    """What somebody does not agree with."""

    word: str = text()


@form
class Reopening:
    """Why a period is opened again."""

    reason: str = text()


def started(ask: Ask, words: str) -> Do:
    """For a department and its people, or the company's departments and their heads, at once; or for one person."""
    asked = read_reviewed(ask, words)
    check_may(ask, StartReview, review_place(asked.subject, ask.know.people()))
    if asked.subject.kind is SubjectKind.PERSON:
        return Do(StartReview((asked.subject,), asked.period))
    if asked.period.end > ask.today:
        raise Refusal("period_not_over", period=asked.period)
    return Do(StartReview(to_begin(ask, asked.subject, asked.period), asked.period))


def commented(ask: Ask, words: str) -> Do:
    """One's own word on one's own scorecard, or its head's."""
    asked = read_reviewed(ask, words)
    person_id = asked.subject.id if asked.subject.kind is SubjectKind.PERSON else None
    place = review_place(asked.subject, ask.know.people())
    check_may(ask, CommentOnReview, replace(place, person_id=person_id))
    if ask.know.review(asked.subject, asked.period).state is not ReviewState.REVIEW:
        return Do(CommentOnReview(asked.subject, asked.period, ""))  # the engine knows why not
    reds = reds_blocks(ask.texts, own_reds(ask, ask.know.scorecard(asked.subject, asked.period)))
    said = ask(ReviewRemark, f"review_remark:{asked.key}", intro=tuple(reds)).text
    return Do(CommentOnReview(asked.subject, asked.period, said))


def agreed(ask: Ask, words: str) -> Do:
    """One tap."""
    return Do(AcknowledgeReview(my_period(ask, words), agrees=True))


def disagreed(ask: Ask, words: str) -> Do:
    """With a word, that the head hears."""
    period = my_period(ask, words)
    mine = Subject(SubjectKind.PERSON, ask.me.id)
    if all(each.subject != mine for each in ask.know.reviews(period)):
        raise Refusal("not_in_review", period=period)
    said = ask(ReviewWord, f"review_word:{write_period(period)}").word
    return Do(AcknowledgeReview(period, agrees=False, word=said))


def reopened(ask: Ask, words: str) -> Do:
    """With a reason: it opens the scorecards that rest on this one as well."""
    asked = read_reviewed(ask, words)
    check_may(ask, ReopenPeriod, review_place(asked.subject, ask.know.people()))
    if ask.know.review(asked.subject, asked.period).state is not ReviewState.CLOSED:
        raise Refusal("not_closed", period=asked.period)
    return Do(ReopenPeriod(asked.subject, asked.period, ask(Reopening, f"reopening:{asked.key}").reason))
