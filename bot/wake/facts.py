"""What there may be to write to people about: a company's facts in a few statements, however many people it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from sqlalchemy import Row, Text, cast, select

from kpi_engine.calendar.occasions import Asked
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.writing import Wishes
from kpi_engine.commands import ClosePeriod
from kpi_engine.model.action import ActionState
from kpi_engine.model.wishes import reminded_at, wishes
from kpi_engine.rights import may
from kpi_engine.store import load, values
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import ActionRow, KpiVersionRow, PersonRow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When somebody is written to, and about what: those who share one are planned as one."""

    asked: Asked
    wishes: Wishes


def rhythms(scope: Scope, ids: Collection[int]) -> Mapping[int, Rhythm]:
    """Of these people by their ids, but for who has left.

    It may be too much that they are asked, never too little: what is still so is read when it is worded.
    """
    if not ids:
        return {}
    company, like = values.company(scope.company()), _like(scope, ids)
    people = load.people_with(scope, set(like.values()))
    kinds, dues, deputies = _kinds(scope, like), _dues(scope, like), _deputies(scope, like)

    @cache
    def rhythm(one: int, kinds: frozenset[PeriodKind], dues: frozenset[date], leads: bool) -> Rhythm:
        person = people[one]
        leads = leads or may(person, ClosePeriod)
        asked = Asked(reminded_at(company, person), person.reminders.again, kinds, dues, leads)
        return Rhythm(asked, wishes(company, person))

    return {id: rhythm(one, kinds[id], dues[id], id in deputies) for id, one in like.items()}


def _like(scope: Scope, ids: Collection[int]) -> Mapping[int, int]:
    """Who is active of them, each with one of them who wants to be written to in the same way: the same for most."""
    active = select(PersonRow.id, *_WRITTEN_TO).where(PersonRow.active, scope.among(PersonRow.id, ids))
    first = dict[tuple[object, ...], int]()
    return {id: first.setdefault(tuple(theirs), id) for id, *theirs in scope.lines(active.order_by(PersonRow.id))}


_WRITTEN_TO = (
    PersonRow.role,
    PersonRow.time_zone,
    cast(PersonRow.presence, Text),
    cast(PersonRow.reminders, Text),
)
"""What it depends on when somebody is written to, as it is kept: to make values of it takes longest."""


def _kinds(scope: Scope, ids: Iterable[int]) -> Mapping[int, frozenset[PeriodKind]]:
    """How often who enters values; also of KPIs that have another owner by now."""
    entered = KpiVersionRow.expression == "", scope.among(KpiVersionRow.owner_id, ids)
    return _sets(scope.lines(select(KpiVersionRow.owner_id, KpiVersionRow.frequency).where(*entered).distinct()))


def _dues(scope: Scope, ids: Iterable[int]) -> Mapping[int, frozenset[date]]:
    open_ = ActionRow.state == ActionState.OPEN, scope.among(ActionRow.person_id, ids)
    return _sets(scope.lines(select(ActionRow.person_id, ActionRow.due).where(*open_).distinct()))


def _deputies(scope: Scope, ids: Iterable[int]) -> frozenset[int]:
    """Those of them who step in for somebody."""
    stood_in_for = PersonRow.active, scope.among(PersonRow.deputy_id, ids)
    found = scope.lines(select(PersonRow.deputy_id).where(*stood_in_for).distinct())
    return frozenset(row.deputy_id for row in found if row.deputy_id)


def _sets(lines: Iterable[Row[int, T]]) -> Mapping[int, frozenset[T]]:
    """What each has; nothing for who has none."""
    found = defaultdict[int, frozenset[T]](frozenset)
    for id, one in lines:
        found[id] |= {one}
    return found
