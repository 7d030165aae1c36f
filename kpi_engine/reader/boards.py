"""Leaderboards, from the records of a year of periods read at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import ColumnElement

from kpi_engine.calendar.period import Period
from kpi_engine.errors import Refusal
from kpi_engine.measure.board.rank import seen_by, standings
from kpi_engine.measure.board.shrink import shrunk
from kpi_engine.measure.score.card import department_card, own_lines, person_card
from kpi_engine.measure.total.rules import rules_for
from kpi_engine.measure.total.total import total
from kpi_engine.model.agreement import Agreements
from kpi_engine.model.company import Actor, Person
from kpi_engine.model.ranking import Board, Entrant, Leaderboard, Result, Unranked
from kpi_engine.model.score import KpiScore, Scorecard, Subject
from kpi_engine.model.total import Total
from kpi_engine.reader.cards import of_department, of_person
from kpi_engine.reader.records import read_records
from kpi_engine.rights import check_board
from kpi_engine.store import load
from kpi_engine.store.reviews import frozen_totals
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiRow

Cards: TypeAlias = Mapping[Subject, Scorecard]

BEFORE = 12
"""Periods before the one asked for that streaks and personal bests are told from."""


def leaderboard(scope: Scope, actor: Actor, board: Board, period: Period, today: date) -> Leaderboard:
    """The board as the actor may see it; refused with people_not_ranked or not_allowed(by)."""
    people = load.people(scope)
    match board:
        case Board.TEAMS:
            entrants = _teams(scope, period, today)
            own = {of_department(id) for id in actor.person.department_ids}
        case Board.PEOPLE:
            if not scope.company().ranks_people:
                raise Refusal("people_not_ranked")
            check_board(actor, people)
            entrants = _people(scope, [person for person in people if person.active], period, today)
            own = {of_person(actor.person.id)}
    return seen_by(standings(entrants, actor.person.language), own, board, period)


def _teams(scope: Scope, period: Period, today: date) -> list[Entrant]:
    """Every department that has KPIs in the period."""
    every = _scores(scope, [KpiRow.person_id.is_(None)], period, today)
    departments = load.departments(scope)
    cards = [
        {of_department(each.id): department_card(each.id, at.lines, at.period, today) for each in departments}
        for at in every
    ]
    results = _results(scope, cards, load.agreements(scope))
    names = {of_department(each.id): each.name for each in departments}
    return [Entrant(subject, names[subject], results[subject]) for subject, card in cards[-1].items() if card.lines]


def _people(scope: Scope, people: Sequence[Person], period: Period, today: date) -> list[Entrant]:
    """Everybody with a card in the period: whoever has no KPI of their own is not ranked by the team's."""
    agreed, by_subject = load.agreements(scope), {of_person(person.id): person for person in people}
    cards = [_cards_of(by_subject, at, agreed, today) for at in _scores(scope, [], period, today)]
    results = _results(scope, cards, agreed)
    return [
        Entrant(subject, person.name, results[subject], _excuse(person, cards[-1][subject]))
        for subject, person in by_subject.items()
        if cards[-1][subject].parts
    ]


@dataclass(frozen=True, slots=True)
class _Scores:
    period: Period
    lines: tuple[KpiScore, ...]


def _scores(scope: Scope, which: Iterable[ColumnElement[bool]], period: Period, today: date) -> list[_Scores]:
    """All lines of each period, oldest first; the last is the one asked for."""
    versions = load.versions(scope, *which)
    records = read_records(scope, versions, period.back(BEFORE).start, period.end)
    periods = [period.back(count) for count in range(BEFORE, -1, -1)]
    return [
        _Scores(each, tuple(line for kpi_id in versions if (line := records.score(kpi_id, each, today))))
        for each in periods
    ]


def _cards_of(people: Mapping[Subject, Person], at: _Scores, agreed: Agreements, today: date) -> Cards:
    ids = {id for person in people.values() for id in person.department_ids}
    departments = {id: department_card(id, at.lines, at.period, today) for id in ids}
    shares = agreed.team_shares(at.period, ids)
    return {
        subject: person_card(person, at.lines, departments, at.period, today, shares)
        for subject, person in people.items()
    }


def _results(scope: Scope, cards: Sequence[Cards], agreed: Agreements) -> dict[Subject, tuple[Result, ...]]:
    """The results of all periods: what is closed counts as it was closed."""
    periods = {card.period for every in cards for card in every.values()}
    frozen = frozen_totals(scope, cards[-1].keys(), periods)
    found: dict[Subject, tuple[Result, ...]] = {}
    for every in cards:
        compared = shrunk(tuple(every.values()))
        for (subject, card), fair in zip(every.items(), compared, strict=True):
            result = _result(card, fair, agreed, frozen.get((subject, card.period)))
            found[subject] = (*found.get(subject, ()), result)
    return found


def _result(card: Scorecard, fair: Scorecard, agreed: Agreements, frozen: Total | None) -> Result:
    lines, reached = own_lines(card), frozen or total(fair, rules_for(fair, agreed))
    return Result(
        reached.score,
        reached.coverage,
        entered=sum(line.entered for line in lines),
        due=sum(line.due for line in lines),
        shrunk=frozen is None and fair != card,
    )


def _excuse(person: Person, card: Scorecard) -> Unranked | None:
    if not person.ranked:
        return Unranked.OPTED_OUT
    return None if own_lines(card) else Unranked.TEAM_ONLY
