"""The whole score once more, as plainly as can be: days, loops and fractions, nothing from the engine's measure.

Everything is recomputed from lists of records: versions, targets of periods, actuals, departments, people. A
period is the list of its days, named by what a person would call it: (2026, week 47), (2026, quarter 4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.actual import Actual, ActualState, Reading
from kpi_engine.model.company import Department, Person
from kpi_engine.model.kpi import Aggregation, Definition, Kpi, KpiVersion, PeriodTarget, Target
from tests.kpi_engine.naive_points import Levels, score_of

Days: TypeAlias = tuple[date, ...]


class Records:
    """The records of a company, on the day they are looked at."""

    def __init__(
        self,
        versions: Iterable[KpiVersion],
        period_targets: Iterable[PeriodTarget],
        actuals: Iterable[Actual],
        is_working: Callable[[date], bool],
        today: date,
        is_there: Callable[[int, date], bool] = lambda person_id, day: True,
    ) -> None:
        self.versions = list(versions)
        self.period_targets = list(period_targets)
        self.values = {
            (actual.kpi_id, days_of(actual.period)): actual.reading
            for actual in actuals
            if actual.current and actual.state is ActualState.OK
        }
        self.is_working = is_working
        self.today = today
        self.is_there = is_there


def company_score(records: Records, departments: Iterable[Department], period: Period) -> Fraction | None:
    """Mean of the departments' scores."""
    return mean([(Fraction(1), department_score(records, one.id, period)) for one in departments])


def person_score(
    records: Records, person: Person, period: Period, team_shares: Mapping[int, Decimal] = MappingProxyType({})
) -> Fraction | None:
    """Mean over the hats by time: in each the own KPIs and the team's share of the department's score; or that alone,
    where there are none.
    """
    parts = []
    for hat in person.positions:
        own = [
            (weight, score)
            for kpi, weight, score in kpi_scores(records, period)
            if kpi.department_id == hat.department_id and kpi.person_id == person.id
        ]
        team = Fraction(team_shares.get(hat.department_id, 0)) if own else Fraction(1)
        parts.append((Fraction(hat.share) * (1 - team), mean(own)))
        parts.append((Fraction(hat.share) * team, department_score(records, hat.department_id, period)))
    return mean(parts)


def department_score(records: Records, department_id: int, period: Period) -> Fraction | None:
    """Weighted mean over the department's KPIs that have a score."""
    return mean(
        [
            (weight, score)
            for kpi, weight, score in kpi_scores(records, period)
            if kpi.department_id == department_id and kpi.person_id is None
        ]
    )


def kpi_scores(records: Records, period: Period) -> list[tuple[Kpi, Fraction, Fraction | None]]:
    """Each KPI measured in the period with its weight and its score, if it has one."""
    found = []
    for kpi in dict.fromkeys(version.kpi for version in records.versions):
        line = kpi_score(records, kpi.id, period)
        if line is not None:
            found.append((kpi, *line))
    return found


def kpi_score(records: Records, kpi_id: int, period: Period) -> tuple[Fraction, Fraction | None] | None:
    """Weight and score; None if it is not measured in the period: what is entered by the week says nothing of a day."""
    inside = days_of(period)
    entries = []
    for version in [one for one in records.versions if one.kpi.id == kpi_id]:
        for entry in split(widened(inside), version.definition.frequency):
            if (
                len(entry) <= len(inside)
                and middle(entry) in inside
                and version_of(records, kpi_id, entry) == version
                and there(records, version, entry)
            ):
                entries.append((entry, version))
    entries.sort(key=lambda one: (one[0][0], len(one[0])))
    return weight_and_score(records, kpi_id, entries) if entries else None


Entries: TypeAlias = list[tuple[Days, KpiVersion]]


