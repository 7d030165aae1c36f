"""`members`: who belongs to the company, adding somebody, and giving somebody another hat."""

from __future__ import annotations

from decimal import Decimal

from conversations.ask import Ask, Do
from conversations.cards.people import members_card
from conversations.choice_fields import record_id
from conversations.fields import Rejected
from conversations.flows.deputies import stood_in
from conversations.flows.hats import as_worn, kept_role, with_room
from conversations.flows.leaving import removed
from conversations.flows.member_words import given_role, read_member
from conversations.flows.people import department_options, known_person
from conversations.flows.rights import check_may
from conversations.forms import choice, form, number, text
from conversations.view import Message, Text
from conversations.words import first_word
from kpi_engine.commands import AddMember, Hat
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.rights import may

ADD = ("add", "添加", "新增")
"""The word that turns the list into a form."""
REMOVE = ("remove", "delete", "删除", "移除")
DEPUTY = ("deputy", "代办", "代理")


@form
class Member:
    """A person, and where they work."""

    name: str = text()
    department: str = choice()


@form
class MemberRole:
    """What somebody new may do."""

    role: Role = choice(of=Role)


@form
class MemberShare:
    """The part of their time that one hat takes."""

    share: Decimal = number(Unit(UnitKind.PERCENT), least=0, most=1)


def members(ask: Ask) -> Do | Message:
    """Lists the members; `members add Li Na, Sales, member, 60%` adds one, or gives one another hat.

    `members remove Li Na` is for who leaves, `members deputy Li Na Tom` for who steps in; other words are not
    understood.
    """
    first, rest = first_word(ask.take_words())
    if first.casefold() in REMOVE:
        return Do(removed(ask, rest))
    if first.casefold() in DEPUTY:
        return Do(stood_in(ask, rest))
    if first.casefold() in ADD:
        check_may(ask, AddMember)
        return Do(_role_alone(ask, rest) or added(ask, rest))
    if first:
        raise Refusal("words_left", words=f"{first} {rest}".strip())
    return members_card(ask.texts, ask.know.people(), ask.know.departments(), may_add=may(ask.me, AddMember))


def _role_alone(ask: Ask, words: str) -> AddMember | None:
    """Somebody known, and what they may do from now on: the one way to a lesser role."""
    given = read_member(ask, words)
    known = known_person(ask, given.get("name", ""))
    if known is None or given.keys() != {"name", "role"}:
        return None
    return AddMember(known.name, given_role(given) or known.role, tuple(map(as_worn, known.positions)))


def added(ask: Ask, words: str) -> AddMember:
    """Asks for what the words leave out of the name, the department, the role and the share."""
    given = read_member(ask, words)
    about = [Text(ask.texts.say("members.about", name=given["name"]))] if "name" in given else []
    member = ask(Member, options={"department": department_options(ask)}, given=given, intro=about)
    department, known = int(record_id(member.department)), known_person(ask, member.name)
    if known is None:
        role = ask(MemberRole, given=given, intro=about).role
        return AddMember(Name.same(member.name), role, (Hat(department, Name.same(""), _share(ask, given)),))
    others = [position for position in known.positions if position.department_id != department]
    present = next((position for position in known.positions if position.department_id == department), None)
    share = _share_beside(ask, given, known, present, others)
    hat = Hat(department, present.title if present else Name.same(""), share)
    return AddMember(known.name, kept_role(known.role, given_role(given)), with_room(known.positions, hat))


def _share(ask: Ask, given: dict[str, str]) -> Decimal:
    """All of their time, where nothing else is said: whoever has no other hat is not asked."""
    return ask(MemberShare, given=given).share if "share" in given else Decimal(1)


def _share_beside(
    ask: Ask, given: dict[str, str], known: Person, present: Position | None, others: list[Position]
) -> Decimal:
    if present and "share" not in given:
        return present.share
    if not others:
        return _share(ask, given)
    names = {department.id: department.name for department in ask.know.departments()}
    free = Decimal(1) - sum(position.share for position in others)
    return ask(
        MemberShare,
        given=given,
        initial={"share": ask.texts.format.share(free)} if free > 0 else {},
        intro=[Text(ask.texts.say("members.beside", name=known.name, others=others, names=names))],
        check=lambda said: Rejected("share_all") if said.share == 1 else None,
    ).share
