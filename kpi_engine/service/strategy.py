"""Goals and SWOT."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from kpi_engine.commands import NewGoal, NewSwot, SetStrategy
from kpi_engine.design.match import alike
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import StrategySet
from kpi_engine.rights import Facts, check
from kpi_engine.service import log, tidy
from kpi_engine.store import load, values
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import GoalRow, SwotRow
from kpi_engine.store.work import Work


def set_strategy(command: SetStrategy, work: Work) -> StrategySet:
    """Refusals: those of names."""
    check(work.actor, command, Facts(people=load.people(work.scope)))
    before = company_goals(work.scope), swot_entries(work.scope)
    was = StrategySet(tuple(map(values.goal, before[0])), tuple(map(values.swot_entry, before[1])))
    stand(before[0], [_goal(work, goal) for goal in command.goals])
    stand(before[1], [_swot(work, entry) for entry in command.swot])
    goals, swot = company_goals(work.scope), swot_entries(work.scope)
    undo = {"goals": _ids(before[0]), "swot": _ids(before[1]), "after": [_ids(goals), _ids(swot)]}
    subject = log.listed((row.name for row in goals), work.actor.person.language)
    now = StrategySet(tuple(map(values.goal, goals)), tuple(map(values.swot_entry, swot)))
    changes = log.changed("strategy", work.scope.company().name, was, now, ("goals", "swot"))
    log.record(work, Deed.SET_STRATEGY, subject, undo, changes=changes)
    return now


def company_goals(scope: Scope) -> Sequence[GoalRow]:
    """The company's goals that stand, in their order."""
    mine = select(GoalRow).where(GoalRow.department_id.is_(None), GoalRow.active)
    return scope.all(mine.order_by(GoalRow.rank, GoalRow.id))


def department_goals(work: Work, department_id: int) -> Sequence[GoalRow]:
    """What the department adds to the company's goals, as it stands."""
    mine = select(GoalRow).where(GoalRow.department_id == department_id, GoalRow.active)
    return work.scope.all(mine.order_by(GoalRow.rank, GoalRow.id))


def swot_entries(scope: Scope) -> Sequence[SwotRow]:
    """The SWOT lines that stand, in their order."""
    return scope.all(select(SwotRow).where(SwotRow.active).order_by(SwotRow.rank, SwotRow.id))


def goals_with(work: Work, ids: Sequence[int]) -> list[GoalRow]:
    """These goals, in this order."""
    return [work.scope.find(GoalRow, id, "unknown_goal") for id in ids]


def stand(before: Iterable[GoalRow | SwotRow], after: Iterable[GoalRow | SwotRow]) -> None:
    """From now on those after stand, in that order, and no other."""
    for row in before:
        row.active = False
    for rank, row in enumerate(after):
        row.rank, row.active = rank, True


def _ids(rows: Sequence[GoalRow] | Sequence[SwotRow]) -> list[int]:
    return [row.id for row in rows]


def _goal(work: Work, new: NewGoal) -> GoalRow:
    name = tidy.names(new.name)
    for row in company_goals(work.scope):
        if alike(row.name, name):
            return row
    row = GoalRow(company_id=work.actor.company_id, name=name, rank=0, active=True)
    work.session.add(row)
    return row


def _swot(work: Work, new: NewSwot) -> SwotRow:
    text = tidy.name(new.text)
    for row in swot_entries(work.scope):
        if row.kind is new.kind and row.text == text:
            return row
    row = SwotRow(
        company_id=work.actor.company_id, kind=new.kind, text=text, written_on=work.today, rank=0, active=True
    )
    work.session.add(row)
    return row
