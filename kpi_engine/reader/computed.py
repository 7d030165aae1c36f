"""What is computed from KPIs by formulas, and what is touched there when something of them is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TypeVar

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.formula.compute import operands
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiVersionRow

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
    every = load.versions(scope, KpiVersionRow.expression != "").values()
    formulas = [version for versions in every for version in versions]
    spread = dict(touched)
    for _ in formulas:
        for version in formulas:
            for id in operands(version.definition.expression) & spread.keys():
                reached, kpi_id = through(version, spread[id]), version.kpi.id
                spread[kpi_id] = join(spread[kpi_id], reached) if kpi_id in spread else reached
    return spread