def weight_and_score(records: Records, kpi_id: int, entries: Entries) -> tuple[Fraction, Fraction | None] | None:
    """Values of working days count towards the target; a value of a free day only towards the actual."""
    expected = [one for one in entries if any(records.is_working(day) for day in one[0])]
    now = version_now(entries, records.today)
    assert now is not None
    expected = [one for one in expected if rule(one[1].definition) == rule(now.definition)]
    version = version_now(expected, records.today)
    if version is None:
        return None
    readings, counted = [], []
    for entry, own in entries:
        reading = records.values.get((kpi_id, entry))
        if rule(own.definition) == rule(now.definition) and reading is not None:
            readings.append(reading)
            if (entry, own) in expected:
                counted.append((entry, own))
    weight = Fraction(version.definition.weight)
    if not counted:
        return weight, None
    how = version.definition.aggregation
    levels = target_of(records, kpi_id, how, counted)
    part, cycles = extent_of(records, how, counted)
    agreed_on = version.definition
    return weight, score_of(agreed_on.direction, levels, agreed_on.scoring, aggregated(how, readings), part, cycles)


def extent_of(records: Records, how: Aggregation, counted: Entries) -> tuple[Fraction, int]:
    """How much of how many cycles a sum or a count is of: each counted entry period is its part of one."""
    if how not in (Aggregation.SUM, Aggregation.COUNT):
        return Fraction(1), 1
    parts, cycles = Fraction(0), set()
    for entry, own in counted:
        for part, version in days_held(records, entry, own):
            cycle = days_like(middle(entry), version.definition.cycle)
            parts += part / len(entries_in(records, cycle, version))
            cycles.add(cycle)
    return parts, len(cycles)


def entries_in(records: Records, cycle: Days, version: KpiVersion) -> list[Days]:
    """The entry periods of a cycle, without free days."""
    return [
        one
        for one in split(widened(cycle), version.definition.frequency)
        if middle(one) in cycle and any(records.is_working(day) for day in one)
    ]


def target_of(records: Records, kpi_id: int, how: Aggregation, counted: Entries) -> Levels:
    """For each day that counts its cycle's target: as a part of it, on the average, or that of the last entry period."""
    each = []
    for entry, own in counted[-1:] if how is Aggregation.LAST else counted:
        for part, version in days_held(records, entry, own):
            cycle = days_like(middle(entry), version.definition.cycle)
            whole = len(entries_in(records, cycle, version))
            each.append((levels_of(agreed(records, kpi_id, version, cycle)), whole, part))
    parts = sum(part for _, _, part in each)

    def combined(number: int) -> Fraction | None:
        total = Fraction(0)
        for levels, of, part in each:
            level = levels[number]
            if level is None:
                return None
            total += level * part / (of if how in (Aggregation.SUM, Aggregation.COUNT) else parts)
        return total

    target = combined(0)
    assert target is not None
    return target, combined(1), combined(2), combined(3)


def days_held(records: Records, entry: Days, own: KpiVersion) -> list[tuple[Fraction, KpiVersion]]:
    """Each day that counts, as its part of the entry period, and the version whose target it has.

    Its own, or one of the same rule that is in force that day, if the day is in the cycle that the entry period is of.
    """
    days = [day for day in entry if records.is_working(day)] or list(entry)
    found = []
    for day in days:
        if own.kpi.person_id is None or records.is_there(own.kpi.person_id, day):
            begun = [one for one in versions_of(records, own.kpi.id) if one.in_force <= day]
            holds = (
                begun
                and not begun[-1].retired
                and rule(begun[-1].definition) == rule(own.definition)
                and day in days_like(middle(entry), begun[-1].definition.cycle)
            )
            found.append((Fraction(1, len(days)), begun[-1] if holds else own))
    return found


def there(records: Records, version: KpiVersion, entry: Days) -> Fraction:
    """The part of the working days on which the person is there whose KPI it is."""
    days = [day for day in entry if records.is_working(day)] or list(entry)
    person = version.kpi.person_id
    return Fraction(len([day for day in days if person is None or records.is_there(person, day)]), len(days))


