"""`members`: who belongs to the company, adding somebody, and giving somebody another hat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conversations.ask import Ask, Do
from conversations.cards.groups import TAKE
from conversations.cards.people import members_card
from conversations.cards.say import run_button
from conversations.flows.adding import added
from conversations.flows.deputies import stood_in
from conversations.flows.finding import department_called
from conversations.flows.groups import can_take, grouped
from conversations.flows.leaving import removed
from conversations.flows.member_words import roles_in
from conversations.flows.people import somebody
from conversations.flows.reading import all_names
from conversations.flows.rights import check_may
from conversations.view import Button, Message
from conversations.words import first_word
from kpi_engine.commands import AddMember
from kpi_engine.model.company import Person
from kpi_engine.model.name import Name
from kpi_engine.rights import may

ADD = ("add", "添加", "新增")
"""The word that turns the list into a form."""
REMOVE = ("remove", "delete", "删除", "移除")
GROUPS = ("groups", "group", "用户组", "群组")
DEPUTY = ("deputy", "代办", "代理")


def members(ask: Ask) -> Do | Message:
    """Lists the members; `members add Li Na, Sales, member, 60%` adds one, or gives one another hat.

    `members Li Na` and `members Sales` are part of the list, `members remove Li Na` is for who leaves, `members deputy
    Li Na Tom` for who steps in, `members groups` makes departments of groups.
    """
    words = ask.take_words()
    first, rest = first_word(words)
    if first.casefold() in REMOVE:
        return Do(removed(ask, rest))
    if first.casefold() in DEPUTY:
        return Do(stood_in(ask, rest))
    if first.casefold() in GROUPS:
        return grouped(ask, rest)
    if first.casefold() in ADD:
        check_may(ask, AddMember, roles=roles_in(ask, rest))
        return Do(added(ask, rest))
    whose, people = _of(ask, words) if words else (None, ask.know.people())
    return members_card(ask.texts, people, all_names(ask), list(_offers(ask)), whose)


def _offers(ask: Ask) -> Iterator[Button]:
    if may(ask.me, AddMember):
        yield run_button(ask.texts, "add_member", "members add")
        yield run_button(ask.texts, "guests", "invite")
    if can_take(ask):
        yield run_button(ask.texts, "groups", TAKE)


def _of(ask: Ask, words: str) -> tuple[Name, Sequence[Person]]:
    """The people of a department, or one person, and what they are called."""
    if department := department_called(ask, words):
        return department.name, [one for one in ask.know.people() if department.id in one.department_ids]
    person = somebody(ask, words, ask.texts.label("commands.members"))
    return person.name, [person]
