"""The append-only record of values: a new line takes the place of the one that stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from sqlalchemy import update

from kpi_engine.calendar.period import Period
from kpi_engine.commands import Entry
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import Actual, ActualState, Channel
from kpi_engine.reader.closed import check_entries
from kpi_engine.store import record, values
from kpi_engine.store.tables import ActualRow, KpiRow
from kpi_engine.store.work import Work

Spot: TypeAlias = tuple[int, Period]


@dataclass(frozen=True, slots=True)
class Appended:
    """The line that stands now, and the one that stood; the same one where nothing had to be written."""

    now: Actual
    before: Actual | None

    @property
    def changed(self) -> bool:
        """Whether a line was written."""
        return self.now is not self.before

    @property
    def replaced(self) -> Actual | None:
        """The value that stood; None if there was none, or one that was withdrawn."""
        return self.before if self.before and self.before.state is not ActualState.WITHDRAWN else None


def append(
    work: Work, entries: Sequence[Entry], channel: Channel, *, to_the_word: bool = False
) -> tuple[Appended, ...]:
    """Writes the entries that say something new. Whoever enters the same KPIs or closes their period meanwhile waits.

    As a rule what is entered without a note leaves a note alone; `to_the_word` it takes the note away.

    Refusals: nothing_entered, period_closed(period, by).
    """
    work.scope.hold(KpiRow, {entry.kpi_id for entry in entries})
    stood = standing_lines(work, [(entry.kpi_id, entry.period) for entry in entries])
    befores = [stood.get((entry.kpi_id, entry.period)) for entry in entries]
    pairs = zip(entries, befores, strict=True)
    news = [differs(entry, line) if to_the_word else _is_new(entry, channel, line) for entry, line in pairs]
    _check_open(work, [entry for entry, is_new in zip(entries, news, strict=True) if is_new])
    _put_aside(work, [line for line, is_new in zip(befores, news, strict=True) if line and is_new])
    rows = [
        _row(work, entry, channel, line) if is_new else None
        for entry, line, is_new in zip(entries, befores, news, strict=True)
    ]
    work.session.add_all(row for row in rows if row)
    work.session.flush()
    year_start = work.scope.company().year_start
    return tuple(_appended(row, line, year_start) for row, line in zip(rows, befores, strict=True))


def standing_lines(work: Work, spots: Sequence[Spot]) -> dict[Spot, Actual]:
    """The line that stands at each of these spots, if there is one."""
    starts = [period.start for _, period in spots]
    since, until = min(starts, default=date.max), max(starts, default=date.min)
    kpi_ids = {kpi_id for kpi_id, _ in spots}
    found = record.latest_lines(work.scope, kpi_ids, since, until + timedelta(days=1)) if spots else {}
    return {(line.kpi_id, line.period): line for lines in found.values() for line in lines}


def _check_open(work: Work, entries: Sequence[Entry]) -> None:
    if entries:
        check_entries(work.scope, [(entry.kpi_id, entry.period) for entry in entries])


def differs(one: Entry | Actual, line: Actual | None) -> bool:
    """Whether the line does not say the same: value, note and evidence."""
    return line is None or _said(one) != _said(line)


def _said(one: Entry | Actual) -> tuple[object, ...]:
    return one.state, one.reading, one.note, one.evidence


def _is_new(entry: Entry, channel: Channel, line: Actual | None) -> bool:
    """A value that stands already is no news for standing in a file, or in a copy of that file, as well."""
    if line is None:
        return True
    told = entry.note in ("", line.note) and (channel is Channel.FILE or entry.evidence in ("", line.evidence))
    return (entry.state, entry.reading) != (line.state, line.reading) or not told


def _put_aside(work: Work, lines: Sequence[Actual]) -> None:
    # Before the new lines are written: only one line per spot may be current.
    ids = [line.id for line in lines]
    if ids:
        work.session.execute(update(ActualRow).where(ActualRow.id.in_(ids)).values(is_current=False))


def _row(work: Work, entry: Entry, channel: Channel, before: Actual | None) -> ActualRow:
    if entry.state is ActualState.WITHDRAWN and before is None:
        raise Refusal("nothing_entered")
    reading = entry.reading
    return ActualRow(
        company_id=work.actor.company_id,
        kpi_id=entry.kpi_id,
        kind=entry.period.kind,
        period_start=entry.period.start,
        state=entry.state,
        value=reading and reading.value,
        numerator=reading and reading.numerator,
        denominator=reading and reading.denominator,
        author_id=work.actor.person.id,
        entered_at=work.now,
        channel=channel,
        note=entry.note,
        evidence=entry.evidence,
        reason=entry.reason,
        supersedes=before and before.id,
        is_current=True,
    )


def _appended(row: ActualRow | None, before: Actual | None, year_start: int) -> Appended:
    if row is not None:
        return Appended(values.actual(row, year_start), before)
    assert before is not None
    return Appended(before, before)
