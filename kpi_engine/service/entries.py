"""What an entry must be before it is recorded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.commands import Entry
from kpi_engine.errors import Refusal
from kpi_engine.measure.exact import DIGITS
from kpi_engine.measure.values.slots import version_in
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.kpi import Definition, KpiVersion, UnitKind
from kpi_engine.service import tidy
from kpi_engine.store.work import Work

PLACES = 60
"""Digits behind it: a third, kept to 28 digits, may begin far behind the point."""


def checked(entry: Entry, definition: Definition, work: Work) -> Entry:
    """The entry with tidy words.

    Refusals: kpi_computed(kpi), reading_missing(kpi), reading_superfluous(kpi), text_too_long, and those of period
    and reading.
    """
    check_entered(definition)
    check_period(entry.period, definition, work.today, work.calendar)
    if entry.state is ActualState.OK and entry.reading is None:
        raise Refusal("reading_missing", kpi=definition.name)
    if entry.state is not ActualState.OK and entry.reading is not None:
        raise Refusal("reading_superfluous", kpi=definition.name)
    if entry.reading is not None:
        check_reading(entry.reading, definition)
    note, evidence, reason = map(tidy.remark, (entry.note, entry.evidence, entry.reason))
    return replace(entry, note=note, evidence=evidence, reason=reason)


def check_entered(definition: Definition) -> None:
    """Refusal("kpi_computed", kpi) where nobody enters values."""
    if definition.expression:
        raise Refusal("kpi_computed", kpi=definition.name)


def check_period(period: Period, definition: Definition, today: date, calendar: Calendar) -> None:
    """Refusal("wrong_period", kpi, kind) or ("period_future", kpi)."""
    if period != calendar.holding(period.start, definition.frequency):
        raise Refusal("wrong_period", kpi=definition.name, kind=definition.frequency)
    if period.start > today:
        raise Refusal("period_future", kpi=definition.name)


def check_past(period: Period, definition: Definition, today: date, calendar: Calendar) -> None:
    """The same for what is known of the time before a KPI: it may be of a whole cycle that is over."""
    if period.kind is not definition.cycle:
        check_period(period, definition, today, calendar)
    elif period != calendar.holding(period.start, definition.cycle):
        raise Refusal("wrong_period", kpi=definition.name, kind=definition.cycle)
    elif period.end > today:
        raise Refusal("period_future", kpi=definition.name)


def check_reading(reading: Reading, definition: Definition) -> None:
    """Refusals (each with the kpi): value_out_of_bounds, not_yes_or_no, ratio_incomplete, denominator_zero,
    share_negative.
    """
    parts = (reading.value, reading.numerator, reading.denominator)
    if not all(_is_sane(part) for part in parts if part is not None):
        raise Refusal("value_out_of_bounds", kpi=definition.name)
    if definition.unit.kind is UnitKind.YESNO and reading.value not in (0, 1):
        raise Refusal("not_yes_or_no", kpi=definition.name)
    if (reading.numerator is None) != (reading.denominator is None):
        raise Refusal("ratio_incomplete", kpi=definition.name)
    if reading.denominator == 0:
        raise Refusal("denominator_zero", kpi=definition.name)
    if definition.unit.kind is UnitKind.PERCENT and reading.denominator is not None and reading.value < 0:
        raise Refusal("share_negative", kpi=definition.name)


def version_for(versions: Sequence[KpiVersion], period: Period, calendar: Calendar) -> KpiVersion:
    """The version by which a value of that period is read (before the first one, the first).

    Refusal("kpi_retired", kpi) where there is none any more.
    """
    if found := version_in(versions, period, calendar):
        return found
    first = min(versions, key=lambda version: (version.in_force, version.number))
    if period.middle < first.in_force:
        return first
    raise Refusal("kpi_retired", kpi=first.definition.name)


def check_once(entries: Collection[Entry], versions: dict[int, tuple[KpiVersion, ...]]) -> None:
    """Refusal("entered_twice", kpi) where one message has two values for one place."""
    seen: set[tuple[int, Period]] = set()
    for entry in entries:
        if (entry.kpi_id, entry.period) in seen:
            raise Refusal("entered_twice", kpi=versions[entry.kpi_id][-1].definition.name)
        seen.add((entry.kpi_id, entry.period))


def _is_sane(value: Decimal) -> bool:
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    return value.adjusted() < DIGITS and isinstance(exponent, int) and exponent >= -PLACES
