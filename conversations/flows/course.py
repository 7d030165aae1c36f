"""How a KPI went, and where it is going."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile

from conversations.ask import Ask
from conversations.cards.course import Moment
from kpi_engine.calendar.period import Period
from kpi_engine.model.score import KpiScore


def course(ask: Ask, line: KpiScore, before: int, ahead: int) -> list[Moment]:
    """The periods before the line's and its own; if it is the present one with what may come, and so many after it.

    What cannot be foretold is left out.
    """
    kpi_id = line.version.kpi.id
    lines = ask.know.course(kpi_id, line.period, before)
    every = [Moment(line.period.back(before - place), each) for place, each in enumerate(lines)]
    past = list(dropwhile(lambda moment: moment.line is None, every))
    if ask.today not in line.period:
        return past
    now = replace(past[-1], pace=ask.know.pace(kpi_id, line.period))
    return [*past[:-1], now, *_after(ask, kpi_id, line.period, ahead)]


def _after(ask: Ask, kpi_id: int, period: Period, periods: int) -> Iterator[Moment]:
    for _ in range(periods):
        period = period.next()
        pace = ask.know.pace(kpi_id, period)
        moment = Moment(period, pace.line if pace else None, pace)
        if moment.open:
            yield moment
