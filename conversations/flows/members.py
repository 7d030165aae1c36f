"""`members`: who belongs to the company, and adding somebody."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conversations.ask import Ask, Do
from conversations.cards.people import members_card
from conversations.choice_fields import record_id
from conversations.flows.people import department_options
from conversations.flows.rights import check_may
from conversations.forms import choice, form, number, text
from conversations.view import Message
from conversations.words import first_word
from kpi_engine.commands import AddMember, Hat
from kpi_engine.design.match import is_called
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.rights import may

ADD = ("add", "添加", "新增")
"""The word that turns the list into a form."""


@form
class Member:
    """A person and one of their hats."""

    name: str = text()
    department: str = choice()
    role: Role = choice(of=Role)
    share: Decimal = number(Unit(UnitKind.PERCENT), least=0, most=1)


def members(ask: Ask) -> Do | Message:
    """Lists the members; `members add Li Na, Sales, member, 60%` adds one, or gives one another hat."""
    first, rest = first_word(ask.take_words())
    if first.casefold() not in ADD:
        return members_card(ask.texts, ask.know.people(), ask.know.departments(), may_add=may(ask.me, AddMember))
    check_may(ask, AddMember)
    given = ask(Member, options={"department": department_options(ask)}, initial={"share": "100%"}, words=rest)
    hat = Hat(int(record_id(given.department)), Name.same(""), given.share)
    return Do(AddMember(Name.same(given.name), given.role, (*_others(ask, given.name, hat), hat)))


def _others(ask: Ask, name: str, hat: Hat) -> Iterator[Hat]:
    """The hats in other departments of a person who is here already."""
    for person in ask.know.people():
        if is_called(name, person.name):
            for position in person.positions:
                if position.department_id != hat.department_id:
                    yield Hat(position.department_id, position.title, position.share)
