"""Queries for actions."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from kpi_engine.model.action import Action
from kpi_engine.model.name import Name
from kpi_engine.store import load, values
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActionRow, DepartmentRow


def actions(scope: Scope, *which: ColumnElement[bool]) -> tuple[Action, ...]:
    """The actions that the conditions choose, by the day until which they are to be done."""
    rows = select(ActionRow).where(*which).order_by(ActionRow.due, ActionRow.id)
    return tuple(values.action(row) for row in scope.all(rows))


def row_of(scope: Scope, id: int) -> ActionRow | None:
    """The action's row, if it is still there."""
    return next(iter(scope.all(select(ActionRow).where(ActionRow.id == id))), None)


def name_of(scope: Scope, action: Action) -> Name:
    """What it is for: its KPI as it is called now, or its department."""
    if action.kpi_id is not None:
        return load.versions_of(scope, action.kpi_id)[-1].definition.name
    return scope.find(DepartmentRow, action.department_id, "unknown_department").name
