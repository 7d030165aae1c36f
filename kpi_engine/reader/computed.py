"""What is computed from KPIs by formulas, and what is touched there when something of them is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.formula.compute import operands
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.store import load
from kpi_engine.store.load import Versions
from kpi_engine.store.scope import Scope

T = TypeVar("T")


def entries_touched(
    scope: Scope, entered: Mapping[int, Collection[Period]], calendar: Calendar
) -> Mapping[int, Collection[Period]]:
    """These entry periods of the KPIs, and those of what is computed from them."""

    def of_formula(version: KpiVersion, periods: Collection[Period]) -> Collection[Period]:
        kind = version.definition.frequency
        return {calendar.holding(period.middle, kind) for period in periods}

    return _spread(scope, entered, of_formula, lambda one, other: {*one, *other})


def touched_since(scope: Scope, since: Mapping[int, date], calendar: Calendar) -> Mapping[int, date]:
    """The days since which these KPIs are touched, and what is computed from them.

    A formula's entry period that holds the day is computed anew as a whole.
    """

    def of_formula(version: KpiVersion, day: date) -> date:
        return calendar.holding(day, version.definition.frequency).start

    return _spread(scope, since, of_formula, min)


def _spread(
    scope: Scope, touched: Mapping[int, T], through: Callable[[KpiVersion, T], T], join: Callable[[T, T], T]
) -> Mapping[int, T]:
    """Goes on from what was touched to what is computed from it, then from that, until nothing more is."""
    formulas = _by_operand(load.computed(scope))
    spread, news = dict(touched), dict(touched)
    for _ in formulas:
        # No chain has more links than there are operands; formulas of different times may lead in a circle.
        found: dict[int, T] = {}
        for id, reached in news.items():
            for version in formulas.get(id, ()):
                _add(found, version.kpi.id, through(version, reached), join)
        news = {id: spread[id] for id, reached in found.items() if _add(spread, id, reached, join)}
    return spread


def _by_operand(versions: Versions) -> Mapping[int, Sequence[KpiVersion]]:
    """The formulas in which a KPI is, by its id."""
    found: dict[int, list[KpiVersion]] = defaultdict(list)
    for version in (version for each in versions.values() for version in each):
        for id in operands(version.definition.expression):
            found[id].append(version)
    return found


def _add(found: dict[int, T], id: int, reached: T, join: Callable[[T, T], T]) -> bool:
    """Whether more is touched of the KPI than before."""
    before = found.get(id)
    found[id] = reached if before is None else join(before, reached)
    return found[id] != before
