"""What a company has agreed about totals, from a day on: as of a KPI, earlier periods keep what was agreed then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias, TypeVar

from kpi_engine.calendar.period import Period
from kpi_engine.model.total import Gating, Grading, TeamShare

Terms: TypeAlias = Grading | Gating | TeamShare
T = TypeVar("T", Grading, Gating, TeamShare)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Terms in force from a date on, until others of the same kind are."""

    id: int
    department_id: int | None
    """Whose terms they are; None: the company's."""
    terms: Terms
    in_force: date
    reason: str
    author_id: int


@dataclass(frozen=True, slots=True)
class Agreements:
    """Everything that was agreed, in the order in which it comes into force; of one day, the last word last.

    A period has the terms in force on its last day: one total is made by one set of rules.
    """

    every: tuple[Agreement, ...] = ()

    def grading(self, period: Period) -> Grading:
        """The company's grades and limits; the usual ones where it has agreed none."""
        return self._terms(Grading(), None, period)

    def gating(self, period: Period) -> Gating:
        """The gates and tables of all departments."""
        found = [self._terms(Gating(), id, period) for id in dict.fromkeys(each.department_id for each in self.every)]
        gates = tuple(gate for each in found for gate in each.gates)
        return Gating(gates, tuple(table for each in found for table in each.tables))

    def team_shares(self, period: Period, department_ids: Iterable[int]) -> dict[int, Decimal]:
        """The team's share in each of these departments: its own, or the company's."""
        companys = TeamShare(self.team_share(period))
        return {id: self._terms(companys, id, period).share for id in department_ids}

    def team_share(self, period: Period) -> Decimal:
        """The company's."""
        return self._terms(TeamShare(), None, period).share

    def history(self, kind: type[Terms], department_id: int | None) -> tuple[Agreement, ...]:
        """What was agreed of that kind in a department, or for the company; what stands is the last."""
        these = (each for each in self.every if each.department_id == department_id)
        return tuple(each for each in these if isinstance(each.terms, kind))

    def _terms(self, otherwise: T, department_id: int | None, period: Period) -> T:
        kind, found = type(otherwise), otherwise
        for each in self.history(kind, department_id):
            if isinstance(each.terms, kind) and each.in_force <= period.last_day:
                found = each.terms
        return found
