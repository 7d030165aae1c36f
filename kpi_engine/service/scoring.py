"""Scores kept with their explanation: written again whenever what they are made of changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import delete, select

from kpi_engine.calendar.period import Period
from kpi_engine.measure.values.slots import version_in
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import KpiScore
from kpi_engine.reader.computed import entries_touched, touched_since
from kpi_engine.reader.records import read_records
from kpi_engine.store import load
from kpi_engine.store.load import Versions
from kpi_engine.store.tables import ScoreRow
from kpi_engine.store.work import Work


def rescore_entries(work: Work, entered: Mapping[int, Collection[Period]]) -> None:
    """Scores the cycles in which these entry periods of the KPIs count, of what is computed from them too."""
    touched = entries_touched(work.scope, entered, work.calendar)
    versions = load.versions_with(work.scope, touched)
    _write(work, versions, {id: set(_cycles_of(work, versions[id], periods)) for id, periods in touched.items()})


def rescore_since(work: Work, since: Mapping[int, date]) -> None:
    """Scores the KPIs' cycles from that day on until today; those of a KPI that is no more are removed.

    The same for what is computed from them.
    """
    since = touched_since(work.scope, since, work.calendar)
    for kpi_id, day in since.items():
        _remove_since(work, kpi_id, day)
    versions = load.versions_with(work.scope, since)
    cycles = {id: set(_cycles_since(work, each, since[id])) for id, each in versions.items()}
    _write(work, versions, cycles)


def _cycles_of(work: Work, versions: Sequence[KpiVersion], entries: Collection[Period]) -> Iterator[Period]:
    for entry in entries:
        if version := version_in(versions, entry, work.calendar):
            yield work.calendar.holding(entry.middle, version.definition.cycle)


def _cycles_since(work: Work, versions: Sequence[KpiVersion], day: date) -> Iterator[Period]:
    for kind in {version.definition.cycle for version in versions}:
        period = work.calendar.holding(day, kind)
        while period.start <= work.today:
            yield period
            period = period.next()


def _remove_since(work: Work, kpi_id: int, day: date) -> None:
    kept = select(ScoreRow.id, ScoreRow.kind, ScoreRow.period_start).where(ScoreRow.kpi_id == kpi_id)
    ended_after = [id for id, kind, start in work.scope.lines(kept) if Period(start, kind).end > day]
    work.session.execute(delete(ScoreRow).where(ScoreRow.id.in_(ended_after)))


def _write(work: Work, versions: Versions, cycles: Mapping[int, set[Period]]) -> None:
    every = [period for periods in cycles.values() for period in periods]
    if not every:
        return
    since, until = min(period.start for period in every), max(period.end for period in every)
    records = read_records(work.scope, versions, since, until)
    for kpi_id, periods in cycles.items():
        _remove(work, kpi_id, periods)
        scores = [records.score(kpi_id, period, work.today) for period in sorted(periods)]
        work.session.add_all(_row(work, kpi_id, score) for score in scores if score)
    work.session.flush()


def _remove(work: Work, kpi_id: int, periods: Collection[Period]) -> None:
    starts = defaultdict(list)
    for period in periods:
        starts[period.kind].append(period.start)
    for kind, days in starts.items():
        these = ScoreRow.kpi_id == kpi_id, ScoreRow.kind == kind, ScoreRow.period_start.in_(days)
        work.session.execute(delete(ScoreRow).where(*these))


def _row(work: Work, kpi_id: int, score: KpiScore) -> ScoreRow:
    return ScoreRow(
        company_id=work.actor.company_id,
        kpi_id=kpi_id,
        kind=score.period.kind,
        period_start=score.period.start,
        as_of=work.today,
        state=score.state,
        score=score.score,
        explanation=score,
    )
