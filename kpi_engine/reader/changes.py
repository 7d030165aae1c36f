"""What a change comes to, and what it would do to whose score; nothing is written for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import or_

from kpi_engine.calendar.period import Period
from kpi_engine.design.changes import in_ids, outcome
from kpi_engine.design.formulas import computed_from
from kpi_engine.design.outcome import Department, Outcome
from kpi_engine.design.sets import alive
from kpi_engine.errors import Refusal
from kpi_engine.model.change import AddKpi, Change, RetireKpi, ReviseKpi, SetPeriodTarget, SetWeights
from kpi_engine.model.company import Actor, Person
from kpi_engine.model.kpi import Kpi, PeriodTarget
from kpi_engine.model.preview import Preview, ScoreChange
from kpi_engine.model.score import Scorecard
from kpi_engine.reader.cards import BEFORE, CardMaker, lines_of, of_department, of_person
from kpi_engine.reader.closed import check_cycle, check_versions
from kpi_engine.reader.records import Records, read_records
from kpi_engine.rights import check_sight, may_see
from kpi_engine.store import load, values
from kpi_engine.store.reviews import frozen_cards
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import DepartmentRow, KpiRow


def preview(scope: Scope, actor: Actor, change: Change, period: Period, today: date) -> Preview:
    """Refused like the change itself, but for the right to make it; of the cards, those that the actor may see."""
    department = department_of(scope, change)
    check_seen(scope, actor, department.about(change))
    planned = outcome(in_ids(change, department), department, today, actor.person.id)
    check_open(scope, planned)
    kpis = _touched(planned, department)
    sharing = _sharing(kpis, load.people(scope), actor)
    cards = (_cards(scope, board, kpis, sharing) for board in _boards(scope, planned, sharing, period, today))
    pairs = zip(*cards, strict=True)
    return Preview(period, tuple(ScoreChange(*pair) for pair in pairs if _seen(pair[0]) != _seen(pair[1])))


def department_of(scope: Scope, change: Change) -> Department:
    """What has been agreed in the department that the change is about; refused with unknown_kpi, unknown_department
    or set_changed (a set of nothing).
    """
    id = _department_id(scope, change)
    every, calendar = load.versions(scope), values.calendar(scope.company())
    kpis = {kpi_id: versions for kpi_id, versions in every.items() if versions[0].kpi.department_id == id}
    return Department(id, kpis, load.period_targets(scope, kpis), alive(every), calendar)


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


def _touched(planned: Outcome, department: Department) -> frozenset[Kpi]:
    """The KPIs of the change, and those that are computed from them."""
    ids = computed_from(planned.definitions(department.alive), {kpi.id for kpi in planned.kpis})
    return planned.kpis | {version.kpi for id, version in department.alive.items() if id in ids}


def _sharing(kpis: Collection[Kpi], people: Sequence[Person], actor: Actor) -> list[Person]:
    """Whose cards the KPIs are in, of those that the actor may see."""
    own, departments = {kpi.person_id for kpi in kpis}, _departments(kpis)
    whose = (who for who in people if who.id in own or (who.active and departments & who.department_ids))
    return [person for person in whose if may_see(actor.person, of_person(person.id), person.department_ids)]


def _departments(kpis: Collection[Kpi]) -> frozenset[int]:
    """Those in whose cards the KPIs are."""
    return frozenset(kpi.department_id for kpi in kpis if kpi.person_id is None)


def _boards(
    scope: Scope, planned: Outcome, sharing: Sequence[Person], period: Period, today: date
) -> tuple[CardMaker, CardMaker]:
    ids = [person.id for person in sharing]
    versions = load.versions(scope, or_(KpiRow.person_id.is_(None), scope.among(KpiRow.person_id, ids)))
    records = read_records(scope, versions, period.back(BEFORE).start, period.end)
    departments = [department.id for department in load.departments(scope)]
    frozen = frozen_cards(scope, [*map(of_department, departments), *map(of_person, ids)], period)
    changed = replace(_changed(records, planned), presences={person.id: person.presence for person in sharing})
    before = lines_of(records, versions, period, today)
    after = lines_of(changed, {*versions, *(kpi.id for kpi in planned.kpis)}, period, today)
    agreed = load.agreements(scope)
    return CardMaker(before, frozen, agreed, period, today), CardMaker(after, frozen, agreed, period, today)


def _changed(records: Records, planned: Outcome) -> Records:
    versions, targets = dict(records.versions), dict(records.targets)
    for version in planned.versions:
        versions[version.kpi.id] = (*versions.get(version.kpi.id, ()), version)
    if target := planned.target:
        kpi_id, cycle = target.version.kpi.id, target.cycle
        others = tuple(each for each in targets.get(kpi_id, ()) if each.cycle != cycle)
        agreed = () if target.after is None else (PeriodTarget(kpi_id, cycle, target.after),)
        targets[kpi_id] = (*others, *agreed)
    return replace(records, versions=versions, targets=targets)


def _cards(scope: Scope, board: CardMaker, kpis: Collection[Kpi], sharing: Sequence[Person]) -> Iterator[Scorecard]:
    departments = _departments(kpis)
    yield from map(board.department, sorted(departments))
    yield from map(board.person, sharing)
    if departments:
        yield board.company(scope.company_id, [department.id for department in load.departments(scope)])


def _seen(card: Scorecard) -> tuple[object, object]:
    return card.score, card.coverage
