"""Which KPIs are red without a word on why, and of which it shows by now whether something has helped."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kpi_engine.calendar.period import Period
from kpi_engine.model.cause import Explained, LookBack, Reds
from kpi_engine.model.score import KpiScore, Status


def reds(
    lines: Iterable[KpiScore], explained: Iterable[Explained], put_off: Collection[tuple[int, Period]] = ()
) -> Reds:
    """What is to be asked, from the lines of a KPI's last cycles and everything that was said of it.

    Of each KPI one thing: first whether what was done has helped, else why its earliest red cycle is red;
    nothing of the KPIs and cycles that were put off.
    """
    told = list(explained)
    by_kpi = groupby(sorted(lines, key=_kpi_and_period), key=lambda line: line.version.kpi.id)
    why: list[KpiScore] = []
    again: list[LookBack] = []
    for kpi_id, its in by_kpi:
        scored = [line for line in its if _says_something(line)]
        mine = {one.cause.period: one for one in told if one.cause.kpi_id == kpi_id}
        looked = next(_look_back(scored, mine), None)
        if looked:
            again.append(looked)
        else:
            told_of = {*mine, *(period for each, period in put_off if each == kpi_id)}
            why += _unexplained(scored, told_of)[:1]
    return Reds(tuple(why), tuple(again))


def is_red(line: KpiScore) -> bool:
    """Whether it has a score that is shown red."""
    return line.status is Status.AT_RISK


def _says_something(line: KpiScore) -> bool:
    """Whether it has a score, of a whole cycle that is over or half of its values: one bad day is no bad month."""
    return line.score is not None and (line.due == line.of or 2 * line.entered >= line.of)


def _unexplained(lines: Sequence[KpiScore], told: Collection[Period]) -> list[KpiScore]:
    return [line for line in lines if is_red(line) and line.period not in told]


def _look_back(lines: Sequence[KpiScore], told: Mapping[Period, Explained]) -> Iterator[LookBack]:
    """The latest thing done that nobody has looked at again, once a later cycle has a score."""
    still = [one for one in told.values() if one.action and one.cause.verdict is None]
    last = max(still, key=lambda one: one.cause.period.start, default=None)
    later = [line for line in lines if last and line.period.start > last.cause.period.start]
    if last and later:
        yield LookBack(last, later[-1])


def _kpi_and_period(line: KpiScore) -> tuple[int, object]:
    return line.version.kpi.id, line.period.start
