"""Fills an empty database with the made-up company and its last year."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.demo.company import read
from bot.demo.ids import Ids
from bot.demo.kpis import write_kpis
from bot.demo.plan import Part, Plan
from bot.demo.seasons import WORKING
from bot.demo.series import months_before
from kpi_engine.calendar.presence import ALWAYS
from kpi_engine.model.company import SmallMode
from kpi_engine.store.tables import CompanyRow, DepartmentRow, GoalRow, PersonRow, PositionRow, SwotRow

MONTHS = 12
"""Before the present one: when the company began with KPIs."""
STRATEGY_CAME_FIRST = timedelta(days=100)
"""Before that: it was there when the first KPIs were thought of."""


def seed(session: Session, now: datetime) -> None:
    """Adds the company as it is on that day, in the session's transaction; the same at every moment of the day.

    The rows are what the engine's commands would have written by and by, but for the audit log (whoever tries
    `undo` first must not take a year-old KPI back) and stored scores. Commands would take too long to wait for.
    """
    plan = read()
    zone = ZoneInfo(plan.time_zone)
    today = now.astimezone(zone).date()
    since = months_before(today, MONTHS)
    began = datetime.combine(since, time(9), zone)
    ids = _found(session, plan, began)
    _add_departments(session, plan, ids)
    _add_people(session, plan, ids, began)
    _add_strategy(session, plan, ids, since - STRATEGY_CAME_FIRST)
    write_kpis(session, plan, ids, since, today)


def _found(session: Session, plan: Plan, at: datetime) -> Ids:
    company = CompanyRow(
        name=plan.name,
        language=plan.language,
        time_zone=plan.time_zone,
        working_days=WORKING.weekdays,
        country=WORKING.country,
        year_start=WORKING.year_start,
        currency=plan.currency,
        small=SmallMode.AUTO,
        ranks_people=False,
        founded_at=at,
    )
    session.add(company)
    session.flush()
    return Ids(company.id)


def _add_departments(session: Session, plan: Plan, ids: Ids) -> None:
    rows = {part.id: DepartmentRow(company_id=ids.company, name=part.name) for part in plan.departments}
    session.add_all(rows.values())
    session.flush()
    ids.departments.update((key, row.id) for key, row in rows.items())


def _add_people(session: Session, plan: Plan, ids: Ids, came: datetime) -> None:
    rows = {
        person.name.en: PersonRow(
            company_id=ids.company,
            name=person.name,
            role=person.role,
            language=person.language,
            time_zone=plan.time_zone,
            active=True,
            ranked=True,
            presence=ALWAYS,
            came_at=came,
        )
        for person in plan.people
    }
    session.add_all(rows.values())
    session.flush()
    ids.people.update((key, row.id) for key, row in rows.items())
    session.add_all(
        PositionRow(
            company_id=ids.company,
            person_id=ids.people[person.name.en],
            department_id=ids.departments[hat.department],
            title=hat.title,
            share=hat.share,
        )
        for person in plan.people
        for hat in person.hats
    )


def _add_strategy(session: Session, plan: Plan, ids: Ids, written: date) -> None:
    goals = {
        key: GoalRow(company_id=ids.company, name=name, rank=rank, active=True)
        for rank, (key, name) in enumerate(plan.goals.items())
    }
    session.add_all(goals.values())
    session.flush()
    served = {part.id: _goal_of(part, goals[part.serves].id, ids) for part in plan.departments}
    session.add_all(served.values())
    session.add_all(
        SwotRow(company_id=ids.company, kind=kind, text=text, written_on=written, rank=rank, active=True)
        for rank, (kind, text) in enumerate(plan.swot)
    )
    session.flush()
    ids.goals.update((key, row.id) for key, row in served.items())


def _goal_of(part: Part, serves: int, ids: Ids) -> GoalRow:
    department_id = ids.departments[part.id]
    return GoalRow(
        company_id=ids.company, name=part.goal, department_id=department_id, serves=serves, rank=0, active=True
    )
