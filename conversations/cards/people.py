"""Who belongs to the company."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Message, Table, Text
from kpi_engine.model.company import Department, Person, Position


def members_card(texts: Texts, people: Sequence[Person], departments: Sequence[Department]) -> Message:
    """A row for each person: role and hats."""
    names = {department.id: texts.name(department.name) for department in departments}
    rows = tuple(
        (texts.name(person.name), texts.member(person.role), _hats(texts, person.positions, names)) for person in people
    )
    columns = tuple(texts.label(f"columns.{column}") for column in ("person", "role", "hats"))
    return Message(
        (Text(texts.say("members.count", people=len(people))), Table(columns, rows, "lll")),
        (run_button(texts, "add_member", "members add"),),
    )


def _hats(texts: Texts, positions: Sequence[Position], names: dict[int, str]) -> str:
    return texts.label("members.and").join(_hat(texts, position, names) for position in positions)


def _hat(texts: Texts, position: Position, names: dict[int, str]) -> str:
    title = texts.name(position.title)
    words = f"{names[position.department_id]}: {title}" if title else names[position.department_id]
    return words if position.share == 1 else f"{words} ({texts.format.share(position.share)})"
