"""What is to be done: planned, put off, given to somebody else, done or dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kpi_engine.commands import ActionCommand, AssignAction, CloseAction, PlanAction, PlannedAction, PostponeAction
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.action import Action, ActionState
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import Acted
from kpi_engine.model.name import Name
from kpi_engine.reader.kpis import visible
from kpi_engine.rights import Facts, Place, action_place, check
from kpi_engine.service import log, tidy
from kpi_engine.service.definitions import active_person
from kpi_engine.store import actions, load, values
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.tables import ActionRow, DepartmentRow
from kpi_engine.store.work import Work

FIELDS = ("text", "person_id", "due", "state", "outcome")
"""What the audit log tells of an action."""


def plan_action(command: PlanAction, work: Work) -> Acted:
    """Refusals: unknown_department, unknown_kpi, kpi_retired(kpi), not_allowed(by), and those of people and words."""
    work.scope.find(DepartmentRow, command.department_id, "unknown_department")
    check(work.actor, command, Facts((Place(command.department_id),), people=load.people(work.scope)))
    if command.kpi_id is not None:
        _check_kpi(command.kpi_id, command.department_id, work)
    row = write_action(work, checked_action(command.action, work), command.department_id, command.kpi_id)
    return _recorded(work, Deed.PLAN_ACTION, None, row)


def postpone(command: PostponeAction, work: Work) -> Acted:
    """Refusals: unknown_action, not_allowed(by), action_over(state)."""
    row = _open(command, command.action_id, work)
    before, row.due = values.action(row), command.due
    return _recorded(work, Deed.POSTPONE_ACTION, before, row)


def assign(command: AssignAction, work: Work) -> Acted:
    """The same, and those of people."""
    row = _open(command, command.action_id, work)
    before, row.person_id = values.action(row), active_person(work.scope, command.person_id).id
    return _recorded(work, Deed.ASSIGN_ACTION, before, row)


def close_action(command: CloseAction, work: Work) -> Acted:
    """The same as for putting it off, and those of words."""
    row = _open(command, command.action_id, work)
    before, row.outcome = values.action(row), tidy.remark(command.outcome)
    row.state = ActionState.DONE if command.done else ActionState.DROPPED
    row.closed_by, row.closed_on = work.actor.person.id, work.today
    return _recorded(work, Deed.CLOSE_ACTION, before, row)


def checked_action(action: PlannedAction, work: Work) -> PlannedAction:
    """What can be written down; refusals are those of people and words."""
    active_person(work.scope, action.person_id)
    return replace(action, text=tidy.name(action.text))


def write_action(work: Work, action: PlannedAction, department_id: int, kpi_id: int | None) -> ActionRow:
    """One more action, by whoever acts."""
    row = ActionRow(
        company_id=work.actor.company_id,
        department_id=department_id,
        kpi_id=kpi_id,
        text=action.text,
        person_id=action.person_id,
        due=action.due,
        author_id=work.actor.person.id,
        written_on=work.today,
        state=ActionState.OPEN,
        outcome="",
        round=1,
    )
    work.session.add(row)
    work.session.flush()
    return row


def restore_action(before: Action | None, after: Action, work: Work) -> None:
    """What it was before; Refusal("changed_since", what) where somebody has changed it since."""
    row = actions.row_of(work.scope, after.id)
    if row is None or replace(values.action(row), round=after.round) != after:
        raise Refusal("changed_since", what=Name.same(after.text))
    if before is None:
        work.session.delete(row)
    else:
        row.person_id, row.due, row.state, row.outcome = before.person_id, before.due, before.state, before.outcome
        row.closed_by, row.closed_on, row.round = before.closed_by, before.closed_on, row.round + 1
    work.session.flush()


def take_back_action(kept: dict[str, Any], work: Work) -> None:
    """What the audit log kept of a change of an action is undone."""
    before = from_plain(Action, kept["before"]) if kept["before"] else None
    restore_action(before, from_plain(Action, kept["after"]), work)


def _open(command: ActionCommand, id: int, work: Work) -> ActionRow:
    row = work.scope.find(ActionRow, id, "unknown_action")
    found = values.action(row)
    alone = isinstance(command, AssignAction)
    place = Place(found.department_id) if alone else action_place(found, work.actor.person)
    check(work.actor, command, Facts((place,), people=load.people(work.scope)))
    if not found.is_open:
        raise Refusal("action_over", state=found.state)
    row.round += 1
    return row


def _check_kpi(kpi_id: int, department_id: int, work: Work) -> None:
    version = standing(visible(work.scope, work.actor, kpi_id))
    if version.kpi.department_id != department_id:
        raise Refusal("unknown_kpi", id=kpi_id)
    if version.retired:
        raise Refusal("kpi_retired", kpi=version.definition.name)


def _recorded(work: Work, deed: Deed, before: Action | None, row: ActionRow) -> Acted:
    work.session.flush()
    after = values.action(row)
    about = Name.same(after.text)
    kept = {"before": to_plain(before), "after": to_plain(after)}
    changes = log.changed("action", about, before, after, FIELDS)
    log.record(work, deed, after.text, kept, changes=changes, departments=[after.department_id])
    return Acted(deed, after, load.person(work.scope, after.person_id).name, actions.name_of(work.scope, after))
