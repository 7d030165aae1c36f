"""What a change is worked out from, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.change import AddKpi, Change, RetireKpi, ReviseKpi, SetPeriodTarget, SetWeights
from kpi_engine.model.kpi import Definition, Kpi, KpiVersion, PeriodTarget, Target

UNWRITTEN = 0
"""The id of a version, or of a KPI, that is in no record yet."""


@dataclass(frozen=True, slots=True)
class Department:
    """What a department has agreed so far: the versions of each KPI, and the targets of single cycles."""

    id: int
    kpis: Mapping[int, Sequence[KpiVersion]]
    targets: Mapping[int, Sequence[PeriodTarget]]
    alive: Mapping[int, KpiVersion]
    """The standing versions in the whole company: what formulas may name."""
    calendar: Calendar

    def known(self, kpi_id: int) -> KpiVersion:
        """The standing version of one of its KPIs; Refusal("unknown_kpi")."""
        if kpi_id not in self.kpis:
            raise Refusal("unknown_kpi", id=kpi_id)
        return standing(self.kpis[kpi_id])

    def going_on(self, kpi_id: int) -> KpiVersion:
        """The same of one that does not end; Refusal("kpi_retired", kpi)."""
        found = self.known(kpi_id)
        if found.retired:
            raise Refusal("kpi_retired", kpi=found.definition.name)
        return found

    def about(self, change: Change) -> Kpi:
        """The KPI that is changed, or the first one of the set; Refusal("unknown_kpi")."""
        match change:
            case AddKpi(kpi=new):
                return Kpi(UNWRITTEN, self.id, new.person_id)
            case SetWeights(weights=weights):
                return self.known(weights[0][0]).kpi
            case ReviseKpi(kpi_id=kpi_id) | RetireKpi(kpi_id=kpi_id) | SetPeriodTarget(kpi_id=kpi_id):
                return self.known(kpi_id).kpi


@dataclass(frozen=True, slots=True)
class PeriodTargetChange:
    """A target of one cycle: before, and from now on. None of its own: the version's."""

    version: KpiVersion
    """In force in the cycle."""
    cycle: Period
    before: Target | None
    after: Target | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would be written: versions, each after the one it takes over from; or the target of one cycle."""

    versions: tuple[KpiVersion, ...] = ()
    previous: tuple[KpiVersion, ...] = ()
    """In the same order; a new KPI has none and comes last."""
    target: PeriodTargetChange | None = None

    @property
    def kpis(self) -> frozenset[Kpi]:
        """Those that would not be the same."""
        every = (*self.versions, self.target.version) if self.target else self.versions
        return frozenset(version.kpi for version in every)

    def definitions(self, alive: Mapping[int, KpiVersion]) -> dict[int, Definition]:
        """What would stand then, of these and of the versions that stand now."""
        now = dict(alive) | {version.kpi.id: version for version in self.versions}
        return {id: version.definition for id, version in now.items() if not version.retired}
