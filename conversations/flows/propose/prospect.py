"""What a change would do to scores: told by the present month, as if it held in it already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conversations.ask import Ask
from conversations.cards.change import kpis_in
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.errors import Refusal
from kpi_engine.model.change import AddKpi, Change, SetPeriodTarget
from kpi_engine.model.kpi import Definition
from kpi_engine.model.preview import Preview


def as_if_now(ask: Ask, change: Change) -> Preview:
    """A change from next month on moves no score yet: so it is looked at as if it held in this one.

    Where that can't be, because what is agreed now begins later, it is looked at as it is. Refused like the change.
    """
    month = Period.holding(ask.today, PeriodKind.MONTH)
    if isinstance(change, SetPeriodTarget):
        return ask.know.preview(change, change.cycle)
    try:
        return ask.know.preview(replace(change, in_force=_first_day(ask, change)), month)
    except Refusal as refusal:
        if refusal.key != "in_force_past":
            raise
        return ask.know.preview(change, month)


def _first_day(ask: Ask, change: Change) -> date:
    """The first day that is in the present cycle of everything that changes."""
    calendar = ask.know.company().calendar
    definitions: list[Definition] = [ask.know.versions(id)[-1].definition for id in kpis_in(change)]
    if isinstance(change, AddKpi):
        definitions.append(change.kpi.definition)
    return max(calendar.holding(ask.today, definition.cycle).start for definition in definitions)
