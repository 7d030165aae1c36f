"""What a change comes to, and what it would do to whose score; nothing is written for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import or_

from kpi_engine.calendar.period import Period
from kpi_engine.design.changes import Department, Outcome, about, outcome
from kpi_engine.errors import Refusal
from kpi_engine.model.change import AddKpi, Change, RetireKpi, ReviseKpi, SetPeriodTarget, SetWeights
from kpi_engine.model.company import Actor, Person
from kpi_engine.model.kpi import Kpi, PeriodTarget
from kpi_engine.model.preview import Preview, ScoreChange
from kpi_engine.model.score import Scorecard
from kpi_engine.reader.cards import BEFORE, Board, lines_of, of_department, of_person
from kpi_engine.reader.closed import check_cycle, check_versions
from kpi_engine.reader.records import Records, read_records
from kpi_engine.rights import check_sight, may_see
from kpi_engine.store import load
from kpi_engine.store.reviews import frozen_cards
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import DepartmentRow, KpiRow


def preview(scope: Scope, actor: Actor, change: Change, period: Period, today: date) -> Preview:
    """Refused like the change itself, but for the right to make it; of the cards, those that the actor may see."""
    department = department_of(scope, change)
    kpi = about(change, department)
    check_seen(scope, actor, kpi)
    planned = outcome(change, department, today, actor.person.id)
    check_open(scope, planned)
    sharing = _sharing(kpi, load.people(scope), actor)
    cards = (_cards(scope, board, kpi, sharing) for board in _boards(scope, planned, sharing, period, today))
    pairs = zip(*cards, strict=True)
    return Preview(period, tuple(ScoreChange(*pair) for pair in pairs if _seen(pair[0]) != _seen(pair[1])))


def department_of(scope: Scope, change: Change) -> Department:
    """What has been agreed in the department that the change is about; refused with unknown_kpi, unknown_department
    or set_changed (a set of nothing).
    """
    id = _department_id(scope, change)
    kpis = load.versions(scope, KpiRow.department_id == id)
    return Department(id, kpis, load.period_targets(scope, kpis))


def check_open(scope: Scope, planned: Outcome) -> None:
    """Refusal("period_closed", period, by) where a closed period would not be the same."""
    check_versions(scope, planned.versions)
    if planned.target:
        check_cycle(scope, planned.target.version.kpi, planned.target.cycle)


def check_seen(scope: Scope, actor: Actor, kpi: Kpi) -> None:
    """Refusal("not_allowed", by) where the KPI is somebody's own whose card the actor may not see."""
    if kpi.person_id is not None:
        check_sight(actor, of_person(kpi.person_id), load.people(scope))


def _department_id(scope: Scope, change: Change) -> int:
    match change:
        case ReviseKpi(kpi_id=kpi_id) | RetireKpi(kpi_id=kpi_id) | SetPeriodTarget(kpi_id=kpi_id):
            return load.versions_of(scope, kpi_id)[0].kpi.department_id
        case SetWeights(weights=weights):
            if not weights:
                raise Refusal("set_changed")
            return load.versions_of(scope, weights[0][0])[0].kpi.department_id
        case AddKpi(department_id=id):
            return scope.find(DepartmentRow, id, "unknown_department").id


def _sharing(kpi: Kpi, people: Sequence[Person], actor: Actor) -> list[Person]:
    """Whose cards the KPI's set is in."""
    if kpi.person_id is not None:
        return [person for person in people if person.id == kpi.person_id]
    here = (person for person in people if person.active and kpi.department_id in person.department_ids)
    return [person for person in here if may_see(actor.person, of_person(person.id), person.department_ids)]


def _boards(
    scope: Scope, planned: Outcome, sharing: Sequence[Person], period: Period, today: date
) -> tuple[Board, Board]:
    ids = [person.id for person in sharing]
    versions = load.versions(scope, or_(KpiRow.person_id.is_(None), KpiRow.person_id.in_(ids)))
    records = read_records(scope, versions, period.back(BEFORE).start, period.end)
    departments = [department.id for department in load.departments(scope)]
    frozen = frozen_cards(scope, [*map(of_department, departments), *map(of_person, ids)], period)
    before, after = (lines_of(each, period, today) for each in (records, _changed(records, planned)))
    return Board(before, frozen, period, today), Board(after, frozen, period, today)


def _changed(records: Records, planned: Outcome) -> Records:
    versions, targets = dict(records.versions), dict(records.targets)
    for version in planned.versions:
        versions[version.kpi.id] = (*versions.get(version.kpi.id, ()), version)
    if target := planned.target:
        kpi_id, start = target.version.kpi.id, target.cycle.start
        others = tuple(each for each in targets.get(kpi_id, ()) if each.period_start != start)
        agreed = () if target.after is None else (PeriodTarget(kpi_id, start, target.after),)
        targets[kpi_id] = (*others, *agreed)
    return replace(records, versions=versions, targets=targets)


def _cards(scope: Scope, board: Board, kpi: Kpi, sharing: Sequence[Person]) -> Iterator[Scorecard]:
    if kpi.person_id is None:
        yield board.department(kpi.department_id)
    yield from map(board.person, sharing)
    if kpi.person_id is None:
        yield board.company(scope.company_id, [department.id for department in load.departments(scope)])


def _seen(card: Scorecard) -> tuple[object, object]:
    return card.score, card.coverage
