"""Taking values back: what stood before is written again."""

from __future__ import annotations

from collections.abc import Sequence

from kpi_engine.commands import Entry
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import Actual, ActualState, Channel
from kpi_engine.model.done import EnteredItem
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.service.enter import entered_items, rescore
from kpi_engine.service.lines import append, differs, standing_lines
from kpi_engine.service.log import Kept
from kpi_engine.store import load, record
from kpi_engine.store.tables import KpiRow
from kpi_engine.store.work import Work


def restore_values(kept: Kept, work: Work) -> tuple[EnteredItem, ...]:
    """Takes back lines, each kept with the one that it replaced; Refusal("changed_since", what)."""
    lines: Sequence[tuple[int, int | None]] = kept["lines"]
    ids = {id for pair in lines for id in pair if id is not None}
    known = record.actuals_with(work.scope, ids)
    pairs = [(known[new], None if old is None else known[old]) for new, old in lines]
    kpi_ids = {line.kpi_id for line, _ in pairs}
    work.scope.hold(KpiRow, kpi_ids)
    versions = load.versions_with(work.scope, kpi_ids)
    read_by = [standing(versions[line.kpi_id]) for line, _ in pairs]
    _check_standing(work, [line for line, _ in pairs], read_by)
    appended = append(work, [_entry(line, before) for line, before in pairs], Channel.CHAT, to_the_word=True)
    items = entered_items(work, read_by, appended)
    rescore(work, items)
    return items


def _check_standing(work: Work, lines: Sequence[Actual], versions: Sequence[KpiVersion]) -> None:
    stand = standing_lines(work, [(line.kpi_id, line.period) for line in lines])
    for line, version in zip(lines, versions, strict=True):
        if differs(stand[line.kpi_id, line.period], line):
            raise Refusal("changed_since", what=version.definition.name)


def _entry(line: Actual, before: Actual | None) -> Entry:
    if before is None:
        return Entry(line.kpi_id, line.period, ActualState.WITHDRAWN, None)
    return Entry(line.kpi_id, line.period, before.state, before.reading, before.note, before.evidence, before.reason)
