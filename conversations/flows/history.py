"""`history`: the versions of a KPI, and every value that was entered or corrected."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from conversations.ask import Ask
from conversations.cards.history import Record, changes_card, history_card
from conversations.flows.finding import begun_kpi, find_kpi, kpi_names, nothing_called
from conversations.flows.reading import all_names
from conversations.view import Message


def history(ask: Ask) -> Message:
    """Without words: the versions of every KPI that has more than one."""
    name = ask.take_words()
    names = all_names(ask)
    if not name:
        versions = {version.kpi.id: ask.know.versions(version.kpi.id) for version in ask.know.kpis()}
        return changes_card(ask.texts, [every for every in versions.values() if len(every) > 1], names)
    found = find_kpi(ask, name) or begun_kpi(ask, name)
    if found is None:
        raise nothing_called(ask, name, kpi_names(ask))
    zone, calendar = ZoneInfo(ask.me.time_zone), ask.know.company().calendar
    record = Record(ask.know.actuals(found.kpi.id), names, zone, calendar)
    return history_card(ask.texts, ask.know.versions(found.kpi.id), record)
