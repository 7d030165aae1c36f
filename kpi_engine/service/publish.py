"""A department's KPI set, put in force as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kpi_engine.commands import NewKpi, PublishKpis
from kpi_engine.design.match import alike
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Person
from kpi_engine.model.done import Published
from kpi_engine.model.kpi import Definition, KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.reader.closed import open_since
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.service.after_publishing import onward
from kpi_engine.service.begin import begin_kpi, identities
from kpi_engine.service.draft import end_draft
from kpi_engine.service.formulas import check_formulas, resolved
from kpi_engine.service.scoring import rescore_since
from kpi_engine.service.sets import Kept, Plan, plan
from kpi_engine.service.strategy import company_goals, department_goals, stand
from kpi_engine.service.versions import add_version
from kpi_engine.store import load, values
from kpi_engine.store.actions import actions
from kpi_engine.store.tables import ActionRow, DepartmentRow, GoalRow, KpiRow
from kpi_engine.store.work import Work


def publish_kpis(command: PublishKpis, work: Work) -> Published:
    """A set is the department's, or one person's in it: those that nothing is said of stay as they are.

    Refusals: unknown_department, unknown_kpi, unknown_goal, set_changed, no_kpis, weights_sum(total),
    kpi_name_taken(kpi), not_of_department(person), and those of definitions, formulas and readings.
    """
    department = work.scope.find(DepartmentRow, command.department_id, "unknown_department")
    check(work.actor, command, Facts((Place(department.id),), people=load.people(work.scope)))
    planned = plan(command, work)
    goals = _ids(department_goals(work, department.id)), _ids(company_goals(work.scope))
    goal = _set_goal(command, work)
    versions, ended = _put_in_force(command, planned, goal.id, work)
    known = {version.id for version in (*(each.version for each in planned.kept), *planned.left_out)}
    changed = [version for version in (*versions, *ended) if version.id not in known]
    rescore_since(work, {version.kpi.id: version.in_force for version in changed})
    end_draft(work, department.id)
    undo = {"versions": _ids(changed), "goals": goals, "department": department.id}
    changes = log.versions_changed(changed, (*(each.version for each in planned.kept), *planned.left_out))
    subject = department.name.text(work.actor.person.language)
    log.record(work, Deed.PUBLISH, subject, undo, changes=changes, departments=[department.id])
    new = [version.kpi.id for version in versions if version.number == 1]
    agreed = actions(work.scope, work.scope.among(ActionRow.kpi_id, new)) if new else ()
    whose = _owner(versions, work)
    onwards = onward(versions, work)
    return Published(values.department(department), values.goal(goal), versions, ended, onwards, whose, agreed)


def _owner(versions: Iterable[KpiVersion], work: Work) -> Person | None:
    """Whose the set is; None of a department's, or where there are several."""
    owners = {version.kpi.person_id for version in versions}
    id = owners.pop() if len(owners) == 1 else None
    return None if id is None else load.person(work.scope, id)


def _set_goal(command: PublishKpis, work: Work) -> GoalRow:
    name = Name.same(tidy.name(command.goal))
    served = _served(command, work)
    serves = None if served is None else served.id
    before = department_goals(work, command.department_id)
    same = (row for row in before if alike(row.name, name) and row.serves == serves)
    row = next(same, None) or _new_goal(work, name, command.department_id, serves)
    stand(before, [row])
    return row


def _served(command: PublishKpis, work: Work) -> GoalRow | None:
    """The company's goal that the department's serves: it stands already, or is the company's first."""
    stands = company_goals(work.scope)
    if command.serves is not None:
        found = next((row for row in stands if row.id == command.serves), None)
        if found is None:
            raise Refusal("unknown_goal", id=command.serves)
        return found
    if command.company_goal is None:
        return None
    name = tidy.names(command.company_goal)
    known = next((row for row in stands if alike(row.name, name)), None)
    return known or _new_goal(work, name, None, None, rank=len(stands))


def _new_goal(work: Work, name: Name, department_id: int | None, serves: int | None, rank: int = 0) -> GoalRow:
    row = GoalRow(
        company_id=work.actor.company_id,
        name=name,
        department_id=department_id,
        serves=serves,
        rank=rank,
        active=True,
    )
    work.session.add(row)
    work.session.flush()
    return row


def _ids(rows: Iterable[GoalRow | KpiVersion]) -> list[int]:
    return [row.id for row in rows]


def _put_in_force(
    command: PublishKpis, planned: Plan, goal_id: int, work: Work
) -> tuple[tuple[KpiVersion, ...], tuple[KpiVersion, ...]]:
    work.scope.hold(KpiRow, [version.kpi.id for version in planned.left_out])
    new = _publish_all(command, planned, goal_id, work)
    kept = [_reweigh(command, each, work) for each in planned.kept]
    ended = [_retire(command, version, work) for version in planned.left_out]
    check_formulas(work)
    return (*kept, *new), tuple(ended)


def _publish_all(command: PublishKpis, planned: Plan, goal_id: int, work: Work) -> list[KpiVersion]:
    """All get their ids first: the formula of one may name another."""
    rows = identities(work, command.department_id, planned.drafts)
    kpis = [values.kpi(row) for row in rows]
    given = {kpi: draft.definition for kpi, draft in zip(kpis, planned.drafts, strict=True)}
    definitions = resolved(work, given, [version.kpi.id for version in planned.left_out])
    return [
        _publish(command, replace(draft, definition=definitions[kpi]), row, goal_id, work)
        for draft, kpi, row in zip(planned.drafts, kpis, rows, strict=True)
    ]


def _publish(command: PublishKpis, draft: NewKpi, kpi: KpiRow, goal_id: int, work: Work) -> KpiVersion:
    definition = replace(draft.definition, goal_id=draft.definition.goal_id or goal_id)
    begins = command.in_force or max(_cycle_start(definition, work), open_since(work.scope, values.kpi(kpi)))
    return begin_kpi(work, kpi, draft, definition, begins)


def _reweigh(command: PublishKpis, kept: Kept, work: Work) -> KpiVersion:
    if kept.weight == kept.version.definition.weight:
        return kept.version
    definition = replace(kept.version.definition, weight=kept.weight)
    return _next(command, kept.version, definition, work, retired=False)


def _retire(command: PublishKpis, version: KpiVersion, work: Work) -> KpiVersion:
    return _next(command, version, version.definition, work, retired=True)


def _next(
    command: PublishKpis, version: KpiVersion, definition: Definition, work: Work, *, retired: bool
) -> KpiVersion:
    """From the open cycle on at the earliest: what is over or closed keeps what was agreed for it."""
    first = max(_cycle_start(definition, work), open_since(work.scope, version.kpi), version.in_force)
    begins = max(command.in_force or date.min, first)
    kpi = work.scope.find(KpiRow, version.kpi.id, "unknown_kpi")
    return add_version(work, kpi, definition, begins, retired=retired)


def _cycle_start(definition: Definition, work: Work) -> date:
    return work.calendar.holding(work.today, definition.cycle).start
