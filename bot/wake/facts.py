"""What there may be to write to people about: a company's facts in a few statements, however many people it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from kpi_engine.calendar.occasions import Asked
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import ClosePeriod
from kpi_engine.model.action import ActionState
from kpi_engine.model.company import Company, Person
from kpi_engine.model.wishes import misses_told, reminded_at
from kpi_engine.rights import may
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActionRow, KpiVersionRow


def asked_by_person(scope: Scope, company: Company, people: Mapping[int, Person]) -> Mapping[int, Asked]:
    """For each of these people. It may be too much, never too little: what is still so is read when it is worded."""
    kinds, dues = _kinds(scope), _dues(scope)
    deputies = {one.deputy_id for one in people.values() if misses_told(company, one)}
    return {
        person.id: Asked(
            reminded_at(company, person),
            person.reminders.again,
            frozenset(kinds[person.id]),
            frozenset(dues[person.id]),
            may(person, ClosePeriod) or person.id in deputies,
        )
        for person in people.values()
    }


def _kinds(scope: Scope) -> Mapping[int, set[PeriodKind]]:
    """How often who enters values; also of KPIs that have another owner by now."""
    found = defaultdict[int, set[PeriodKind]](set)
    entered = select(KpiVersionRow.owner_id, KpiVersionRow.frequency).where(KpiVersionRow.expression == "").distinct()
    for owner_id, frequency in scope.lines(entered):
        found[owner_id].add(frequency)
    return found


def _dues(scope: Scope) -> Mapping[int, set[date]]:
    found = defaultdict[int, set[date]](set)
    open_ = select(ActionRow.person_id, ActionRow.due).where(ActionRow.state == ActionState.OPEN).distinct()
    for person_id, due in scope.lines(open_):
        found[person_id].add(due)
    return found
