"""Scorecards, from a handful of statements however many KPIs there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, or_

from kpi_engine.calendar.period import Period
from kpi_engine.measure.score.card import company_card, department_card, person_card
from kpi_engine.model.company import Actor, Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import KpiScore, Scorecard, Subject, SubjectKind
from kpi_engine.reader.records import read_records
from kpi_engine.rights import check_sight
from kpi_engine.store import load
from kpi_engine.store.load import Versions
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import DepartmentRow, KpiRow

BEFORE = 5
"""Periods before the one asked for in a line's trend."""


def line(scope: Scope, versions: Sequence[KpiVersion], period: Period, today: date) -> KpiScore | None:
    """One KPI's line."""
    found = _lines(scope, {versions[0].kpi.id: tuple(versions)}, period, today)
    return found[0] if found else None


def card(scope: Scope, actor: Actor, subject: Subject, period: Period, today: date) -> Scorecard:
    """The subject's card; refused with unknown_department, unknown_person or not_allowed(by)."""
    match subject.kind:
        case SubjectKind.COMPANY:
            return _company(scope, period, today)
        case SubjectKind.DEPARTMENT:
            scope.find(DepartmentRow, subject.id, "unknown_department")
            return _departments(scope, [subject.id], period, today)[subject.id]
        case SubjectKind.PERSON:
            person = load.person(scope, subject.id)
            check_sight(actor, subject, load.people(scope))
            return _person(scope, person, period, today)


def _company(scope: Scope, period: Period, today: date) -> Scorecard:
    ids = [department.id for department in load.departments(scope)]
    found = _departments(scope, ids, period, today)
    # A department without KPIs is not one that has nothing to show for.
    return company_card(scope.company_id, (each for each in found.values() if each.lines), period, today)


def _departments(scope: Scope, ids: Collection[int], period: Period, today: date) -> dict[int, Scorecard]:
    lines = _scored(scope, [KpiRow.department_id.in_(ids), KpiRow.person_id.is_(None)], period, today)
    return {id: department_card(id, lines, period, today) for id in ids}


def _person(scope: Scope, person: Person, period: Period, today: date) -> Scorecard:
    ids = person.department_ids
    whose = or_(KpiRow.person_id.is_(None), KpiRow.person_id == person.id)
    lines = _scored(scope, [KpiRow.department_id.in_(ids), whose], period, today)
    departments = {id: department_card(id, lines, period, today) for id in ids}
    return person_card(person, lines, departments, period, today)


def _scored(scope: Scope, which: Sequence[ColumnElement[bool]], period: Period, today: date) -> tuple[KpiScore, ...]:
    return _lines(scope, load.versions(scope, *which), period, today)


def _lines(scope: Scope, versions: Versions, period: Period, today: date) -> tuple[KpiScore, ...]:
    records = read_records(scope, versions, period.back(BEFORE).start, period.end)
    found = (records.score_with_trend(kpi_id, period, today, BEFORE) for kpi_id in versions)
    return tuple(line for line in found if line)
