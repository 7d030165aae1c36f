"""What is measured: a KPI with its record, and the book in which all KPIs stand that a formula may name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.formula.compute import operands
from kpi_engine.model.actual import ActualState, Scorable
from kpi_engine.model.kpi import KpiVersion, PeriodTarget


@dataclass(frozen=True, slots=True)
class Source:
    """A KPI with its record and the targets of single cycles; of a person's own, when the person is there."""

    versions: Sequence[KpiVersion]
    actuals: Sequence[Scorable] = ()
    targets: Sequence[PeriodTarget] = ()
    presence: Presence = ALWAYS
    known: Mapping[Period, Scorable] = field(init=False, compare=False, repr=False)
    """What stands for each period, a reason for no value among it."""

    def __post_init__(self) -> None:
        standing = (line for line in self.actuals if line.current and line.state is not ActualState.WITHDRAWN)
        object.__setattr__(self, "known", {line.period: line for line in standing})

    @property
    def operands(self) -> frozenset[int]:
        """The KPIs that it is computed from, or was."""
        expressions = {version.definition.expression for version in self.versions}
        return frozenset(id for expression in expressions for id in operands(expression))


@dataclass(frozen=True, slots=True)
class Book:
    """The day on which one looks, the company's calendar, and the KPIs that formulas name, by their ids."""

    today: date
    calendar: Calendar
    sources: Mapping[int, Source] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    """Those that are being computed from others now."""

    def source(self, kpi_id: int) -> Source | None:
        """The records of that KPI; None of one that is left out."""
        return None if kpi_id in self.left_out else self.sources.get(kpi_id)

    def without(self, kpi_id: int) -> Book:
        """The same for the operands of that KPI: nothing is computed from itself."""
        return replace(self, left_out=self.left_out | {kpi_id})
