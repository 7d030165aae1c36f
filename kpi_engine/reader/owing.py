"""Which values somebody should enter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kpi_engine.calendar.due import owed_periods
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.values.slots import owed_since, version_in
from kpi_engine.model.actual import Actual, ActualState
from kpi_engine.model.kpi import KpiVersion, Target
from kpi_engine.model.owed import Owed
from kpi_engine.model.review import carded_with
from kpi_engine.model.score import Subject
from kpi_engine.reader.kpis import holding
from kpi_engine.store import load, record, values
from kpi_engine.store.reviews import closed_periods
from kpi_engine.store.scope import Scope

ASKED = 2
"""Periods of a KPI that are asked for at once: nobody is asked for a year."""
_BACK = {
    PeriodKind.DAY: timedelta(days=21),
    PeriodKind.WEEK: timedelta(days=21),
    PeriodKind.MONTH: timedelta(days=93),
    PeriodKind.QUARTER: timedelta(days=276),
    PeriodKind.HALF: timedelta(days=552),
    PeriodKind.YEAR: timedelta(days=1098),
}
"""Three periods: far enough to find two that are over. Of days three weeks, for holidays."""


def owed(scope: Scope, person_id: int, today: date, asked: int = ASKED) -> tuple[Owed, ...]:
    """What the person should enter, KPI by KPI, oldest first; of each KPI among the last so many periods."""
    mine = _owned(scope, person_id, today)
    if not mine:
        return ()
    calendar = values.calendar(scope.company())
    is_wanted = _Wanted(
        calendar, load.person(scope, person_id).presence, load.presences(scope, mine), _closed(scope, mine)
    )
    since = today - max(_back(holding(versions, today).definition.frequency, asked) for versions in mine.values())
    actuals = record.current_actuals(scope, mine, since, today + timedelta(days=1))
    found = [
        one
        for kpi_id, versions in mine.items()
        for one in _owed_for(versions, actuals.get(kpi_id, ()), today, calendar, asked)
        if is_wanted(one)
    ]
    return _with_targets(scope, _with_older(scope, found, today, since), calendar)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Nothing is wanted of days on which whoever enters it, or whom it is about, is away, nor of what is closed."""

    calendar: Calendar
    mine: Presence
    theirs: Mapping[int, Presence]
    closed: Mapping[Subject, Sequence[Period]]

    def __call__(self, one: Owed) -> bool:
        kpi, period = one.version.kpi, one.period
        about = self.theirs.get(kpi.person_id or 0, ALWAYS)
        is_there = self.mine.part(period, self.calendar) and about.part(period, self.calendar)
        longer = (each for each in self.closed.get(carded_with(kpi), ()) if period.kind.rank <= each.kind.rank)
        return bool(is_there) and not any(period.middle in each for each in longer)


def _closed(scope: Scope, versions: load.Versions) -> Mapping[Subject, Sequence[Period]]:
    return closed_periods(scope, {carded_with(each[0].kpi) for each in versions.values()})


def _with_older(scope: Scope, found: Sequence[Owed], today: date, since: date) -> tuple[Owed, ...]:
    """The last value of a KPI that had none for so long is looked for farther back."""
    silent = {one.version.kpi.id for one in found if one.last is None}
    older = record.current_actuals(scope, silent, today - max(_BACK.values()), since) if silent else {}
    return tuple(replace(one, last=one.last or _last(older.get(one.version.kpi.id, ()), one.period)) for one in found)


def _with_targets(scope: Scope, found: Sequence[Owed], calendar: Calendar) -> tuple[Owed, ...]:
    """Each with the target that its cycle has, where one was agreed for that cycle alone."""
    agreed = load.period_targets(scope, {one.version.kpi.id for one in found})
    by_cycle = {(each.kpi_id, each.cycle): each.target for targets in agreed.values() for each in targets}
    return tuple(_with_target(one, by_cycle, calendar) for one in found)


def _with_target(one: Owed, agreed: Mapping[tuple[int, Period], Target], calendar: Calendar) -> Owed:
    definition = one.version.definition
    cycle = calendar.holding(one.period.middle, definition.cycle)
    target = agreed.get((one.version.kpi.id, cycle), definition.target)
    return replace(one, version=replace(one.version, definition=replace(definition, target=target)))


def _owned(scope: Scope, person_id: int, today: date) -> dict[int, tuple[KpiVersion, ...]]:
    every = load.versions_with(scope, load.entered_by(scope, person_id))
    return {
        kpi_id: versions
        for kpi_id, versions in every.items()
        if holding(versions, today).definition.owner_id == person_id
    }


def _owed_for(
    versions: Sequence[KpiVersion], actuals: Sequence[Actual], today: date, calendar: Calendar, asked: int
) -> Iterator[Owed]:
    frequency = holding(versions, today).definition.frequency
    answered = {line.period for line in actuals}
    since = max(owed_since(versions), today - _back(frequency, asked))
    for period in owed_periods(frequency, since, today, calendar)[-asked:]:
        version = version_in(versions, period, calendar)
        if version and _is_asked(version, frequency) and period not in answered:
            yield Owed(version, period, _last(actuals, period))


def _back(kind: PeriodKind, asked: int) -> timedelta:
    return _BACK[kind] * max(1, asked - 1)


def _is_asked(version: KpiVersion, frequency: PeriodKind) -> bool:
    """What is computed is owed by nobody."""
    return version.definition.frequency is frequency and not version.definition.expression


def _last(actuals: Sequence[Actual], before: Period) -> Actual | None:
    same = (line for line in reversed(actuals) if line.period.kind is before.kind)
    earlier = (line for line in same if line.period < before and line.state is ActualState.OK)
    return next(earlier, None)
