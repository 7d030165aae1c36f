"""What a change comes to: the versions that it would make, or why it is not possible."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kpi_engine.design.cycle_target import agreed
from kpi_engine.design.formulas import check_formulas, resolved
from kpi_engine.design.outcome import UNWRITTEN, Department, Outcome
from kpi_engine.design.sets import alive, check_definition, check_names, check_weight, check_weights
from kpi_engine.errors import Refusal
from kpi_engine.model.change import AddKpi, Change, RetireKpi, ReviseKpi, SetPeriodTarget, SetWeights, Weights
from kpi_engine.model.kpi import Definition, Kpi, KpiVersion


def in_ids(change: Change, department: Department) -> Change:
    """The change with ids in place of the names in a formula; refusals: those of `design.formulas.resolved`."""
    match change:
        case ReviseKpi():
            kpi = department.about(change)
            return replace(change, definition=resolved(department.alive, {kpi: change.definition})[kpi])
        case AddKpi(kpi=new):
            kpi = department.about(change)
            definition = resolved(department.alive, {kpi: new.definition})[kpi]
            return replace(change, kpi=replace(new, definition=definition))
        case SetWeights() | RetireKpi() | SetPeriodTarget():
            return change


def outcome(change: Change, department: Department, today: date, author_id: int) -> Outcome:
    """The versions have no id yet. Formulas in the change have ids.

    Refusals: unknown_kpi, kpi_retired(kpi), reason_missing, in_force_past(first), nothing_changed(kpi), set_changed,
    weights_same, weight_range(kpi, weight), weights_sum(total), kpi_name_taken(kpi), no_kpis, and those of
    `design.cycle_target`, `design.sets.check_definition` and `design.formulas.check_formulas`.
    """
    if not change.reason:
        raise Refusal("reason_missing")
    found = _planned(change, _Planner(department, today, author_id, change.reason))
    check_formulas(found.definitions(department.alive))
    return found


def _planned(change: Change, planner: _Planner) -> Outcome:
    match change:
        case ReviseKpi():
            return planner.revised(change)
        case SetWeights():
            return planner.reweighed(change)
        case AddKpi():
            return planner.added(change)
        case RetireKpi():
            return planner.retired(change)
        case SetPeriodTarget():
            return agreed(change, planner.department, planner.today)


@dataclass(frozen=True, slots=True)
class _Planner:
    department: Department
    today: date
    author_id: int
    reason: str

    def revised(self, change: ReviseKpi) -> Outcome:
        previous, definition = self.department.going_on(change.kpi_id), change.definition
        check_definition(definition)
        if definition == previous.definition:
            raise Refusal("nothing_changed", kpi=definition.name)
        others = [other.definition for other in self._set_of(previous.kpi) if other.kpi != previous.kpi]
        check_names([*(other.name for other in others), definition.name])
        if definition.weight != previous.definition.weight:
            check_weights([definition.weight, *(other.weight for other in others)])
        return Outcome((self._next(previous, definition, change.in_force),), (previous,))

    def reweighed(self, change: SetWeights) -> Outcome:
        members = self._set_of(self.department.going_on(change.weights[0][0]).kpi)
        changed = self._with_weights(members, change.weights, change.in_force)
        if not changed.versions:
            raise Refusal("weights_same")
        check_weights(weight for _, weight in change.weights)
        return changed

    def added(self, change: AddKpi) -> Outcome:
        kpi, definition = self.department.about(change), change.kpi.definition
        check_definition(definition)
        members = self._set_of(kpi)
        check_names([*(member.definition.name for member in members), definition.name])
        changed = self._with_weights(members, change.weights, change.in_force)
        check_weights([definition.weight, *(weight for _, weight in change.weights)])
        self._check_date(change.in_force, definition, date.min)
        new = KpiVersion(UNWRITTEN, kpi, 1, change.in_force, definition, self.reason, self.author_id)
        return replace(changed, versions=(*changed.versions, new))

    def retired(self, change: RetireKpi) -> Outcome:
        ending = self.department.going_on(change.kpi_id)
        others = [member for member in self._set_of(ending.kpi) if member.kpi != ending.kpi]
        if not others and ending.kpi.person_id is None:
            raise Refusal("no_kpis")
        changed = self._with_weights(others, change.weights, change.in_force)
        if others:
            check_weights(weight for _, weight in change.weights)
        last = replace(self._next(ending, ending.definition, change.in_force), retired=True)
        return replace(changed, versions=(last, *changed.versions), previous=(ending, *changed.previous))

    def _set_of(self, kpi: Kpi) -> list[KpiVersion]:
        return [version for version in alive(self.department.kpis).values() if version.kpi.person_id == kpi.person_id]

    def _with_weights(self, members: Collection[KpiVersion], weights: Weights, in_force: date) -> Outcome:
        """Those whose weight becomes another one; every member must be given one, and nobody else."""
        given = dict(weights)
        if len(given) != len(weights) or given.keys() != {member.kpi.id for member in members}:
            raise Refusal("set_changed")
        for member in members:
            check_weight(member.definition.name, given[member.kpi.id])
        previous = tuple(member for member in members if given[member.kpi.id] != member.definition.weight)
        versions = (self._next(member, _weighing(member, given[member.kpi.id]), in_force) for member in previous)
        return Outcome(tuple(versions), previous)

    def _next(self, previous: KpiVersion, definition: Definition, in_force: date) -> KpiVersion:
        self._check_date(in_force, previous.definition, previous.in_force)
        number = previous.number + 1
        return KpiVersion(UNWRITTEN, previous.kpi, number, in_force, definition, self.reason, self.author_id)

    def _check_date(self, begins: date, definition: Definition, after: date) -> None:
        # Cycles that are over are scored by what was agreed for them, for ever.
        first = max(self.department.calendar.holding(self.today, definition.cycle).start, after)
        if begins < first:
            raise Refusal("in_force_past", first=first)


def _weighing(version: KpiVersion, weight: Decimal) -> Definition:
    return replace(version.definition, weight=weight)
