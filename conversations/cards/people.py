"""Who belongs to the company."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.cards.names import Names
from conversations.texts import Texts
from conversations.view import Button, Message, Table, Text
from kpi_engine.model.company import Department, Person, Position
from kpi_engine.model.name import Name


def members_card(
    texts: Texts, people: Sequence[Person], names: Names, offers: Sequence[Button], whose: Name | None = None
) -> Message:
    """All of them, or `whose` they are, with what the reader is offered."""
    head = texts.say("members.of", name=whose) if whose else texts.say("members.count", people=len(people))
    return Message((Text(head), _table(texts, people, names)), tuple(offers))


def worn_now(texts: Texts, person: Person, before: Person, departments: Sequence[Department]) -> str:
    """Every hat with its share, and with the share that it had before where that was another."""
    names = {department.id: department.name for department in departments}
    had = {position.department_id: position.share for position in before.positions}
    hats = (
        texts.plain(
            "members.worn", position=one, department=names[one.department_id], had=had.get(one.department_id, one.share)
        )
        for one in person.positions
    )
    return texts.label("members.and").join(hats)


def _table(texts: Texts, people: Sequence[Person], names: Names) -> Table:
    """A row for each person: role, hats and, where anybody has one, who steps in."""
    deputies = [names.people.get(person.deputy_id or 0, "") for person in people]
    some = any(deputies)
    rows = tuple(
        (
            names.people[person.id],
            texts.member(person.role),
            _hats(texts, person.positions, names),
            *([deputy] if some else []),
        )
        for person, deputy in zip(people, deputies, strict=True)
    )
    columns = ("person", "role", "hats", *(["deputy"] if some else []))
    return Table(tuple(texts.label(f"columns.{column}") for column in columns), rows, "l" * len(columns))


def _hats(texts: Texts, positions: Sequence[Position], names: Names) -> str:
    hats = (
        texts.plain("members.hat", position=one, department=names.departments[one.department_id]) for one in positions
    )
    return texts.label("members.and").join(hats)
