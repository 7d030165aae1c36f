"""What is to be done: the plan of a KPI, and what somebody has to do soon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from conversations.cards.names import Names
from conversations.texts import Texts
from conversations.view import Table
from kpi_engine.model.action import Action
from kpi_engine.model.kpi import KpiVersion


def plan_table(texts: Texts, actions: Sequence[Action], names: Names, today: date) -> Table:
    """A KPI's open actions: what, who, until when."""
    rows = tuple((one.text, names.people.get(one.person_id, ""), _until(texts, one, today)) for one in actions)
    return Table(_columns(texts, "action", "who", "until"), rows, "lll", texts.label("actions.plan"))


def own_table(texts: Texts, actions: Sequence[Action], kpis: Mapping[int, KpiVersion], today: date) -> Table:
    """One person's actions: what, for which KPI, until when."""
    rows = tuple((one.text, texts.name(kpis[one.kpi_id].definition.name), _until(texts, one, today)) for one in actions)
    return Table(_columns(texts, "action", "kpi", "until"), rows, "lll")


def _columns(texts: Texts, *keys: str) -> tuple[str, ...]:
    return tuple(texts.label(f"columns.{key}") for key in keys)


def _until(texts: Texts, action: Action, today: date) -> str:
    return texts.plain("actions.until", due=action.due, overdue=action.due < today)
