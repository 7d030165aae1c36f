"""Leaderboards, from the records of a year of periods read at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kpi_engine.calendar.period import Period
from kpi_engine.errors import Refusal
from kpi_engine.measure.board.rank import seen_by, standings
from kpi_engine.measure.score.card import department_card, own_lines, person_card
from kpi_engine.model.agreement import Agreements
from kpi_engine.model.company import Actor, Person
from kpi_engine.model.ranking import Board, Entrant, Leaderboard, Unranked
from kpi_engine.model.score import Subject
from kpi_engine.reader.cards import of_department, of_person
from kpi_engine.reader.results import Cards, Frozen, Scores, frozen_of, results_of, scores
from kpi_engine.rights import check_board
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiRow


def leaderboard(scope: Scope, actor: Actor, board: Board, period: Period, today: date) -> Leaderboard:
    """The board as the actor may see it; refused with people_not_ranked or not_allowed(by)."""
    people, rules = load.people(scope), scope.company().board
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
    return seen_by(standings(entrants, actor.person.language, rules.least), own, board, period, rules)


def _teams(scope: Scope, period: Period, today: date) -> list[Entrant]:
    """Every department that has KPIs in the period."""
    every = scores(scope, [KpiRow.person_id.is_(None)], period, today)
    departments = load.departments(scope)
    cards = [
        {of_department(each.id): department_card(each.id, at.lines, at.period, today) for each in departments}
        for at in every
    ]
    results = results_of(every, cards, load.agreements(scope), frozen_of(scope, cards))
    names = {of_department(each.id): each.name for each in departments}
    return [Entrant(subject, names[subject], results[subject]) for subject, card in cards[-1].items() if card.lines]


def _people(scope: Scope, people: Sequence[Person], period: Period, today: date) -> list[Entrant]:
    """Everybody with a card in the period: whoever has no KPI of their own is not ranked by the team's."""
    agreed, by_subject = load.agreements(scope), {of_person(person.id): person for person in people}
    every = scores(scope, [], period, today)
    cards = [_cards_of(by_subject, at, agreed, today) for at in every]
    frozen = frozen_of(scope, cards)
    results = results_of(every, cards, agreed, frozen)
    own = _with_own(cards[-1], every[-1], frozen)
    return [
        Entrant(subject, person.name, results[subject], _excuse(person, has_own=subject in own))
        for subject, person in by_subject.items()
        if cards[-1][subject].parts
    ]


def _cards_of(people: Mapping[Subject, Person], at: Scores, agreed: Agreements, today: date) -> Cards:
    ids = {id for person in people.values() for id in person.department_ids}
    departments = {id: department_card(id, at.lines, at.period, today) for id in ids}
    shares = agreed.team_shares(at.period, ids)
    return {
        subject: person_card(person, at.lines, departments, at.period, today, shares)
        for subject, person in people.items()
    }


def _with_own(cards: Cards, at: Scores, frozen: Frozen) -> set[Subject]:
    """Who has a score of their own: of what is closed whoever was measured then, whatever hats they wear today."""
    closed = {subject for subject in cards if (subject, at.period) in frozen}
    return (closed & at.own().keys()) | {subject for subject, card in cards.items() if own_lines(card)} - closed


def _excuse(person: Person, *, has_own: bool) -> Unranked | None:
    if not person.ranked:
        return Unranked.OPTED_OUT
    return None if has_own else Unranked.TEAM_ONLY
