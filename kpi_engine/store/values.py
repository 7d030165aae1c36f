"""Rows to values of the model, and a definition to its columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.model.action import Action
from kpi_engine.model.actual import Actual, Reading
from kpi_engine.model.agreement import Agreement
from kpi_engine.model.audit import AuditEntry
from kpi_engine.model.check import Mute, RuleId
from kpi_engine.model.company import Company, Department, Person, Position
from kpi_engine.model.consent import Consent
from kpi_engine.model.kpi import Definition, Kpi, KpiVersion, PeriodTarget
from kpi_engine.model.strategy import Goal, SwotEntry
from kpi_engine.store.audit import from_json
from kpi_engine.store.tables import (
    ActionRow,
    ActualRow,
    AgreementRow,
    AuditRow,
    CompanyRow,
    ConsentRow,
    DepartmentRow,
    GoalRow,
    KpiRow,
    KpiVersionRow,
    MuteRow,
    PeriodTargetRow,
    PersonRow,
    PositionRow,
    SwotRow,
)

DEFINED = tuple(field.name for field in fields(Definition))
"""Each field of a definition has the column of its name."""


def definition(row: KpiVersionRow) -> Definition:
    """What the version says of the KPI."""
    return Definition(**{name: getattr(row, name) for name in DEFINED})


def columns(definition: Definition) -> dict[str, Any]:
    """The same as columns, for a new row."""
    return {name: getattr(definition, name) for name in DEFINED}


def kpi(row: KpiRow) -> Kpi:
    """A KPI's identity."""
    return Kpi(row.id, row.department_id, row.person_id)


def version(row: KpiVersionRow, of: KpiRow) -> KpiVersion:
    """A version with its KPI."""
    return KpiVersion(
        id=row.id,
        kpi=kpi(of),
        number=row.number,
        in_force=row.in_force,
        definition=definition(row),
        reason=row.reason,
        author_id=row.author_id,
        retired=row.retired,
        published=row.published_at.date(),
    )


def actual(row: ActualRow, year_start: int) -> Actual:
    """A line of the record of a company whose year begins with that month."""
    reading = None if row.value is None else Reading(row.value, row.numerator, row.denominator)
    return Actual(
        id=row.id,
        kpi_id=row.kpi_id,
        period=Period(row.period_start, row.kind, year_start),
        state=row.state,
        reading=reading,
        author_id=row.author_id,
        entered_at=row.entered_at,
        channel=row.channel,
        note=row.note,
        evidence=row.evidence,
        reason=row.reason,
        supersedes=row.supersedes,
        current=row.is_current,
    )


def period_target(row: PeriodTargetRow, year_start: int) -> PeriodTarget:
    """A target for one cycle, in a company whose year begins with that month."""
    return PeriodTarget(row.kpi_id, Period(row.period_start, row.kind, year_start), row.target)


def company(row: CompanyRow) -> Company:
    """A company."""
    settled = row.currency, row.ranks_people, row.small, row.reminding, row.board
    return Company(row.id, row.name, row.language, row.time_zone, calendar(row), *settled)


def calendar(row: CompanyRow) -> Calendar:
    """A company's calendar."""
    return Calendar(row.working_days, row.country, row.year_start, row.earlier)


def department(row: DepartmentRow) -> Department:
    """A department."""
    return Department(row.id, row.name)


def person(row: PersonRow, positions: Iterable[PositionRow]) -> Person:
    """A person with the hats given."""
    hats = tuple(Position(hat.department_id, hat.title, hat.share) for hat in positions)
    theirs = row.active, row.ranked, row.presence, row.reminders, row.deputy_id
    return Person(row.id, row.name, row.role, row.language, row.time_zone, hats, *theirs)


def goal(row: GoalRow) -> Goal:
    """A goal."""
    return Goal(row.id, row.name, row.department_id, row.serves)


def swot_entry(row: SwotRow) -> SwotEntry:
    """A line of the SWOT."""
    return SwotEntry(row.id, row.kind, row.text, row.written_on)


def action(row: ActionRow) -> Action:
    """Something to be done."""
    return Action(
        row.id,
        row.department_id,
        row.kpi_id,
        row.text,
        row.person_id,
        row.due,
        row.author_id,
        row.written_on,
        row.state,
        row.outcome,
        row.closed_by,
        row.closed_on,
        row.round,
    )


def agreement(row: AgreementRow) -> Agreement:
    """What is agreed about totals from a date on."""
    return Agreement(row.id, row.department_id, row.terms, row.in_force, row.reason, row.author_id)


def consent(row: ConsentRow) -> Consent:
    """What somebody says of a KPI."""
    return Consent(row.kpi_id, row.person_id, row.agrees, row.word, row.said_on)


def mute(row: MuteRow) -> Mute:
    """A rule that leaves a KPI alone."""
    return Mute(RuleId(row.rule), row.kpi_id, row.reason, row.author_id, row.muted_on)


def audit_entry(row: AuditRow) -> AuditEntry:
    """A line of the audit log."""
    return AuditEntry(row.id, row.person_id, row.at, row.deed, row.subject, row.undone, from_json(row.changes))
