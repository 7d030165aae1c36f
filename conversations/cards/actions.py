"""Actions in tables: the plan of a KPI, one's own, a department's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from conversations.cards.names import Names
from conversations.texts import Texts
from conversations.view import Table
from kpi_engine.model.action import Action

Abouts: TypeAlias = Mapping[int, str]
"""What each action is for, by its id."""
ACTION = "#action:"


def action_words(action: Action) -> str:
    """How a button means this action."""
    return f"{ACTION}{action.id}"


def plan_table(texts: Texts, actions: Sequence[Action], names: Names, today: date) -> Table:
    """A KPI's open actions: what, who, until when."""
    rows = tuple((one.text, names.people.get(one.person_id, ""), until(texts, one, today)) for one in actions)
    return Table(columns(texts, "action", "who", "until"), rows, "lll", texts.label("actions.plan"))


def own_table(texts: Texts, actions: Sequence[Action], abouts: Abouts, today: date) -> Table:
    """One person's actions: what, what for, until when."""
    rows = tuple((one.text, abouts[one.id], until(texts, one, today)) for one in actions)
    return Table(columns(texts, "action", "kpi", "until"), rows, "lll")


def numbered_table(
    texts: Texts, numbered: Sequence[tuple[int, Action]], abouts: Abouts, names: Names | None, today: date
) -> Table:
    """Actions with their numbers; with who does each, unless they are all one's own."""
    keys = ("no", "action", "about", *(("who",) if names else ()), "until")
    rows = tuple(
        (
            str(number),
            one.text,
            abouts[one.id],
            *((names.people.get(one.person_id, ""),) if names else ()),
            until(texts, one, today),
        )
        for number, one in numbered
    )
    return Table(columns(texts, *keys), rows, "rllll" if names else "rlll")


def closed_table(texts: Texts, actions: Sequence[Action], names: Names) -> Table:
    """What is done or dropped, with what came of it."""
    rows = tuple(
        (one.text, names.people.get(one.person_id, ""), texts.member(one.state), one.outcome) for one in actions
    )
    return Table(columns(texts, "action", "who", "state", "outcome"), rows, "llll", texts.label("actions.closed"))


def columns(texts: Texts, *keys: str) -> tuple[str, ...]:
    """Heads of columns."""
    return tuple(texts.label(f"columns.{key}") for key in keys)


def until(texts: Texts, action: Action, today: date) -> str:
    """The day, and whether it is over."""
    return texts.plain("actions.until", due=action.due, overdue=action.due < today)
