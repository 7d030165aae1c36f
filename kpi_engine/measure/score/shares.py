"""How much of which target counts in a period: what was agreed for the cycles that it touches, by version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import TypeAlias

from kpi_engine.calendar.due import entry_periods
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.presence import ALWAYS, days_that_count
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.exact import decimal_of
from kpi_engine.measure.values.slots import Slot, in_order, rule_of
from kpi_engine.measure.values.source import Source
from kpi_engine.model.kpi import Aggregation, KpiVersion, Target
from kpi_engine.model.score import TargetShare

Agreed: TypeAlias = Mapping[Period, Target]
"""Targets of single cycles."""


@dataclass(frozen=True, slots=True)
class _Term:
    """Entry periods of one cycle that one version's target is for, or a part of one."""

    version: KpiVersion
    cycle: Period
    target: Target
    counted: Fraction
    days: tuple[int, int] | None = None


def target_shares(source: Source, slots: Sequence[Slot], calendar: Calendar) -> tuple[TargetShare, ...]:
    """One share for each target and cycle: how many of the cycle's entry periods are among the slots.

    A target counts for an entry period by the working days on which it is in force, and, where the KPI is somebody's,
    on which they are there. Where the last value stands for all, only that one's target counts.
    """
    if slots and slots[-1].version.definition.aggregation is Aggregation.LAST:
        slots = slots[-1:]
    agreed = {target.cycle: target.target for target in source.targets}
    terms = (
        term for cycle, group in _by_cycle(slots, calendar) for term in _terms(source, cycle, group, agreed, calendar)
    )
    alike = groupby(terms, key=lambda term: (term.cycle, term.target))
    return tuple(_share(list(each), calendar) for _, each in alike)


def _by_cycle(slots: Iterable[Slot], calendar: Calendar) -> list[tuple[Period, list[Slot]]]:
    """Slots of one version and cycle that follow each other."""
    groups: list[tuple[Period, list[Slot]]] = []
    last, end = None, date.min
    for slot in slots:
        middle = slot.period.middle
        if slot.version is not last or middle >= end:
            cycle = calendar.holding(middle, slot.version.definition.cycle)
            groups.append((cycle, []))
            last, end = slot.version, cycle.end
        groups[-1][1].append(slot)
    return groups


def _terms(source: Source, cycle: Period, group: Sequence[Slot], agreed: Agreed, calendar: Calendar) -> Iterator[_Term]:
    version, begin, end = group[0].version, group[0].period.start, group[-1].period.end
    if source.presence == ALWAYS and not any(begin < each.in_force < end for each in source.versions):
        target = agreed.get(cycle, version.definition.target)
        yield _Term(version, cycle, target, Fraction(len(group)))
        return
    ordered = in_order(source.versions)
    for slot in group:
        yield from _by_days(source, ordered, slot, agreed, calendar)


def _by_days(
    source: Source, ordered: Sequence[KpiVersion], slot: Slot, agreed: Agreed, calendar: Calendar
) -> Iterator[_Term]:
    """The targets that hold in an entry period, in the order in which they do."""
    every = days_that_count(slot.period, calendar)
    held: dict[tuple[Period, Target], tuple[KpiVersion, int]] = {}
    for day in filter(source.presence.holds, every):
        version = _in_force(ordered, slot, day, calendar)
        cycle = calendar.holding(slot.period.middle, version.definition.cycle)
        key = cycle, agreed.get(cycle, version.definition.target)
        first, days = held.get(key, (version, 0))
        held[key] = first, days + 1
    for (cycle, target), (version, days) in held.items():
        part = None if days == len(every) else (days, len(every))
        yield _Term(version, cycle, target, Fraction(days, len(every)), part)


def _in_force(ordered: Sequence[KpiVersion], slot: Slot, day: date, calendar: Calendar) -> KpiVersion:
    """The version whose target holds on a day: the slot's own, unless another one of the same rule is in force.

    Days of a week outside the cycle in which it counts are the slot's own: what is agreed from the first of a month on
    is agreed for all that counts in it.
    """
    latest = next((version for version in reversed(ordered) if version.in_force <= day), None)
    if latest is None or latest.retired or rule_of(latest) != rule_of(slot.version):
        return slot.version
    return latest if day in calendar.holding(slot.period.middle, latest.definition.cycle) else slot.version


def _share(terms: Sequence[_Term], calendar: Calendar) -> TargetShare:
    first = terms[0]
    counted = decimal_of(sum((term.counted for term in terms), Fraction(0)))
    of = len(entry_periods(first.version.definition.frequency, first.cycle, calendar))
    return TargetShare(first.version, first.cycle, first.target, counted, of, first.days if len(terms) == 1 else None)
