"""A scorecard's period in review: what it says, what was said of it, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conversations.cards.cause import with_reds
from conversations.cards.names import Names, subject_words
from conversations.cards.say import run_button, say
from conversations.cards.scorecard import scorecard_card
from conversations.cards.total import by_hand
from conversations.texts import Texts
from conversations.view import Block, Button, Message, Run, Style, Table, Text, Tone
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.model.audit import Deed
from kpi_engine.model.cause import Reds
from kpi_engine.model.done import Reviewed
from kpi_engine.model.name import Name
from kpi_engine.model.review import Acknowledgement, Closing, Review, ReviewComment, ReviewState
from kpi_engine.model.score import Scorecard, Subject, SubjectKind
from kpi_engine.model.total import Total


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A review as one person sees it."""

    review: Review
    card: Scorecard
    total: Total
    """As it was frozen, or as it would be now."""
    desk: Subject
    """Where it is judged with others."""
    mine: bool
    """Whether it is the reader's own scorecard."""
    may_judge: bool
    may_begin: bool
    """Whether the review may begin now."""
    reds: Reds
    """What is asked about the reader's own KPIs that are red on it."""

    @property
    def words(self) -> str:
        """How a button means it."""
        return f"{subject_words(self.review.subject)} {write_period(self.review.period)}"


def review_card(texts: Texts, page: ReviewPage, names: Names) -> Message:
    """The scorecard, its grade, points given by hand, what both sides say, and what can be done now."""
    review = page.review
    card = scorecard_card(texts, page.card, page.total, names, {}, ())
    frozen = review.frozen
    grade = frozen.grade if frozen else None
    first = Text(texts.say("close.state", review=review, total=page.total, grade=grade))
    blocks = (*card.blocks, first, *_said(texts, page, names))
    return with_reds(texts, Message(blocks, tuple(_buttons(texts, page)), only_you=True), page.reds)


def reviewed_message(texts: Texts, done: Reviewed) -> Message:
    """What somebody has just done in a review, said back to them."""
    review = done.reviews[0]
    card = "" if review.subject.kind is SubjectKind.PERSON else "card "
    show = run_button(texts, "review", f"close {card}{subject_words(review.subject)} {write_period(review.period)}")
    desk = _desk(texts, done.desk, review.period)
    match done.deed:
        case Deed.START_REVIEW:
            return say(
                texts, "close.begun", desk, tone=Tone.SUCCESS, period=review.period, scorecards=len(done.reviews)
            )
        case Deed.REMARK:
            return say(texts, "close.remarked", show, tone=Tone.SUCCESS)
        case Deed.ACKNOWLEDGE:
            agrees = review.acknowledgement is not None and review.acknowledgement.agrees
            return say(texts, "close.acknowledged", show, tone=Tone.SUCCESS, agrees=agrees)
        case Deed.CLOSE if len(done.reviews) > 1:
            closed = {"period": review.period, "scorecards": len(done.reviews)}
            return say(texts, "close.closed_all", desk, tone=Tone.SUCCESS, **closed)
        case Deed.CLOSE:
            return _closed(texts, review, done.name, show, desk)
        case _:
            also = len(done.reviews) - 1
            return say(
                texts, "close.reopened", show, desk, tone=Tone.SUCCESS, name=done.name, period=review.period, also=also
            )


def _closed(texts: Texts, review: Review, name: Name, *buttons: Button) -> Message:
    assert review.frozen is not None
    comes_to = {"total": review.frozen.total, "grade": review.frozen.grade}
    return say(texts, "close.closed", *buttons, tone=Tone.SUCCESS, name=name, period=review.period, **comes_to)


def _said(texts: Texts, page: ReviewPage, names: Names) -> Iterator[Block]:
    review = page.review
    yield from by_hand(texts, page.total)
    if (frozen := review.frozen) and frozen.grade:
        by = names.people[frozen.author_id]
        yield Text(texts.say("close.graded", grade=frozen.grade, by=by, reason=frozen.grade_reason))
    if review.closings and review.closings[-1].reopened_by is not None:
        last = review.closings[-1]
        by = names.people[last.reopened_by or 0]
        yield Text(texts.say("close.was_reopened", by=by, reason=last.reason))
        yield from _before(texts, page, last, names)
    yield from _comments(texts, review.comments, names)
    if review.acknowledgement:
        yield _seen(texts, page, review.acknowledgement, names)


def _before(texts: Texts, page: ReviewPage, last: Closing, names: Names) -> Iterator[Block]:
    """What was said and given in the round that ended with the reopening, so that it can be said again or not."""
    review, points = page.review, tuple(by_hand(texts, last.total))
    if points or review.comments_before or review.acknowledged_before:
        yield Text(texts.say("close.before"))
    yield from points
    yield from _comments(texts, review.comments_before, names)
    if review.acknowledged_before:
        yield _seen(texts, page, review.acknowledged_before, names)


def _comments(texts: Texts, comments: Sequence[ReviewComment], names: Names) -> Iterator[Block]:
    if comments:
        rows = tuple((names.people[one.author_id], one.text) for one in comments)
        yield Table(tuple(texts.label(f"columns.{key}") for key in ("person", "remark")), rows, "ll")


def _seen(texts: Texts, page: ReviewPage, seen: Acknowledgement, names: Names) -> Text:
    name = names.subject(page.review.subject)
    return Text(texts.say("close.seen", name=name, seen=seen, mine=page.mine))


def _buttons(texts: Texts, page: ReviewPage) -> Iterator[Button]:
    in_review = page.review.state is ReviewState.REVIEW
    if page.mine and page.review.state is not ReviewState.OPEN:
        yield from _own(texts, page)
    if in_review and (page.mine or page.may_judge):
        yield run_button(texts, "remark", f"close comment {page.words}")
    if page.may_judge:
        if page.may_begin:
            yield run_button(texts, "begin_review", f"close start {page.words}", Style.PRIMARY)
        if in_review:
            yield run_button(texts, "freeze", f"close freeze {page.words}", Style.PRIMARY)
        if page.review.state is ReviewState.CLOSED:
            yield run_button(texts, "reopen", f"close reopen {page.words}", Style.DANGER)
        yield _desk(texts, page.desk, page.review.period)
    yield run_button(texts, "why", f"why {page.words}")


def _desk(texts: Texts, desk: Subject, period: Period) -> Button:
    """All that is judged where one is."""
    return run_button(texts, "desk", f"close {subject_words(desk)} {write_period(period)}")


def _own(texts: Texts, page: ReviewPage) -> Iterator[Button]:
    """One's word on one's own card; it can still be changed to the other one."""
    seen, period = page.review.acknowledgement, write_period(page.review.period)
    if seen is None or not seen.agrees:
        yield Button(texts.label("buttons.agree"), Run(f"close agree {period}"), Style.PRIMARY)
    if seen is None or seen.agrees:
        yield Button(texts.label("buttons.disagree"), Run(f"close disagree {period}"))
