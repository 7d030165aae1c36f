"""Scores of KPIs make the score of a department, those the score of a person and of the company."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.measure.exact import divide, weighted_mean
from kpi_engine.measure.status import status_of
from kpi_engine.model.company import Person
from kpi_engine.model.score import KpiScore, Part, Scorecard, Subject, SubjectKind


def department_card(department_id: int, scores: Iterable[KpiScore], period: Period, today: date) -> Scorecard:
    """The department's own KPIs among the scores; those of its people are in their cards."""
    lines = tuple(
        line
        for line in scores
        if line.version.kpi.department_id == department_id and line.version.kpi.person_id is None
    )
    return _of_lines(Subject(SubjectKind.DEPARTMENT, department_id), lines, period, today)


def person_card(
    person: Person,
    scores: Iterable[KpiScore],
    departments: Mapping[int, Scorecard],
    period: Period,
    today: date,
) -> Scorecard:
    """A part for each department that the person works in, by the share of time.

    It is made of the person's own KPIs there among the scores; a person without any shares the department's.
    """
    subject = Subject(SubjectKind.PERSON, person.id)
    own = [line for line in scores if line.version.kpi.person_id == person.id]
    parts = []
    for department_id, share in person.time_by_department.items():
        lines = tuple(line for line in own if line.version.kpi.department_id == department_id)
        card = _of_lines(subject, lines, period, today) if lines else departments[department_id]
        parts.append(Part(share, card))
    return _of_parts(subject, parts, period, today)


def company_card(company_id: int, departments: Iterable[Scorecard], period: Period, today: date) -> Scorecard:
    """The departments' mean: each counts the same."""
    parts = [Part(Decimal(1), card) for card in departments]
    return _of_parts(Subject(SubjectKind.COMPANY, company_id), parts, period, today)


def _of_lines(subject: Subject, lines: tuple[KpiScore, ...], period: Period, today: date) -> Scorecard:
    scored = [(line.weight, line.score) for line in lines if line.score is not None]
    score = weighted_mean(scored)
    return Scorecard(
        subject,
        period,
        today,
        lines=lines,
        score=score,
        coverage=_part_of(sum(weight for weight, _ in scored), sum(line.weight for line in lines)),
        status=status_of(score),
    )


def _of_parts(subject: Subject, parts: Sequence[Part], period: Period, today: date) -> Scorecard:
    score = weighted_mean((part.share, part.card.score) for part in parts if part.card.score is not None)
    return Scorecard(
        subject,
        period,
        today,
        parts=tuple(parts),
        score=score,
        coverage=_part_of(sum(part.share * part.card.coverage for part in parts), sum(part.share for part in parts)),
        status=status_of(score),
    )


def _part_of(part: Decimal | int, whole: Decimal | int) -> Decimal:
    return divide(Decimal(part), Decimal(whole)) if whole else Decimal(0)
