"""KPIs and actuals in a few words, for tests of the score."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import read_period
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.values.source import Book
from kpi_engine.model.actual import Actual, ActualState, Reading
from kpi_engine.model.kpi import (
    Aggregation,
    Definition,
    Direction,
    Kpi,
    KpiVersion,
    PeriodTarget,
    Perspective,
    Target,
    Unit,
    UnitKind,
)
from kpi_engine.model.name import Name

TODAY = date(2026, 11, 23)
WEEKDAYS = Calendar()
BOOK = Book(TODAY, WEEKDAYS)
"""Without formulas."""
CALLS = Definition(
    name=Name("Calls", "电话"),
    unit=Unit(UnitKind.COUNT),
    direction=Direction.HIGHER,
    aggregation=Aggregation.SUM,
    frequency=PeriodKind.MONTH,
    cycle=PeriodKind.MONTH,
    perspective=Perspective.CUSTOMER,
    weight=Decimal(40),
    target=Target(Decimal(100)),
    owner_id=1,
)


def target(value: str, *, upper: str | None = None, threshold: str | None = None, stretch: str | None = None) -> Target:
    """A target of numbers as written."""
    levels = [None if level is None else Decimal(level) for level in (upper, threshold, stretch)]
    return Target(Decimal(value), *levels)


def version(
    in_force: str = "2026-01-01",
    *,
    number: int = 1,
    kpi: Kpi | None = None,
    retired: bool = False,
    **changes: object,
) -> KpiVersion:
    """A version of the calls KPI, or of what the changes make of it."""
    definition = replace(CALLS, **changes)  # type: ignore[arg-type]  # the names are the definition's
    kpi = kpi or Kpi(1, department_id=1)
    return KpiVersion(kpi.id * 100 + number, kpi, number, date.fromisoformat(in_force), definition, "", 1, retired)


def period(text: str) -> Period:
    """The period of that code."""
    found = read_period(text, TODAY)
    assert found is not None
    return found


def actual(code: str, value: str | ActualState, *, kpi_id: int = 1) -> Actual:
    """The value of a period: a number, `45/50`, or why there is none."""
    state = value if isinstance(value, ActualState) else ActualState.OK
    reading = None if isinstance(value, ActualState) else read(value)
    at = datetime(2026, 11, 23, tzinfo=UTC)
    return Actual(1, kpi_id, period(code), state, reading, author_id=1, entered_at=at)


def read(text: str) -> Reading:
    """A reading: a number, or a quotient with its parts."""
    if "/" not in text:
        return Reading(Decimal(text))
    numerator, denominator = map(Decimal, text.split("/"))
    return Reading(numerator / denominator, numerator, denominator)


def agreed(start: str, level: Target, *, kpi_id: int = 1, kind: PeriodKind = PeriodKind.MONTH) -> PeriodTarget:
    """A target for one cycle in particular."""
    return PeriodTarget(kpi_id, Period(date.fromisoformat(start), kind), level)
