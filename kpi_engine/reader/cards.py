"""Scorecards, from a handful of statements however many KPIs there are; what is closed is read as it was frozen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_

from kpi_engine.calendar.period import Period
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
class Board:
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


def card_of(scope: Scope, subject: Subject, period: Period, today: date) -> Scorecard:
    """The same for whoever may see it."""
    match subject.kind:
        case SubjectKind.COMPANY:
            ids = [department.id for department in load.departments(scope)]
            return _of_departments(scope, ids, subject, period, today).company(scope.company_id, ids)
        case SubjectKind.DEPARTMENT:
            scope.find(DepartmentRow, subject.id, "unknown_department")
            return _of_departments(scope, [subject.id], subject, period, today).department(subject.id)
        case SubjectKind.PERSON:
            person = load.person(scope, subject.id)
            ids = sorted(person.department_ids)
            whose = or_(KpiRow.person_id.is_(None), KpiRow.person_id == person.id)
            return _board(scope, [KpiRow.department_id.in_(ids), whose], ids, subject, period, today).person(person)


def total_of(scope: Scope, card: Scorecard, adjustments: Sequence[Adjustment] = ()) -> Total:
    """What the card comes to, with these points, by the rules of its period; or what it came to when it was closed."""
    frozen = frozen_totals(scope, [card.subject], [card.period])
    return frozen.get((card.subject, card.period)) or total(card, rules_for(card, load.agreements(scope)), adjustments)


def lines_of(records: Records, kpi_ids: Iterable[int], period: Period, today: date) -> tuple[KpiScore, ...]:
    """The lines of those of these KPIs that are measured in the period."""
    found = (records.score_with_trend(kpi_id, period, today, BEFORE) for kpi_id in kpi_ids)
    return tuple(line for line in found if line)


def _of_departments(scope: Scope, ids: Collection[int], subject: Subject, period: Period, today: date) -> Board:
    return _board(scope, [KpiRow.department_id.in_(ids), KpiRow.person_id.is_(None)], ids, subject, period, today)


def _board(
    scope: Scope,
    which: Sequence[ColumnElement[bool]],
    department_ids: Iterable[int],
    subject: Subject,
    period: Period,
    today: date,
) -> Board:
    versions = load.versions(scope, *which)
    records = read_records(scope, versions, period.back(BEFORE).start, period.end)
    frozen = frozen_cards(scope, [subject, *map(of_department, department_ids)], period)
    lines = lines_of(records, versions, period, today)
    return Board(lines, frozen, load.agreements(scope), period, today)
