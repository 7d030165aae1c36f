"""`members`: who belongs to the company, adding somebody, and giving somebody another hat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from conversations.ask import Ask, Do
from conversations.cards.groups import TAKE
from conversations.cards.people import members_card
from conversations.cards.say import run_button
from conversations.choice_fields import record_id
from conversations.fields import Rejected
from conversations.flows.deputies import stood_in
from conversations.flows.finding import department_called
from conversations.flows.groups import can_take, grouped
from conversations.flows.hats import as_worn, kept_role, with_room
from conversations.flows.leaving import removed
from conversations.flows.member_words import given_role, read_member, roles_in
from conversations.flows.people import department_options, known_namesake, somebody
from conversations.flows.reading import all_names
from conversations.flows.rights import check_may
from conversations.forms import choice, form, number, text
from conversations.view import Button, Message, Text
from conversations.words import first_word
from kpi_engine.commands import AddMember, Hat
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.rights import may

ADD = ("add", "添加", "新增")
"""The word that turns the list into a form."""
REMOVE = ("remove", "delete", "删除", "移除")
GROUPS = ("groups", "group", "用户组", "群组")
DEPUTY = ("deputy", "代办", "代理")


@form
class Member:
    """A person; what is said of them between commas behind the name is not asked any more."""

    name: str = text()


@form
class MemberPlace:
    """Where somebody works; nowhere who is there for the whole company."""

    department: str | None = choice(optional=True)


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
        check_may(ask, AddMember, roles=roles_in(rest))
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


def added(ask: Ask, words: str) -> AddMember:
    """Asks for what the words leave out of the name, the department, the role and the share."""
    given = read_member(ask, ask(Member, given={"name": words} if words else {}).name)
    known = known_namesake(ask, given["name"])
    if known and given.keys() == {"name", "role"}:
        return _with_role(ask, given, known)
    department = _department(ask, given)
    if known is None:
        return _new(ask, given, department)
    return _beside(ask, given, known, department) if department else _with_role(ask, given, known)


def _with_role(ask: Ask, given: dict[str, str], known: Person) -> AddMember:
    """Somebody known, and what they may do from now on: the one way to a lesser role."""
    role = given_role(given) or ask(MemberRole, intro=_about(ask, given)).role
    return AddMember(known.name, role, tuple(map(as_worn, known.positions)))


def _department(ask: Ask, given: dict[str, str]) -> int | None:
    """Whoever owns or looks on may be there for all of it: where it was not said, they are not asked."""
    if "department" not in given and given_role(given) in (Role.OWNER, Role.VIEWER):
        return None
    found = ask(MemberPlace, options={"department": department_options(ask)}, given=given, intro=_about(ask, given))
    return int(record_id(found.department)) if found.department else None


def _new(ask: Ask, given: dict[str, str], department: int | None) -> AddMember:
    role = ask(MemberRole, given=given, intro=_about(ask, given)).role
    hats = (Hat(department, Name.same(""), _share(ask, given)),) if department else ()
    return AddMember(Name.same(given["name"]), role, hats)


def _beside(ask: Ask, given: dict[str, str], known: Person, department: int) -> AddMember:
    others = [position for position in known.positions if position.department_id != department]
    present = next((position for position in known.positions if position.department_id == department), None)
    share = _share_beside(ask, given, known, present, others)
    hat = Hat(department, present.title if present else Name.same(""), share)
    return AddMember(known.name, kept_role(known.role, given_role(given)), with_room(known.positions, hat))


def _about(ask: Ask, given: dict[str, str]) -> list[Text]:
    return [Text(ask.texts.say("members.about", name=given["name"]))]


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
