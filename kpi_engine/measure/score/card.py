"""Scores of KPIs make the score of a department, those the score of a person and of the company."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from kpi_engine.calendar.period import Period
from kpi_engine.measure.exact import part_of, weighted_mean
from kpi_engine.measure.score.status import status_of
from kpi_engine.model.company import Person
from kpi_engine.model.score import KpiScore, Part, Scorecard, Subject, SubjectKind

_NOTHING = Decimal(0)


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
    team_shares: Mapping[int, Decimal] = MappingProxyType({}),
) -> Scorecard:
    """Parts for each department that the person works in, by the share of time.

    The person's own KPIs there among the scores; a person without any shares the department's. Of who has some the
    team's share (0 to 1, by department) is the department's score all the same, if it has one to share.
    """
    subject = Subject(SubjectKind.PERSON, person.id)
    own = [line for line in scores if line.version.kpi.person_id == person.id]
    parts: list[Part] = []
    for department_id, share in person.time_by_department.items():
        lines = tuple(line for line in own if line.version.kpi.department_id == department_id)
        team = team_shares.get(department_id, _NOTHING)
        parts += _hat(share, _of_lines(subject, lines, period, today), departments[department_id], team)
    return _of_parts(subject, parts, period, today)


def company_card(company_id: int, departments: Iterable[Scorecard], period: Period, today: date) -> Scorecard:
    """The departments' mean: each counts the same."""
    parts = [Part(Decimal(1), card) for card in departments]
    return _of_parts(Subject(SubjectKind.COMPANY, company_id), parts, period, today)


def _hat(share: Decimal, own: Scorecard, department: Scorecard, team_share: Decimal) -> list[Part]:
    """Their own card, the department's, or both by the team's share."""
    if not own.lines:
        return [Part(share, department)]
    team = team_share if department.lines else _NOTHING
    parts = (Part(share * (1 - team), own), Part(share * team, department))
    return [part for part in parts if part.share or not share]


def own_lines(card: Scorecard) -> tuple[KpiScore, ...]:
    """The lines of the card's own subject: of a person not those of a department that they share."""
    return card.lines + tuple(line for part in card.parts if _is_own(part, card) for line in part.card.lines)


def rescored(card: Scorecard, change: Callable[[KpiScore], KpiScore]) -> Scorecard:
    """The card with its own lines changed, and the totals that follow from them."""
    if not card.parts:
        return _of_lines(card.subject, tuple(map(change, card.lines)), card.period, card.as_of)
    parts = [replace(part, card=rescored(part.card, change)) if _is_own(part, card) else part for part in card.parts]
    return _of_parts(card.subject, parts, card.period, card.as_of)


def _is_own(part: Part, card: Scorecard) -> bool:
    return part.card.subject == card.subject


def _of_lines(subject: Subject, lines: tuple[KpiScore, ...], period: Period, today: date) -> Scorecard:
    scored = [(line.weight, line.score) for line in lines if line.score is not None]
    score = weighted_mean(scored)
    return Scorecard(
        subject,
        period,
        today,
        lines=lines,
        score=score,
        coverage=part_of(_sum(weight for weight, _ in scored), _sum(line.weight for line in lines)),
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
        coverage=part_of(_sum(part.share * part.card.coverage for part in parts), _sum(part.share for part in parts)),
        status=status_of(score),
    )


def _sum(weights: Iterable[Decimal]) -> Decimal:
    return sum(weights, _NOTHING)
