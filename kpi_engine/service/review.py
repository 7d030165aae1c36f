"""A scorecard in review: begun by its head, commented on, acknowledged by the person whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from kpi_engine.calendar.period import Period
from kpi_engine.commands import AcknowledgeReview, CommentOnReview, StartReview
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.done import Reviewed
from kpi_engine.model.review import Acknowledgement, Review, ReviewComment, ReviewState
from kpi_engine.model.score import Scorecard, Subject
from kpi_engine.reader.cards import card_of, cards_of, of_person
from kpi_engine.reader.closed import period_closed
from kpi_engine.rights import Facts, Place, check, desk_of, review_place
from kpi_engine.service import log, tidy
from kpi_engine.service.subjects import Whose, whose
from kpi_engine.store import load, reviews
from kpi_engine.store.tables import AcknowledgementRow, ReviewCommentRow, ReviewRow
from kpi_engine.store.work import Work


def start_review(command: StartReview, work: Work) -> Reviewed:
    """Refusals: unknown_department, unknown_person, not_allowed(by), period_not_over(period), nothing_measured(name),
    review_begun(name), period_closed(period, by).
    """
    people = load.people(work.scope)
    found = [whose(work, subject) for subject in dict.fromkeys(command.subjects)]
    check(work.actor, command, Facts(tuple(review_place(each.subject, people) for each in found), people=people))
    if not found:
        raise Refusal("nothing_measured", name=work.scope.company().name)
    if command.period.end > work.today:
        raise Refusal("period_not_over", period=command.period)
    cards = cards_of(work.scope, [each.subject for each in found], command.period, work.today)
    begun = tuple(_start(work, *pair, command.period) for pair in zip(found, cards, strict=True))
    return Reviewed(Deed.START_REVIEW, begun, found[0].name, desk_of(command.subjects, people, work.actor.company_id))


def comment_on_review(command: CommentOnReview, work: Work) -> Reviewed:
    """Refusals: unknown_department, unknown_person, not_allowed(by), not_in_review(period), nothing_said,
    text_too_long, period_closed(period, by).
    """
    people, about = load.people(work.scope), whose(work, command.subject)
    place = replace(review_place(command.subject, people), person_id=about.person_id)
    check(work.actor, command, Facts((place,), people=people))
    row = in_review(work, command.subject, command.period)
    text, me = tidy.words(command.text), work.actor.person.id
    before = reviews.review(work.scope, command.subject, command.period)
    was = next((each for each in before.comments if each.author_id == me), None)
    _write_comment(work, row, text)
    changes = log.changed("remark", about.name, was, ReviewComment(me, work.now, text), ("text",), command.period)
    return recorded(work, Deed.REMARK, about, command.period, list(changes))


def acknowledge(command: AcknowledgeReview, work: Work) -> Reviewed:
    """In review, or after it was closed. Refusals: not_in_review(period), text_too_long."""
    me = work.actor.person.id
    check(work.actor, command, Facts((Place(person_id=me),), people=load.people(work.scope)))
    row = reviews.row_of(work.scope, of_person(me), command.period)
    if row is None:
        raise Refusal("not_in_review", period=command.period)
    was = reviews.review(work.scope, of_person(me), command.period).acknowledgement
    score = card_of(work.scope, of_person(me), command.period, work.today).score
    now = Acknowledgement(work.now, command.agrees, tidy.remark(command.word), score)
    _write_acknowledgement(work, row, now)
    about = whose(work, of_person(me))
    changes = log.changed("acknowledgement", about.name, was, now, ("agrees", "word", "score"), command.period)
    return recorded(work, Deed.ACKNOWLEDGE, about, command.period, list(changes))


def in_review(work: Work, subject: Subject, period: Period) -> ReviewRow:
    """The review; Refusal("not_in_review", period) or, where it is closed, ("period_closed", period, by)."""
    row = reviews.row_of(work.scope, subject, period)
    if row is None:
        raise Refusal("not_in_review", period=period)
    if row.state is ReviewState.CLOSED:
        raise period_closed(work.scope, subject, period)
    return row


def recorded(
    work: Work, deed: Deed, about: Whose, period: Period, changes: Sequence[FieldChange], *also: Review
) -> Reviewed:
    """Writes a step of a review to the audit log."""
    subject = about.name.text(work.actor.person.language)
    log.record(work, deed, subject, changes=changes, departments=about.department_ids)
    desk = desk_of([about.subject], load.people(work.scope), work.actor.company_id)
    return Reviewed(deed, (reviews.review(work.scope, about.subject, period), *also), about.name, desk)


def _start(work: Work, about: Whose, card: Scorecard, period: Period) -> Review:
    row = reviews.row_of(work.scope, about.subject, period)
    if row is not None and row.state is ReviewState.CLOSED:
        raise period_closed(work.scope, about.subject, period)
    if row is not None:
        raise Refusal("review_begun", name=about.name)
    if not card.lines and not any(part.card.lines for part in card.parts):
        raise Refusal("nothing_measured", name=about.name)
    before = reviews.review(work.scope, about.subject, period)
    work.session.add(_row(work, about.subject, period))
    work.session.flush()
    after = reviews.review(work.scope, about.subject, period)
    changes = list(log.changed("review", about.name, before, after, ("state",), period))
    return recorded(work, Deed.START_REVIEW, about, period, changes).reviews[0]


def _row(work: Work, subject: Subject, period: Period) -> ReviewRow:
    return ReviewRow(
        company_id=work.actor.company_id,
        subject_kind=subject.kind,
        subject_id=subject.id,
        kind=period.kind,
        period_start=period.start,
        state=ReviewState.REVIEW,
        round=1,
    )


def _write_comment(work: Work, review: ReviewRow, text: str) -> None:
    mine = ReviewCommentRow.review_id == review.id, ReviewCommentRow.author_id == work.actor.person.id
    said = select(ReviewCommentRow).where(*mine, ReviewCommentRow.round == review.round)
    row = next(iter(work.scope.all(said)), None) or ReviewCommentRow(
        company_id=work.actor.company_id,
        review_id=review.id,
        round=review.round,
        author_id=work.actor.person.id,
    )
    row.at, row.text = work.now, text
    work.session.add(row)
    work.session.flush()


def _write_acknowledgement(work: Work, review: ReviewRow, seen: Acknowledgement) -> None:
    these = AcknowledgementRow.review_id == review.id, AcknowledgementRow.round == review.round
    row = next(iter(work.scope.all(select(AcknowledgementRow).where(*these))), None) or AcknowledgementRow(
        company_id=work.actor.company_id, review_id=review.id, round=review.round
    )
    row.at, row.agrees, row.word, row.score = seen.at, seen.agrees, seen.word, seen.score
    work.session.add(row)
    work.session.flush()