def aggregated(how: Aggregation, readings: Sequence[Reading]) -> Fraction:
    values = [exact(reading) for reading in readings]
    if how is Aggregation.SUM:
        return sum(values, Fraction(0))
    if how is Aggregation.LAST:
        return values[-1]
    if how in (Aggregation.MIN, Aggregation.MAX):
        return sorted(values)[0 if how is Aggregation.MIN else -1]
    if how is Aggregation.COUNT:
        return Fraction(len([value for value in values if value != 0]))
    if how in (Aggregation.RATIO, Aggregation.WEIGHTED) and all(
        reading.denominator is not None for reading in readings
    ):
        above = sum((Fraction(reading.numerator or 0) for reading in readings), Fraction(0))
        below = sum((Fraction(reading.denominator or 0) for reading in readings), Fraction(0))
        if below:
            return above / below
    return sum(values, Fraction(0)) / len(values)


def exact(reading: Reading) -> Fraction:
    if reading.numerator is not None and reading.denominator:
        return Fraction(reading.numerator) / Fraction(reading.denominator)
    return Fraction(reading.value)


def mean(parts: Sequence[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """Weighted; what has no value is left out."""
    above, below = Fraction(0), Fraction(0)
    for weight, value in parts:
        if value is not None:
            above += weight * value
            below += weight
    return above / below if below else None


def agreed(records: Records, kpi_id: int, version: KpiVersion, cycle: Days) -> Target:
    kind = version.definition.cycle
    for own in records.period_targets:
        if own.kpi_id == kpi_id and own.cycle.kind is kind and own.cycle.start == cycle[0]:
            return own.target
    return version.definition.target


def levels_of(target: Target) -> Levels:
    others = [None if one is None else Fraction(one) for one in (target.upper, target.threshold, target.stretch)]
    return Fraction(target.value), others[0], others[1], others[2]


def version_of(records: Records, kpi_id: int, entry: Days) -> KpiVersion | None:
    """In force on the middle day; the first one also where it begins later in that entry period and its cycle."""
    versions = versions_of(records, kpi_id)
    first, day = versions[0], middle(entry)
    if first.in_force in entry and day in days_like(first.in_force, first.definition.cycle):
        day = max(day, first.in_force)
    begun = [one for one in versions if one.in_force <= day]
    return begun[-1] if begun and not begun[-1].retired else None


def versions_of(records: Records, kpi_id: int) -> list[KpiVersion]:
    own = [one for one in records.versions if one.kpi.id == kpi_id]
    return sorted(own, key=lambda one: (one.in_force, one.number))


def version_now(entries: Entries, today: date) -> KpiVersion | None:
    begun = [version for entry, version in entries if entry[0] <= today]
    return begun[-1] if begun else entries[0][1] if entries else None


def rule(definition: Definition) -> object:
    return definition.frequency, definition.aggregation, definition.direction, definition.unit.kind


def middle(days: Days) -> date:
    return days[(len(days) - 1) // 2]


def days_of(period: Period) -> Days:
    return days_like(period.start, period.kind)


@cache
def days_like(day: date, kind: PeriodKind) -> Days:
    """All days that have the same name as this one."""
    around = [day + timedelta(days=distance) for distance in range(-370, 371)]
    return tuple(one for one in around if NAMES[kind](one) == NAMES[kind](day))


def widened(days: Days) -> Days:
    """With what lies around, so that a week at the edge is whole."""
    return tuple(days[0] + timedelta(days=distance) for distance in range(-10, len(days) + 10))


@cache
def split(days: Days, kind: PeriodKind) -> tuple[Days, ...]:
    """The days put together by name; what is cut at the edge of the days is left out."""
    groups: dict[object, list[date]] = {}
    for day in days:
        groups.setdefault(NAMES[kind](day), []).append(day)
    return tuple(group for group in map(tuple, groups.values()) if group == days_like(group[0], kind))


NAMES: dict[PeriodKind, Callable[[date], object]] = {
    PeriodKind.DAY: lambda day: day,
    PeriodKind.WEEK: lambda day: day.isocalendar()[:2],
    PeriodKind.MONTH: lambda day: (day.year, day.month),
    PeriodKind.QUARTER: lambda day: (day.year, (day.month - 1) // 3),
    PeriodKind.HALF: lambda day: (day.year, (day.month - 1) // 6),
    PeriodKind.YEAR: lambda day: day.year,
}
