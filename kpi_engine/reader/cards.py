"""Scorecards, from a handful of statements however many KPIs there are; what is closed is read as it was frozen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_

from kpi_engine.calendar.period import Period
from kpi_engine.errors import Refusal
from kpi_engine.measure.score.card import company_card, department_card, person_card
from kpi_engine.measure.total.rules import rules_for
from kpi_engine.measure.total.total import total
from kpi_engine.model.agreement import Agreements
from kpi_engine.model.company import Actor, Person
from kpi_engine.model.kpi import Kpi, KpiVersion
from kpi_engine.model.review import carded_with
from kpi_engine.model.score import KpiScore, Scorecard, Subject, SubjectKind
from kpi_engine.model.total import Adjustment, Total
from kpi_engine.reader.records import Records, read_records
from kpi_engine.rights import check_sight
from kpi_engine.store import load
from kpi_engine.store.reviews import frozen_cards, frozen_totals
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import DepartmentRow, KpiRow

BEFORE = 5
"""Periods before the one asked for in a line's trend."""


@dataclass(frozen=True, slots=True)
class CardMaker:
    """What the scorecards of a period are put together from: lines as they are today, and cards that are frozen."""

    lines: tuple[KpiScore, ...]
    frozen: Mapping[Subject, Scorecard]
    agreed: Agreements
    period: Period
    today: date

    def department(self, id: int) -> Scorecard:
        """The department's card."""
        frozen = self.frozen.get(of_department(id))
        return frozen or department_card(id, self.lines, self.period, self.today)

    def person(self, person: Person) -> Scorecard:
        """The person's card."""
        departments = {id: self.department(id) for id in person.department_ids}
        shares = self.agreed.team_shares(self.period, departments)
        frozen = self.frozen.get(of_person(person.id))
        return frozen or person_card(person, self.lines, departments, self.period, self.today, shares)

    def company(self, id: int, department_ids: Iterable[int]) -> Scorecard:
        """The company's card."""
        # A department without KPIs is not one that has nothing to show for.
        cards = (card for card in map(self.department, department_ids) if card.lines)
        frozen = self.frozen.get(Subject(SubjectKind.COMPANY, id))
        return frozen or company_card(id, cards, self.period, self.today)


def of_department(id: int) -> Subject:
    """The department as the subject of a card."""
    return Subject(SubjectKind.DEPARTMENT, id)


def of_person(id: int) -> Subject:
    """The person as the subject of a card."""
    return Subject(SubjectKind.PERSON, id)


def line(scope: Scope, versions: Sequence[KpiVersion], period: Period, today: date) -> KpiScore | None:
    """One KPI's line; as it was frozen, if its card is closed for the period."""
    kpi = versions[0].kpi
    frozen = frozen_cards(scope, [carded_with(kpi)], period)
    if frozen:
        return closed_line(frozen.values(), kpi)
    records = read_records(scope, {kpi.id: tuple(versions)}, period.back(BEFORE).start, period.end)
    return next(iter(lines_of(records, [kpi.id], period, today)), None)


def closed_line(frozen: Iterable[Scorecard], kpi: Kpi) -> KpiScore | None:
    """The KPI's line in the cards that are frozen; None where it was not among them."""
    cards = (part for card in frozen for part in (card, *(part.card for part in card.parts)))
    return next((line for card in cards for line in card.lines if line.version.kpi == kpi), None)


def card(scope: Scope, actor: Actor, subject: Subject, period: Period, today: date) -> Scorecard:
    """The subject's card; refused with unknown_department, unknown_person or not_allowed(by)."""
    if subject.kind is SubjectKind.PERSON:
        load.person(scope, subject.id)
        check_sight(actor, subject, load.everybody(scope))
    return card_of(scope, subject, period, today)


def cards(
    scope: Scope, actor: Actor, subjects: Sequence[Subject], period: Period, today: date
) -> tuple[Scorecard, ...]:
    """The cards of all these subjects, from as many statements as one card takes; refused as one is."""
    people = load.people(scope)
    for subject in subjects:
        check_sight(actor, subject, people)
    return cards_of(scope, subjects, period, today)


def card_of(scope: Scope, subject: Subject, period: Period, today: date) -> Scorecard:
    """The subject's card for whoever may see it; refused with unknown_department or unknown_person."""
    return cards_of(scope, [subject], period, today)[0]


def cards_of(scope: Scope, subjects: Sequence[Subject], period: Period, today: date) -> tuple[Scorecard, ...]:
    """The same for several subjects."""
    people = _people(scope, subjects)
    ids = _department_ids(scope, subjects, people)
    own = or_(KpiRow.person_id.is_(None), KpiRow.person_id.in_(people))
    board = _board(scope, [KpiRow.department_id.in_(ids), own], ids, subjects, period, today)
    return tuple(_on(board, scope, subject, ids, people) for subject in subjects)


def total_of(scope: Scope, card: Scorecard, adjustments: Sequence[Adjustment] = ()) -> Total:
    """What the card comes to, with these points, by the rules of its period; or what it came to when it was closed."""
    frozen = frozen_totals(scope, [card.subject], [card.period])
    return frozen.get((card.subject, card.period)) or total(card, rules_for(card, load.agreements(scope)), adjustments)


def lines_of(records: Records, kpi_ids: Iterable[int], period: Period, today: date) -> tuple[KpiScore, ...]:
    """The lines of those of these KPIs that are measured in the period."""
    found = (records.score_with_trend(kpi_id, period, today, BEFORE) for kpi_id in kpi_ids)
    return tuple(line for line in found if line)


def _people(scope: Scope, subjects: Sequence[Subject]) -> Mapping[int, Person]:
    """The people among the subjects; Refusal("unknown_person")."""
    ids = [subject.id for subject in subjects if subject.kind is SubjectKind.PERSON]
    if len(ids) == 1:
        return {ids[0]: load.person(scope, ids[0])}
    every = {person.id: person for person in load.people(scope)} if ids else {}
    if unknown := next((id for id in ids if id not in every), None):
        raise Refusal("unknown_person", id=unknown)
    return {id: every[id] for id in ids}


def _department_ids(scope: Scope, subjects: Sequence[Subject], people: Mapping[int, Person]) -> list[int]:
    """The departments that the subjects' cards are made of; Refusal("unknown_department")."""
    if any(subject.kind is SubjectKind.COMPANY for subject in subjects):
        return [department.id for department in load.departments(scope)]
    ids = {id for person in people.values() for id in person.department_ids}
    for subject in subjects:
        if subject.kind is SubjectKind.DEPARTMENT:
            ids.add(scope.find(DepartmentRow, subject.id, "unknown_department").id)
    return sorted(ids)


def _on(
    board: CardMaker, scope: Scope, subject: Subject, department_ids: Sequence[int], people: Mapping[int, Person]
) -> Scorecard:
    match subject.kind:
        case SubjectKind.COMPANY:
            return board.company(scope.company_id, department_ids)
        case SubjectKind.DEPARTMENT:
            return board.department(subject.id)
        case SubjectKind.PERSON:
            return board.person(people[subject.id])


def _board(
    scope: Scope,
    which: Sequence[ColumnElement[bool]],
    department_ids: Iterable[int],
    subjects: Iterable[Subject],
    period: Period,
    today: date,
) -> CardMaker:
    versions = load.versions_chosen(scope, *which)
    records = read_records(scope, versions, period.back(BEFORE).start, period.end)
    frozen = frozen_cards(scope, [*subjects, *map(of_department, department_ids)], period)
    lines = lines_of(records, versions, period, today)
    return CardMaker(lines, frozen, load.agreements(scope), period, today)
