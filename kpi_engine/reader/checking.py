"""The company's KPI model, read at once for the check; what one may not see is left out of what is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.design.check.finding import Finding, Layer
from kpi_engine.design.check.model import Culture, Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.check.rules import check, of_department
from kpi_engine.design.check.series import COMPARED
from kpi_engine.design.check.young import Young, young
from kpi_engine.design.strategy import concepts_of
from kpi_engine.model.action import Action
from kpi_engine.model.company import Actor
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.model.strategy import Goal
from kpi_engine.reader.background import Background, basis_of, lag_of, read_background, those_who_chose_ranking
from kpi_engine.reader.kpis import holding, in_force
from kpi_engine.reader.outlooks import MEMORY
from kpi_engine.rights import may_see
from kpi_engine.store import load, record, values
from kpi_engine.store.actions import actions
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import DepartmentRow, GoalRow
from kpi_engine.upkeep.cleanup import CleanUp, clean_ups

_TOGETHER = "teamwork"
"""The concept that a goal is about where the team comes first."""


def findings(scope: Scope, actor: Actor, today: date, department_id: int | None) -> tuple[Finding, ...]:
    """What is wrong with a department's model, or with the whole company's; Refusal("unknown_department").

    Everything is judged by the whole model, so that a KPI that one may not see is not missed as if it weren't there.
    """
    if department_id is not None:
        scope.find(DepartmentRow, department_id, "unknown_department")
    model = read_model(scope, today)
    found = tuple(each for each in check(model) if _may_see(actor, each, model))
    return found if department_id is None else of_department(found, department_id)


def too_new(scope: Scope, actor: Actor, today: date) -> tuple[Young, ...]:
    """The KPIs that the actor may see, and the check does not judge by values yet."""
    seen = _seen(scope, actor, today)
    return tuple(one for one in young(read_model(scope, today)) if one.version.kpi.id in seen)


def tidied(scope: Scope, actor: Actor, today: date) -> tuple[CleanUp, ...]:
    """What the model can be tidied by, of KPIs that the actor may see."""
    seen = _seen(scope, actor, today)
    return tuple(one for one in clean_ups(read_model(scope, today)) if one.version.kpi.id in seen)


def read_model(scope: Scope, today: date) -> Model:
    """The model as it stands, from a dozen statements however many KPIs there are."""
    goals, company = _goals(scope), values.company(scope.company())
    share = load.agreements(scope).team_share(company.calendar.holding(today, PeriodKind.MONTH))
    return Model(
        today=today,
        company=company,
        departments=load.departments(scope),
        people=load.people(scope),
        goals=tuple(goal for goal, active in goals if active),
        former_goals=tuple(goal for goal, active in goals if not active),
        swot=load.swot(scope),
        kpis=_records(scope, today, company.calendar),
        mutes=load.mutes(scope),
        team_share=share,
        culture=_culture(goal for goal, active in goals if active),
        chose_ranking=those_who_chose_ranking(scope),
    )


def _seen(scope: Scope, actor: Actor, today: date) -> frozenset[int]:
    return frozenset(version.kpi.id for version in in_force(scope, actor, today, None, None))


def _goals(scope: Scope) -> list[tuple[Goal, bool]]:
    rows = scope.all(select(GoalRow).order_by(GoalRow.rank, GoalRow.id))
    return [(values.goal(row), row.active) for row in rows]


def _records(scope: Scope, today: date, calendar: Calendar) -> tuple[KpiRecord, ...]:
    versions = load.versions(scope)
    now = {kpi_id: holding(each, today) for kpi_id, each in versions.items()}
    alive = {kpi_id: version for kpi_id, version in now.items() if not version.retired}
    since = _since((version.definition.cycle for version in alive.values()), today, calendar)
    actuals = record.current_actuals(scope, alive, since, today + timedelta(days=1))
    targets, planned, background = load.period_targets(scope, alive), _actions(scope), read_background(scope)
    return tuple(
        _record(
            KpiRecord(version, versions[id], actuals.get(id, ()), targets.get(id, ()), tuple(planned.get(id, ()))),
            background,
            today,
        )
        for id, version in alive.items()
    )


def _record(of: KpiRecord, background: Background, today: date) -> KpiRecord:
    """With what is known of it beside its definition and values."""
    published = background.published[of.versions[0].id]
    return replace(
        of,
        published_on=published,
        consents=background.consents.get(of.id, ()),
        settled_on=background.settled_on(of.versions),
        reviewed_on=background.looked_at_on(of.versions, today),
        basis=basis_of(of.versions),
        lag_days=lag_of(of.actuals, published),
    )


def _since(cycles: Iterable[PeriodKind], today: date, calendar: Calendar) -> date:
    """As far back as targets are judged by history, and rules compare the longest cycles."""
    compared = (calendar.holding(today, cycle).back(COMPARED).start for cycle in set(cycles))
    return min((today - MEMORY, *compared))


def _actions(scope: Scope) -> dict[int, list[Action]]:
    found = defaultdict(list)
    for action in actions(scope):
        if action.kpi_id is not None:
            found[action.kpi_id].append(action)
    return found


def _culture(goals: Iterable[Goal]) -> Culture | None:
    """A company one of whose goals is about working together has said that the team comes first."""
    together = any(_TOGETHER in concepts_of(goal.name) for goal in goals if goal.department_id is None)
    return Culture.TEAM if together else None


def _may_see(actor: Actor, finding: Finding, model: Model) -> bool:
    person_id = _whose(finding, model)
    person = model.person(person_id) if person_id is not None else None
    if person is None or finding.subject.id in _owned(actor, finding, model):
        return True
    return may_see(actor.person, Subject(SubjectKind.PERSON, person.id), person.department_ids)


def _whose(finding: Finding, model: Model) -> int | None:
    """The person whom a finding is about; None where it is everybody's."""
    match finding.subject.kind:
        case Layer.COMPANY | Layer.DEPARTMENT:
            return None
        case Layer.PERSON:
            return finding.subject.id
        case Layer.KPI:
            return next(each.version.kpi.person_id for each in model.kpis if each.id == finding.subject.id)


def _owned(actor: Actor, finding: Finding, model: Model) -> frozenset[int]:
    """KPIs whose values the actor enters are theirs to see."""
    mine = (each.id for each in model.kpis if each.definition.owner_id == actor.person.id)
    return frozenset(mine) if finding.subject.kind is Layer.KPI else frozenset()
