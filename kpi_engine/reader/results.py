"""What somebody reached in a year of periods, from records read at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import ColumnElement

from kpi_engine.calendar.period import Period
from kpi_engine.measure.board.shrink import shrunk
from kpi_engine.measure.total.rules import rules_for
from kpi_engine.measure.total.total import total
from kpi_engine.model.agreement import Agreements
from kpi_engine.model.ranking import Result
from kpi_engine.model.review import carded_with
from kpi_engine.model.score import KpiScore, Scorecard, Subject
from kpi_engine.model.total import Total
from kpi_engine.reader.records import read_records
from kpi_engine.store import load
from kpi_engine.store.reviews import frozen_totals
from kpi_engine.store.scope import Scope

Cards: TypeAlias = Mapping[Subject, Scorecard]
Frozen: TypeAlias = Mapping[tuple[Subject, Period], Total]

BEFORE = 12
"""Periods before the one asked for that streaks and personal bests are told from."""


@dataclass(frozen=True, slots=True)
class Scores:
    """All lines of one period."""

    period: Period
    lines: tuple[KpiScore, ...]

    def own(self) -> Mapping[Subject, Sequence[KpiScore]]:
        """The lines of each subject, whatever hats people wear today."""
        found = defaultdict(list)
        for line in self.lines:
            found[carded_with(line.version.kpi)].append(line)
        return found


def scores(scope: Scope, which: Iterable[ColumnElement[bool]], period: Period, today: date) -> list[Scores]:
    """All lines of each period, oldest first; the last is the one asked for."""
    versions = load.versions(scope, *which)
    records = read_records(scope, versions, period.back(BEFORE).start, period.end)
    periods = [period.back(count) for count in range(BEFORE, -1, -1)]
    return [
        Scores(each, tuple(line for kpi_id in versions if (line := records.score(kpi_id, each, today))))
        for each in periods
    ]


def frozen_of(scope: Scope, cards: Sequence[Cards]) -> Frozen:
    """What was closed of these cards, a row for each period."""
    periods = {card.period for every in cards for card in every.values()}
    return frozen_totals(scope, cards[-1].keys(), periods)


def results_of(
    every: Sequence[Scores], cards: Sequence[Cards], agreed: Agreements, frozen: Frozen
) -> dict[Subject, tuple[Result, ...]]:
    """The results of all periods: what is closed counts as it was closed."""
    found: dict[Subject, tuple[Result, ...]] = defaultdict(tuple)
    for at, theirs in zip(every, cards, strict=True):
        own, compared = at.own(), shrunk(tuple(theirs.values()))
        for (subject, card), fair in zip(theirs.items(), compared, strict=True):
            closed = frozen.get((subject, at.period))
            reached = closed or total(fair, rules_for(fair, agreed))
            found[subject] += (_result(reached, own.get(subject, ()), is_shrunk=closed is None and fair != card),)
    return found


def _result(reached: Total, lines: Sequence[KpiScore], *, is_shrunk: bool) -> Result:
    return Result(
        reached.score,
        reached.coverage,
        entered=sum(line.entered for line in lines),
        due=sum(line.due for line in lines),
        shrunk=is_shrunk,
    )
