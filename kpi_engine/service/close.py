"""Closing a period, which freezes its scorecard, and opening it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select

from kpi_engine.calendar.period import Period
from kpi_engine.commands import ClosePeriod, CloseTogether, ReopenPeriod
from kpi_engine.errors import Refusal
from kpi_engine.measure.total.problems import adjustment_problem
from kpi_engine.measure.total.rules import rules_for
from kpi_engine.measure.total.total import every_line, total
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.done import Reviewed
from kpi_engine.model.review import Review, ReviewState, rests_on
from kpi_engine.model.score import Scorecard, Subject
from kpi_engine.model.total import Adjustment, Grade
from kpi_engine.reader.cards import card_of
from kpi_engine.reader.records import with_operands
from kpi_engine.rights import Facts, check, desk_of, review_place
from kpi_engine.service import log, tidy
from kpi_engine.service.review import in_review, recorded
from kpi_engine.service.subjects import whose
from kpi_engine.store import load, reviews
from kpi_engine.store.tables import ClosingRow, KpiRow, ReviewRow
from kpi_engine.store.work import Work


def close_period(command: ClosePeriod, work: Work) -> Reviewed:
    """Refusals: unknown_department, unknown_person, not_allowed(by), not_in_review(period),
    period_closed(period, by), part_open(name), adjustment_range, reason_missing,
    unknown_grade(name, grades), and those of words.
    """
    people, about = load.people(work.scope), whose(work, command.subject)
    check(work.actor, command, Facts((review_place(command.subject, people),), people=people))
    row = in_review(work, command.subject, command.period)
    before = reviews.review(work.scope, command.subject, command.period)
    card = _settled_card(work, command)
    closing = _write(work, row, card, command)
    after = reviews.review(work.scope, command.subject, command.period)
    changes = [
        *log.changed("review", about.name, before, after, ("state",), command.period),
        *log.changed("scorecard", about.name, None, card, ("score", "coverage"), command.period),
        *log.changed("total", about.name, None, closing.total, ("score", "adjustments", "grade"), command.period),
        *log.changed("closing", about.name, None, closing, ("grade", "grade_reason"), command.period),
    ]
    return recorded(work, Deed.CLOSE, about, command.period, changes)


def close_together(command: CloseTogether, work: Work) -> Reviewed:
    """One after the other, as each would be alone. Refusals: nothing_to_close(period), and those of close_period."""
    people, subjects = load.people(work.scope), [whose(work, each).subject for each in dict.fromkeys(command.subjects)]
    check(work.actor, command, Facts(tuple(review_place(each, people) for each in subjects), people=people))
    done = [close_period(ClosePeriod(subject, command.period), work) for subject in subjects]
    if not done:
        raise Refusal("nothing_to_close", period=command.period)
    closed = tuple(review for each in done for review in each.reviews)
    return Reviewed(Deed.CLOSE, closed, done[0].name, desk_of(command.subjects, people, work.actor.company_id))


def reopen_period(command: ReopenPeriod, work: Work) -> Reviewed:
    """The cards that rest on this one open with it.

    Refusals: unknown_department, unknown_person, not_allowed(by), not_closed(period), reason_missing, text_too_long.
    """
    people, about = load.people(work.scope), whose(work, command.subject)
    check(work.actor, command, Facts((review_place(command.subject, people),), people=people))
    reason = tidy.remark(command.reason)
    if not reason:
        raise Refusal("reason_missing")
    row = reviews.row_of(work.scope, command.subject, command.period)
    if row is None or row.state is not ReviewState.CLOSED:
        raise Refusal("not_closed", period=command.period)
    resting = _resting_on(work, command.subject, command.period)
    changes = [change for each in (row, *resting) for change in _reopen(work, each, reason)]
    also = (_review_of(work, each) for each in resting)
    return recorded(work, Deed.REOPEN, about, command.period, changes, *also)


def _settled_card(work: Work, command: ClosePeriod) -> Scorecard:
    """The card as it is once nobody can enter anything for its KPIs, or their operands, any more."""
    seen = card_of(work.scope, command.subject, command.period, work.today)
    measured = load.versions(
        work.scope, work.scope.among(KpiRow.id, {line.version.kpi.id for line in every_line(seen)})
    )
    work.scope.hold(KpiRow, with_operands(work.scope, measured).keys())
    card = card_of(work.scope, command.subject, command.period, work.today)
    closed = reviews.closed_periods(work.scope, rests_on(card))
    for subject in rests_on(card):
        if command.period not in closed.get(subject, ()):
            raise Refusal("part_open", name=whose(work, subject).name)
    return card


def _write(work: Work, review: ReviewRow, card: Scorecard, command: ClosePeriod) -> ClosingRow:
    rules = rules_for(card, load.agreements(work.scope))
    row = ClosingRow(
        company_id=work.actor.company_id,
        review_id=review.id,
        round=review.round,
        card=card,
        total=total(card, rules, tuple(map(_checked, command.adjustments))),
        grade=_given(command.grade, rules.grading.grades),
        grade_reason=_reason(command),
        author_id=work.actor.person.id,
        at=work.now,
        reason="",
    )
    work.session.add(row)
    review.state = ReviewState.CLOSED
    work.session.flush()
    return row


def _given(name: str, grades: Sequence[Grade]) -> Grade | None:
    """One of the company's, by either of its names."""
    wanted = name.strip()
    found = next((grade for grade in grades if wanted in (grade.name.en, grade.name.zh)), None)
    if wanted and found is None:
        raise Refusal("unknown_grade", name=wanted, grades=tuple(grade.name for grade in grades))
    return found


def _reason(command: ClosePeriod) -> str:
    """Why the grade is given by hand; Refusal("reason_missing") where it is not said."""
    reason = tidy.remark(command.reason) if command.grade.strip() else ""
    if command.grade.strip() and not reason:
        raise Refusal("reason_missing")
    return reason


def _checked(adjustment: Adjustment) -> Adjustment:
    found = replace(adjustment, reason=tidy.remark(adjustment.reason))
    if problem := adjustment_problem(found):
        raise Refusal(problem)
    return found


def _resting_on(work: Work, subject: Subject, period: Period) -> list[ReviewRow]:
    """The closed reviews whose frozen card has this one in it."""
    closed = reviews.rows(work.scope, reviews.in_period(period), ReviewRow.state == ReviewState.CLOSED)
    others = {Subject(row.subject_kind, row.subject_id): row for row in closed}
    cards = reviews.frozen_cards(work.scope, others.keys(), period)
    return [row for whose, row in others.items() if subject in rests_on(cards[whose])]


def _reopen(work: Work, review: ReviewRow, reason: str) -> Iterator[FieldChange]:
    before = _review_of(work, review)
    these = ClosingRow.review_id == review.id, ClosingRow.round == review.round
    (closing,) = work.scope.all(select(ClosingRow).where(*these))
    closing.reopened_by, closing.reopened_at, closing.reason = work.actor.person.id, work.now, reason
    review.state, review.round = ReviewState.REVIEW, review.round + 1
    work.session.flush()
    name = whose(work, before.subject).name
    yield from log.changed("review", name, before, _review_of(work, review), ("state", "round"), before.period)
    yield FieldChange(name, "closing.reason", None, reason, before.period)


def _review_of(work: Work, review: ReviewRow) -> Review:
    return reviews.reviews(work.scope, [review])[0]
