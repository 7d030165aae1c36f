"""Whose values are not in."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.cards.names import Names
from conversations.cards.say import say
from conversations.texts import Texts
from conversations.view import Message, Table, Text
from kpi_engine.calendar.period import Period
from kpi_engine.model.owed import Owes

MOST_PEOPLE = 20
"""Named in one message."""
MOST_KPIS = 3
"""Named of one person."""


def unsent_card(texts: Texts, owes: Sequence[Owes], names: Names, period: Period | None) -> Message:
    """A row for each person with how many values and of which KPIs; nobody is ranked."""
    if not owes:
        return say(texts, "report.all_in", period=period)
    count = sum(len(one.values) for one in owes)
    said = texts.say("report.unsent", people=len(owes), values=count, period=period, more=len(owes) - MOST_PEOPLE)
    columns = tuple(texts.label(f"columns.{key}") for key in ("person", "not_in", "kpi"))
    rows = tuple(_row(texts, one, names) for one in owes[:MOST_PEOPLE])
    return Message((Text(said), Table(columns, rows, "lrl")))


def _row(texts: Texts, one: Owes, names: Names) -> tuple[str, ...]:
    kpis = list(dict.fromkeys(texts.name(each.version.definition.name) for each in one.values))
    more = [texts.plain("report.more_kpis", count=len(kpis) - MOST_KPIS)] if len(kpis) > MOST_KPIS else []
    return names.people[one.person.id], str(len(one.values)), texts.format.list([*kpis[:MOST_KPIS], *more])
