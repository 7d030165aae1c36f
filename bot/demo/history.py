"""A KPI's record up to a day: values as they came in, notes, slips and their corrections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.demo.plan import Correction, Measure, Plan
from bot.demo.seasons import WORKING
from bot.demo.series import Measured, Series
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.actual import Reading


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the record; a corrected one is no longer current, and the one with a reason stands for it."""

    period: Period
    reading: Reading | None
    author: str
    entered_at: datetime
    note: str = ""
    reason: str = ""
    current: bool = True


def series(measure: Measure, plan: Plan) -> Series:
    """The KPI's numbers."""
    name = measure.definition.name.en
    return Series(name, measure.definition, measure.shape, plan.holidays)


def history(measure: Measure, plan: Plan, since: date, today: date) -> tuple[Line, ...]:
    """Everything entered before that day, by period."""
    numbers = series(measure, plan)
    zone = ZoneInfo(plan.time_zone)
    lines = [
        Line(one.period, one.reading, measure.owner, _entered_at(one, zone), one.holiday)
        for one in numbers.until(today, since)
        if _entered_on(one.period) < today
    ]
    for remark in measure.remarks:
        place = _place(lines, remark.ago)
        lines[place] = replace(lines[place], note=remark.text)
    for correction in measure.corrections:
        place = _place(lines, correction.ago)
        lines[place : place + 1] = _corrected(lines[place], correction, numbers)
    return tuple(lines)


def _place(lines: list[Line], ago: int) -> int:
    """Where the line with a value stands after which so many more such lines came."""
    valued = [place for place, line in enumerate(lines) if line.reading]
    return valued[-1 - ago]


def _corrected(line: Line, correction: Correction, numbers: Series) -> Iterator[Line]:
    assert line.reading is not None
    said = numbers.scaled(line.reading, correction.factor)
    yield replace(line, reading=said, current=False)
    later = _on_a_working_day(line.entered_at + timedelta(days=2, hours=-6))
    yield replace(line, author=correction.by, entered_at=later, reason=correction.reason)


_AFTER = {
    PeriodKind.DAY: 0,
    PeriodKind.WEEK: -2,
    PeriodKind.MONTH: 2,
    PeriodKind.QUARTER: 4,
}
"""Days between the last day of a period and the day on which its value comes: a week's on Friday."""


def _entered_on(period: Period) -> date:
    return period.last_day + timedelta(days=_AFTER[period.kind])


def _entered_at(one: Measured, zone: ZoneInfo) -> datetime:
    minute = crc32(f"{one.period.start} {one.reading and one.reading.value}".encode()) % 60
    return datetime.combine(_entered_on(one.period), time(17, minute), zone)


def _on_a_working_day(moment: datetime) -> datetime:
    return moment if WORKING.is_working(moment.date()) else _on_a_working_day(moment + timedelta(days=1))
