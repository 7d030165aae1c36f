"""Writes KPIs: versions, targets of single months, actions and a year of values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session, aliased

from bot.demo.history import Line, history, series
from bot.demo.ids import Ids
from bot.demo.plan import Measure, Plan, Step
from bot.demo.series import months_before
from kpi_engine.calendar.period import Period
from kpi_engine.model.action import ActionState
from kpi_engine.model.actual import ActualState, Channel
from kpi_engine.model.company import Role
from kpi_engine.store import values
from kpi_engine.store.base import Base
from kpi_engine.store.tables import ActionRow, ActualRow, ConsentRow, KpiRow, KpiVersionRow, PeriodTargetRow

AHEAD = timedelta(days=100)
"""How far ahead the targets of single months are agreed."""
DECIDED = timedelta(days=3)
"""How long before it is in force a version is published."""


WRITTEN = timedelta(days=60)
"""How long before it is due an action is written down."""


def write_kpis(session: Session, plan: Plan, ids: Ids, since: date, today: date) -> None:
    """Every KPI of the plan, in force since the first cycle that holds that day."""
    rows = [_kpi(measure, ids) for measure in plan.measures]
    session.add_all(rows)
    session.flush()
    lines: list[tuple[int, Line]] = []
    for row, measure in zip(rows, plan.measures, strict=True):
        begins = Period.holding(since, measure.definition.cycle).start
        session.add_all(_versions(row.id, measure, plan, ids, begins, today))
        session.add_all(_targets(row.id, measure, plan, ids, begins, today))
        session.add_all(_consents(row.id, measure, plan, ids, begins, today))
        session.add_all(_action(row, step, ids, today) for step in measure.steps)
        lines += [(row.id, line) for line in history(measure, plan, begins, today)]
    session.flush()
    _write_lines(session, lines, ids)


def _kpi(measure: Measure, ids: Ids) -> KpiRow:
    person_id = ids.people[measure.person] if measure.person else None
    return KpiRow(company_id=ids.company, department_id=ids.departments[measure.department], person_id=person_id)


def _versions(
    kpi_id: int, measure: Measure, plan: Plan, ids: Ids, begins: date, today: date
) -> Iterator[KpiVersionRow]:
    definition = replace(measure.definition, owner_id=ids.people[measure.owner], goal_id=ids.goals[measure.department])
    in_force = [(begins, definition, "")]
    for revision in measure.revisions:
        changed = replace(definition, target=revision.target)
        in_force.append((months_before(today, revision.months_ago), changed, revision.reason))
    for number, (day, each, reason) in enumerate(in_force, start=1):
        yield KpiVersionRow(
            company_id=ids.company,
            kpi_id=kpi_id,
            number=number,
            in_force=day,
            retired=False,
            withdrawn=False,
            reason=reason,
            author_id=ids.people[_head(measure.department, plan)],
            published_at=datetime.combine(day - DECIDED, time(15, 30), ZoneInfo(plan.time_zone)),
            **values.columns(each),
        )


def _consents(kpi_id: int, measure: Measure, plan: Plan, ids: Ids, begins: date, today: date) -> Iterator[ConsentRow]:
    """What the person says who enters what the head has laid down, since it is as it is."""
    if measure.owner == _head(measure.department, plan):
        return
    as_it_is = max((months_before(today, each.months_ago) for each in measure.revisions), default=begins)
    yield ConsentRow(
        company_id=ids.company,
        kpi_id=kpi_id,
        person_id=ids.people[measure.owner],
        agrees=not measure.objection,
        word=measure.objection,
        said_on=as_it_is,
    )


def _head(department: str, plan: Plan) -> str:
    return next(
        person.name.en
        for person in plan.people
        if person.role is Role.HEAD and department in {hat.department for hat in person.hats}
    )


def _targets(
    kpi_id: int, measure: Measure, plan: Plan, ids: Ids, begins: date, today: date
) -> Iterator[PeriodTargetRow]:
    numbers = series(measure, plan)
    cycle = Period.holding(begins, measure.definition.cycle)
    while cycle.start <= today + AHEAD:
        if target := numbers.target(cycle):
            these = {"company_id": ids.company, "kpi_id": kpi_id, "target": target}
            yield PeriodTargetRow(**these, kind=cycle.kind, period_start=cycle.start)
        cycle = cycle.next()


def _action(kpi: KpiRow, step: Step, ids: Ids, today: date) -> ActionRow:
    person_id = ids.people[step.person]
    closed_on = None if step.done is None else today + timedelta(days=step.done)
    return ActionRow(
        company_id=ids.company,
        department_id=kpi.department_id,
        kpi_id=kpi.id,
        text=step.text,
        person_id=person_id,
        due=today + timedelta(days=step.due),
        author_id=person_id,
        written_on=today + timedelta(days=step.due) - WRITTEN,
        state=ActionState.OPEN if closed_on is None else ActionState.DONE,
        outcome="",
        closed_by=None if closed_on is None else person_id,
        closed_on=closed_on,
        round=1,
    )


def _write_lines(session: Session, lines: Iterable[tuple[int, Line]], ids: Ids) -> None:
    """In the order in which they came, as the record's order is that of its ids."""
    came = sorted(lines, key=lambda pair: pair[1].entered_at)
    # Into the table, not by the mapped class: thousands of rows are there in half the time.
    session.execute(insert(Base.metadata.tables["actual"]), [_actual(kpi_id, line, ids) for kpi_id, line in came])
    corrected = aliased(ActualRow)
    same = [getattr(corrected, column) == getattr(ActualRow, column) for column in ("kpi_id", "kind", "period_start")]
    replaced = select(corrected.id).where(*same, ~corrected.is_current).scalar_subquery()
    session.execute(update(ActualRow).where(ActualRow.reason != "").values(supersedes=replaced))


def _actual(kpi_id: int, line: Line, ids: Ids) -> dict[str, Any]:
    reading = line.reading
    return {
        "company_id": ids.company,
        "kpi_id": kpi_id,
        "kind": line.period.kind,
        "period_start": line.period.start,
        "state": ActualState.OK if reading else ActualState.NOT_APPLICABLE,
        "value": reading and reading.value,
        "numerator": reading and reading.numerator,
        "denominator": reading and reading.denominator,
        "author_id": ids.people[line.author],
        "entered_at": line.entered_at,
        "channel": Channel.CHAT,
        "note": line.note,
        "evidence": "",
        "reason": line.reason,
        "is_current": line.current,
    }
