"""A word about values that are odd next to those before them, though they are taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kpi_engine.calendar.period import Period
from kpi_engine.intake.slip import remark
from kpi_engine.intake.usual import Usual
from kpi_engine.model.actual import Actual, ActualState
from kpi_engine.model.done import EnteredItem
from kpi_engine.store import record
from kpi_engine.store.work import Work

BEFORE = 12
"""Past values that say what is usual."""


def remarked(work: Work, items: Sequence[EnteredItem]) -> tuple[EnteredItem, ...]:
    """The items that were changed, each with what is to be said of it next to the values before it."""
    changed = [item for item in items if item.changed]
    since = min((item.period.back(BEFORE).start for item in changed), default=work.today)
    lines = record.current_actuals(work.scope, {item.version.kpi.id for item in changed}, since)
    return tuple(_remarked(item, lines.get(item.version.kpi.id, ())) if item.changed else item for item in items)


def _remarked(item: EnteredItem, lines: Sequence[Actual]) -> EnteredItem:
    if item.actual.reading is None:
        return item
    definition, reading = item.version.definition, item.actual.reading
    past = tuple(
        line.reading.value
        for line in lines
        if line.reading and line.state is ActualState.OK and _is_before(line.period, item.period)
    )
    usual = Usual(definition.unit, past, direction=definition.direction)
    return replace(item, remark=remark(reading, usual))


def _is_before(period: Period, later: Period) -> bool:
    """Whether it is an earlier one of the same kind: a month says nothing of what is usual for a day."""
    return period.kind is later.kind and period < later
