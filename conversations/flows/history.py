"""`history`: the versions of a KPI, and every value that was entered or corrected."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from conversations.ask import Ask
from conversations.cards.history import changes_card, history_card
from conversations.flows.finding import find_kpi, kpi_names
from conversations.flows.reading import all_names
from conversations.view import Message
from kpi_engine.design.match import nearest
from kpi_engine.errors import Refusal


def history(ask: Ask) -> Message:
    """Without words: the versions of every KPI that has more than one."""
    name = ask.take_words()
    names = all_names(ask)
    if not name:
        versions = {version.kpi.id: ask.know.versions(version.kpi.id) for version in ask.know.kpis()}
        return changes_card(ask.texts, [every for every in versions.values() if len(every) > 1], names)
    found = find_kpi(ask, name)
    if found is None:
        raise Refusal("nothing_called", name=name, nearest=nearest(name, kpi_names(ask), 3))
    agreed, entered = ask.know.versions(found.kpi.id), ask.know.actuals(found.kpi.id)
    return history_card(ask.texts, agreed, entered, names, ZoneInfo(ask.me.time_zone))
