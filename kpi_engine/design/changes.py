"""What a change comes to: the versions that it would make, or why it is not possible."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.design.sets import alive, check_definition, check_names, check_weight, check_weights, standing
from kpi_engine.errors import Refusal
from kpi_engine.measure.curve import target_problem
from kpi_engine.model.change import AddKpi, Change, RetireKpi, ReviseKpi, SetPeriodTarget, SetWeights, Weights
from kpi_engine.model.kpi import Definition, Kpi, KpiVersion, PeriodTarget, Target

UNWRITTEN = 0
"""The id of a version, or of a KPI, that is in no record yet."""


@dataclass(frozen=True, slots=True)
class Department:
    """What a department has agreed so far: the versions of each KPI, and the targets of single cycles."""

    id: int
    kpis: Mapping[int, Sequence[KpiVersion]]
    targets: Mapping[int, Sequence[PeriodTarget]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would be written: versions, each after the one it takes over from; or the target of one cycle."""

    versions: tuple[KpiVersion, ...] = ()
    previous: tuple[KpiVersion, ...] = ()
    """In the same order; a new KPI has none and comes last."""
    target: PeriodTargetChange | None = None


@dataclass(frozen=True, slots=True)
class PeriodTargetChange:
    """A target of one cycle: before, and from now on. None of its own: the version's."""

    version: KpiVersion
    """In force in the cycle."""
    cycle: Period
    before: Target | None
    after: Target | None


def about(change: Change, department: Department) -> Kpi:
    """The KPI that is changed, or the first one of the set; Refusal("unknown_kpi")."""
    match change:
        case AddKpi(kpi=new):
            return Kpi(UNWRITTEN, department.id, new.person_id)
        case SetWeights(weights=weights):
            return _known(department, weights[0][0]).kpi
        case ReviseKpi(kpi_id=kpi_id) | RetireKpi(kpi_id=kpi_id) | SetPeriodTarget(kpi_id=kpi_id):
            return _known(department, kpi_id).kpi


def outcome(change: Change, department: Department, today: date, author_id: int) -> Outcome:
    """The versions have no id yet.

    Refusals: unknown_kpi, kpi_retired(kpi), reason_missing, in_force_past(first), nothing_changed(kpi), set_changed,
    weights_same, weight_range(kpi, weight), weights_sum(total), kpi_name_taken(kpi), no_kpis, cycle_targets(kpi),
    wrong_cycle(kpi, kind), and those of `design.sets.check_definition`.
    """
    if not change.reason:
        raise Refusal("reason_missing")
    planner = _Planner(department, today, author_id, change.reason)
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
            return planner.agreed(change)


@dataclass(frozen=True, slots=True)
class _Planner:
    department: Department
    today: date
    author_id: int
    reason: str

    def revised(self, change: ReviseKpi) -> Outcome:
        previous, definition = self._alive(change.kpi_id), change.definition
        check_definition(definition)
        if definition == previous.definition:
            raise Refusal("nothing_changed", kpi=definition.name)
        others = [other.definition for other in self._set_of(previous.kpi) if other.kpi != previous.kpi]
        check_names([*(other.name for other in others), definition.name])
        if definition.weight != previous.definition.weight:
            check_weights([definition.weight, *(other.weight for other in others)])
        self._check_cycles(previous, definition, change.in_force)
        return Outcome((self._next(previous, definition, change.in_force),), (previous,))

    def reweighed(self, change: SetWeights) -> Outcome:
        members = self._set_of(self._alive(change.weights[0][0]).kpi)
        changed = self._with_weights(members, change.weights, change.in_force)
        if not changed.versions:
            raise Refusal("weights_same")
        check_weights(weight for _, weight in change.weights)
        return changed

    def added(self, change: AddKpi) -> Outcome:
        definition = change.kpi.definition
        check_definition(definition)
        kpi = Kpi(UNWRITTEN, self.department.id, change.kpi.person_id)
        members = self._set_of(kpi)
        check_names([*(member.definition.name for member in members), definition.name])
        changed = self._with_weights(members, change.weights, change.in_force)
        check_weights([definition.weight, *(weight for _, weight in change.weights)])
        self._check_date(change.in_force, definition, date.min)
        new = KpiVersion(UNWRITTEN, kpi, 1, change.in_force, definition, self.reason, self.author_id)
        return replace(changed, versions=(*changed.versions, new))

    def retired(self, change: RetireKpi) -> Outcome:
        ending = self._alive(change.kpi_id)
        others = [member for member in self._set_of(ending.kpi) if member.kpi != ending.kpi]
        if not others and ending.kpi.person_id is None:
            raise Refusal("no_kpis")
        changed = self._with_weights(others, change.weights, change.in_force)
        if others:
            check_weights(weight for _, weight in change.weights)
        last = self._next(ending, ending.definition, change.in_force, retired=True)
        return replace(changed, versions=(last, *changed.versions), previous=(ending, *changed.previous))

    def agreed(self, change: SetPeriodTarget) -> Outcome:
        version = self._version_in(change.kpi_id, change.cycle)
        definition = version.definition
        if change.cycle != Period.holding(change.cycle.start, definition.cycle):
            raise Refusal("wrong_cycle", kpi=definition.name, kind=definition.cycle)
        self._check_date(change.cycle.start, definition, date.min)
        if change.target and (problem := target_problem(definition.direction, change.target)):
            raise Refusal(problem, kpi=definition.name)
        targets = self.department.targets.get(change.kpi_id, ())
        before = next((each.target for each in targets if each.period_start == change.cycle.start), None)
        if change.target == before:
            raise Refusal("nothing_changed", kpi=definition.name)
        return Outcome(target=PeriodTargetChange(version, change.cycle, before, change.target))

    def _alive(self, kpi_id: int) -> KpiVersion:
        found = _known(self.department, kpi_id)
        if found.retired:
            raise Refusal("kpi_retired", kpi=found.definition.name)
        return found

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

    def _next(
        self, previous: KpiVersion, definition: Definition, in_force: date, *, retired: bool = False
    ) -> KpiVersion:
        self._check_date(in_force, previous.definition, previous.in_force)
        number = previous.number + 1
        return KpiVersion(
            UNWRITTEN, previous.kpi, number, in_force, definition, self.reason, self.author_id, retired=retired
        )

    def _check_date(self, begins: date, definition: Definition, after: date) -> None:
        # Cycles that are over are scored by what was agreed for them, for ever.
        first = max(Period.holding(self.today, definition.cycle).start, after)
        if begins < first:
            raise Refusal("in_force_past", first=first)

    def _check_cycles(self, previous: KpiVersion, definition: Definition, in_force: date) -> None:
        """A target of one month must not become that of the quarter which begins on the same day."""
        since = Period.holding(in_force, definition.cycle).start
        agreed = self.department.targets.get(previous.kpi.id, ())
        if definition.cycle is not previous.definition.cycle and any(each.period_start >= since for each in agreed):
            raise Refusal("cycle_targets", kpi=definition.name)

    def _version_in(self, kpi_id: int, cycle: Period) -> KpiVersion:
        self._alive(kpi_id)
        versions = sorted(self.department.kpis[kpi_id], key=lambda version: (version.in_force, version.number))
        return next((each for each in reversed(versions) if each.in_force <= cycle.last_day), versions[0])


def _known(department: Department, kpi_id: int) -> KpiVersion:
    if kpi_id not in department.kpis:
        raise Refusal("unknown_kpi", id=kpi_id)
    return standing(department.kpis[kpi_id])


def _weighing(version: KpiVersion, weight: Decimal) -> Definition:
    return replace(version.definition, weight=weight)
