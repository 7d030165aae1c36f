"""Leaderboards, from the records of a year of periods read at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement

from kpi_engine.calendar.period import Period
from kpi_engine.errors import Refusal
from kpi_engine.measure.board.rank import seen_by, standings
from kpi_engine.measure.board.shrink import shrunk
from kpi_engine.measure.score.card import department_card, own_lines, person_card
from kpi_engine.model.company import Actor, Person
from kpi_engine.model.ranking import Board, Entrant, Leaderboard, Result, Unranked
from kpi_engine.model.score import KpiScore, Scorecard, Subject, SubjectKind
from kpi_engine.reader.records import read_records
from kpi_engine.rights import check_board
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiRow

BEFORE = 12
"""Periods before the one asked for that streaks and personal bests are told from."""


def leaderboard(scope: Scope, actor: Actor, board: Board, period: Period, today: date) -> Leaderboard:
    """The board as the actor may see it; refused with people_not_ranked or not_allowed(by)."""
    people = load.people(scope)
    match board:
        case Board.TEAMS:
            entrants = _teams(scope, period, today)
            own = {Subject(SubjectKind.DEPARTMENT, id) for id in actor.person.department_ids}
        case Board.PEOPLE:
            if not scope.company().ranks_people:
                raise Refusal("people_not_ranked")
            check_board(actor, people)
            entrants = _people(scope, [person for person in people if person.active], period, today)
            own = {Subject(SubjectKind.PERSON, actor.person.id)}
    return seen_by(standings(entrants, actor.person.language), own, board, period)


def _teams(scope: Scope, period: Period, today: date) -> list[Entrant]:
    """Every department that has KPIs in the period."""
    every = _scores(scope, [KpiRow.person_id.is_(None)], period, today)
    departments = load.departments(scope)
    cards = [
        {department.id: department_card(department.id, at.lines, at.period, today) for department in departments}
        for at in every
    ]
    results = _results(cards)
    measured = [department for department in departments if cards[-1][department.id].lines]
    return [
        Entrant(Subject(SubjectKind.DEPARTMENT, department.id), department.name, results[department.id])
        for department in measured
    ]


def _people(scope: Scope, people: Sequence[Person], period: Period, today: date) -> list[Entrant]:
    """Everybody with a card in the period: whoever has no KPI of their own is not ranked by the team's."""
    cards = [_cards_of(people, at, today) for at in _scores(scope, [], period, today)]
    results = _results(cards)
    return [
        Entrant(
            Subject(SubjectKind.PERSON, person.id),
            person.name,
            results[person.id],
            _excuse(person, cards[-1][person.id]),
        )
        for person in people
        if cards[-1][person.id].parts
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


def _cards_of(people: Iterable[Person], at: _Scores, today: date) -> dict[int, Scorecard]:
    people = tuple(people)
    ids = {id for person in people for id in person.department_ids}
    departments = {id: department_card(id, at.lines, at.period, today) for id in ids}
    return {person.id: person_card(person, at.lines, departments, at.period, today) for person in people}


def _results(cards: Iterable[Mapping[int, Scorecard]]) -> dict[int, tuple[Result, ...]]:
    """By id, the results of all periods."""
    found: dict[int, tuple[Result, ...]] = {}
    for every in cards:
        compared = shrunk(tuple(every.values()))
        for (id, card), fair in zip(every.items(), compared, strict=True):
            found[id] = (*found.get(id, ()), _result(fair, is_shrunk=fair != card))
    return found


def _result(card: Scorecard, *, is_shrunk: bool) -> Result:
    lines = own_lines(card)
    return Result(
        card.score,
        card.coverage,
        entered=sum(line.entered for line in lines),
        due=sum(line.due for line in lines),
        shrunk=is_shrunk,
    )


def _excuse(person: Person, card: Scorecard) -> Unranked | None:
    if not person.ranked:
        return Unranked.OPTED_OUT
    return None if own_lines(card) else Unranked.TEAM_ONLY
