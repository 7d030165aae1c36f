"""Queries for reviews and for what is closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, or_, select

from kpi_engine.calendar.period import Period
from kpi_engine.model.review import Acknowledgement, Closing, Review, ReviewComment, ReviewState
from kpi_engine.model.score import Scorecard, Subject
from kpi_engine.model.total import Total
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import AcknowledgementRow, ClosingRow, ReviewCommentRow, ReviewRow


def rows(scope: Scope, *which: ColumnElement[bool]) -> Sequence[ReviewRow]:
    """The reviews that the conditions choose, in the order in which they began."""
    return scope.all(select(ReviewRow).where(*which).order_by(ReviewRow.id))


def row_of(scope: Scope, subject: Subject, period: Period) -> ReviewRow | None:
    """The review of that scorecard; None while it is open."""
    return next(iter(rows(scope, in_period(period), of_subjects([subject]))), None)


def reviews(scope: Scope, found: Iterable[ReviewRow]) -> tuple[Review, ...]:
    """These reviews with all that was said and frozen."""
    found = tuple(found)
    if not found:
        return ()
    ids = [row.id for row in found]
    year_start = scope.company().year_start
    comments, seen, closings = _comments(scope, ids), _acknowledgements(scope, ids), _closings(scope, ids)
    return tuple(
        Review(
            Subject(row.subject_kind, row.subject_id),
            Period(row.period_start, row.kind, year_start),
            row.state,
            row.round,
            tuple(comments[row.id, row.round]),
            seen.get((row.id, row.round)),
            tuple(closings[row.id]),
            tuple(comments[row.id, row.round - 1]),
            seen.get((row.id, row.round - 1)),
        )
        for row in found
    )


def review(scope: Scope, subject: Subject, period: Period) -> Review:
    """That review; an open one where nobody has begun it."""
    row = row_of(scope, subject, period)
    return reviews(scope, [row])[0] if row else Review(subject, period, ReviewState.OPEN)


def closed_periods(scope: Scope, subjects: Collection[Subject]) -> dict[Subject, tuple[Period, ...]]:
    """The closed periods of each of these scorecards that has any."""
    if not subjects:
        return {}
    which = (ReviewRow.state == ReviewState.CLOSED, of_subjects(subjects))
    columns = select(ReviewRow.subject_kind, ReviewRow.subject_id, ReviewRow.kind, ReviewRow.period_start)
    year_start = scope.company().year_start
    found: dict[Subject, list[Period]] = defaultdict(list)
    for subject_kind, subject_id, kind, start in scope.lines(columns.where(*which)):
        found[Subject(subject_kind, subject_id)].append(Period(start, kind, year_start))
    return {subject: tuple(periods) for subject, periods in found.items()}


def frozen_cards(scope: Scope, subjects: Collection[Subject], period: Period) -> Mapping[Subject, Scorecard]:
    """Those of these scorecards (of one at least) that are closed for the period, as they were frozen."""
    columns = select(ReviewRow.subject_kind, ReviewRow.subject_id, ClosingRow.card)
    found = columns.join(ClosingRow, _STANDS).where(in_period(period), of_subjects(subjects))
    found = found.where(ReviewRow.state == ReviewState.CLOSED)
    return {Subject(kind, id): card for kind, id, card in scope.lines(found)}


def frozen_totals(
    scope: Scope, subjects: Collection[Subject], periods: Collection[Period]
) -> Mapping[tuple[Subject, Period], Total]:
    """What those of these scorecards came to that are closed for these periods (of one kind), with the grades given."""
    if not subjects or not periods:
        return {}
    kinds, starts = {period.kind for period in periods}, [period.start for period in periods]
    columns = select(ReviewRow.subject_kind, ReviewRow.subject_id, ReviewRow.kind, ReviewRow.period_start)
    found = columns.add_columns(ClosingRow.total, ClosingRow.grade).join(ClosingRow, _STANDS)
    found = found.where(ReviewRow.state == ReviewState.CLOSED, of_subjects(subjects))
    found = found.where(ReviewRow.kind.in_(kinds), ReviewRow.period_start.in_(starts))
    year_start = scope.company().year_start
    return {
        (Subject(subject_kind, id), Period(start, kind, year_start)): replace(total, grade=grade, by_hand=True)
        if grade
        else total
        for subject_kind, id, kind, start, total, grade in scope.lines(found)
    }


def in_period(period: Period) -> ColumnElement[bool]:
    """Reviews of that period."""
    return and_(ReviewRow.kind == period.kind, ReviewRow.period_start == period.start)


def of_subjects(subjects: Iterable[Subject]) -> ColumnElement[bool]:
    """Reviews of these scorecards."""
    ids = defaultdict(set)
    for subject in subjects:
        ids[subject.kind].add(subject.id)
    return or_(*(and_(ReviewRow.subject_kind == kind, ReviewRow.subject_id.in_(each)) for kind, each in ids.items()))


_STANDS = and_(ClosingRow.review_id == ReviewRow.id, ClosingRow.round == ReviewRow.round)
"""The closing of the present round."""


def _comments(scope: Scope, ids: Collection[int]) -> dict[tuple[int, int], list[ReviewComment]]:
    said = select(ReviewCommentRow).where(scope.among(ReviewCommentRow.review_id, ids)).order_by(ReviewCommentRow.id)
    found = defaultdict(list)
    for row in scope.all(said):
        found[row.review_id, row.round].append(ReviewComment(row.author_id, row.at, row.text))
    return found


def _acknowledgements(scope: Scope, ids: Collection[int]) -> dict[tuple[int, int], Acknowledgement]:
    seen = select(AcknowledgementRow).where(scope.among(AcknowledgementRow.review_id, ids))
    return {
        (row.review_id, row.round): Acknowledgement(row.at, row.agrees, row.word, row.score) for row in scope.all(seen)
    }


def _closings(scope: Scope, ids: Collection[int]) -> dict[int, list[Closing]]:
    closed = select(ClosingRow).where(scope.among(ClosingRow.review_id, ids)).order_by(ClosingRow.round)
    found = defaultdict(list)
    for row in scope.all(closed):
        found[row.review_id].append(_closing(row))
    return found


def _closing(row: ClosingRow) -> Closing:
    return Closing(
        row.round,
        row.card,
        row.total,
        row.grade,
        row.author_id,
        row.at,
        row.reopened_by,
        row.reopened_at,
        row.reason,
        row.grade_reason,
    )
