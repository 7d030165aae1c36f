"""How a KPI went, and where it is going."""

from __future__ import annotations

from itertools import dropwhile

from conversations.ask import Ask
from conversations.cards.course import Moment
from kpi_engine.model.score import KpiScore


def course(ask: Ask, line: KpiScore, before: int, ahead: int) -> list[Moment]:
    """The periods before the line's and its own; if it is the present one with what may come, and so many after it."""
    kpi_id = line.version.kpi.id
    lines = ask.know.course(kpi_id, line.period, before)
    every = [Moment(line.period.back(before - place), each) for place, each in enumerate(lines)]
    past = list(dropwhile(lambda moment: moment.line is None, every))
    if ask.today not in line.period:
        return past
    coming = [line.period]
    for _ in range(ahead):
        coming.append(coming[-1].next())
    paces = [ask.know.pace(kpi_id, period) for period in coming]
    return [*past[:-1], *(Moment(pace.line.period, pace.line, pace) for pace in paces if pace)]
