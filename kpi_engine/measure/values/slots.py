"""Which entry periods of a longer period are measured, and by which version of the KPI."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from kpi_engine.calendar.due import every_period
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import ALWAYS
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.kpi import Aggregation, Direction, KpiVersion, UnitKind

Rule: TypeAlias = tuple[PeriodKind, Aggregation, Direction, UnitKind, str]

_OVERLAP = timedelta(days=7)
"""The last week that counts in a period may end after it, the first begin before it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An entry period and the version in force in it."""

    period: Period
    version: KpiVersion


def version_in(versions: Sequence[KpiVersion], entry: Period, calendar: Calendar) -> KpiVersion | None:
    """The version in force on the entry period's middle day, which decides how it is measured.

    The entry period in which a KPI begins is the first version's even if its middle has passed, as long as it
    counts in the cycle in which the KPI begins: its value is entered as a whole, and what is entered must
    count. (A week that counts in the month before stays out.) None before that, and once the KPI is retired.
    """
    return _in_force(in_order(versions), entry, calendar)


def in_order(versions: Sequence[KpiVersion]) -> list[KpiVersion]:
    """By the day from which they are in force; of two the later one holds."""
    return sorted(versions, key=lambda version: (version.in_force, version.number))


def decides_since(version: KpiVersion, calendar: Calendar) -> date:
    """The first day on whose account anything is measured by the version.

    It has its part in the target of the entry period in which it begins, which counts by its middle day.
    """
    entry = calendar.holding(version.in_force, version.definition.frequency)
    return min(version.in_force, entry.middle) if _begins_in(version, entry, calendar) else version.in_force


def owed_since(versions: Sequence[KpiVersion]) -> date:
    """The first day of which a value is owed: from the day on which the KPI was put in force.

    One that is published in the middle of its cycle measures all of that; what had ended by then may be entered, and
    counts, but nobody owes it.
    """
    first = min(versions, key=lambda version: version.number)
    return max(first.in_force, first.published)


def slots(source: Source, inside: Period, book: Book) -> tuple[Slot, ...]:
    """The entry periods that count in `inside`, oldest first, free days among them.

    A change of frequency, aggregation, direction, unit or formula begins a new series. What was entered by another
    rule than that of the last slot begun by today is left out, as the two cannot be put together. Where it is a
    person's, none in which they are not there at all.
    """
    every = _every_slot(in_order(source.versions), inside, book.calendar)
    if source.presence != ALWAYS:
        every = [slot for slot in every if source.presence.part(slot.period, book.calendar)]
    return same_rule(every, book.today)


def same_rule(every: Sequence[Slot], today: date) -> tuple[Slot, ...]:
    """The slots of the rule that holds today."""
    if not every:
        return ()
    rule = rule_of(last_begun(every, today).version)
    versions = {slot.version.id: slot.version for slot in every}
    others = {id for id, version in versions.items() if rule_of(version) != rule}
    return tuple(slot for slot in every if slot.version.id not in others) if others else tuple(every)


def last_begun(slots: Sequence[Slot], today: date) -> Slot:
    """The slot that today is in, or the last one before; the first where none has begun."""
    return next((slot for slot in reversed(slots) if slot.period.start <= today), slots[0])


def rule_of(version: KpiVersion) -> Rule:
    """What two versions must have in common for their values to be put together."""
    definition = version.definition
    return (
        definition.frequency,
        definition.aggregation,
        definition.direction,
        definition.unit.kind,
        definition.expression,
    )


def _every_slot(ordered: Sequence[KpiVersion], inside: Period, calendar: Calendar) -> list[Slot]:
    if ordered and inside.end + _OVERLAP <= ordered[0].in_force:
        return []
    if ordered and ordered[-1].in_force <= inside.start - _OVERLAP:
        return _slots_of(ordered[-1], inside, calendar)
    frequencies = {version.definition.frequency for version in ordered}
    found = [
        Slot(entry, version)
        for frequency in frequencies
        for entry in every_period(frequency, inside, calendar)
        if (version := _in_force(ordered, entry, calendar)) and version.definition.frequency is frequency
    ]
    return sorted(found, key=lambda slot: slot.period) if len(frequencies) > 1 else found


def _slots_of(version: KpiVersion, inside: Period, calendar: Calendar) -> list[Slot]:
    """Those of a version that was in force before."""
    entries = () if version.retired else every_period(version.definition.frequency, inside, calendar)
    return [Slot(entry, version) for entry in entries]


def _in_force(ordered: Sequence[KpiVersion], entry: Period, calendar: Calendar) -> KpiVersion | None:
    if ordered and ordered[-1].in_force <= entry.start:
        return None if ordered[-1].retired else ordered[-1]
    begins = bool(ordered) and _begins_in(ordered[0], entry, calendar)
    day = max(entry.middle, ordered[0].in_force) if begins else entry.middle
    latest = next((version for version in reversed(ordered) if version.in_force <= day), None)
    return None if latest is None or latest.retired else latest


def _begins_in(first: KpiVersion, entry: Period, calendar: Calendar) -> bool:
    if first.in_force not in entry:
        return False
    return entry.middle in calendar.holding(first.in_force, first.definition.cycle)
