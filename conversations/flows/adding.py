"""`members add`: somebody new, or another hat for somebody known."""

from __future__ import annotations

from decimal import Decimal

from conversations.ask import Ask
from conversations.choice_fields import record_id
from conversations.fields import NumberField, Rejected, Taken
from conversations.flows.hats import as_worn, in_equal_parts, kept_role, with_room
from conversations.flows.member_words import (
    departments_said,
    given_role,
    read_member,
    shares_said,
    unlike_a_name,
)
from conversations.flows.people import department_options, known_namesake
from conversations.forms import choice, form, number, text
from conversations.view import Text
from kpi_engine.commands import AddMember, Hat
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Name


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
class MemberOwner:
    """Whether somebody really is to be an owner; else what they may do."""

    role: Role = choice(of=Role)


@form
class MemberShare:
    """The part of their time that one hat takes."""

    share: Decimal = number(Unit(UnitKind.PERCENT), least=0, most=1)


def added(ask: Ask, words: str) -> AddMember:
    """Asks for what the words leave out of the name, the department, the role and the share."""
    line = {"name": words} if words else {}
    given = read_member(ask, ask(Member, given=line, check=lambda said: unlike_a_name(ask, said.name)).name)
    known = known_namesake(ask, given["name"])
    if known and given.keys() == {"name", "role"}:
        return _with_role(ask, given, known)
    if len(departments_said(given)) > 1:
        return _several(ask, given, known)
    department = _department(ask, given)
    if known is None:
        return _new(ask, given, department)
    return _beside(ask, given, known, department) if department else _with_role(ask, given, known)


def _with_role(ask: Ask, given: dict[str, str], known: Person) -> AddMember:
    """Somebody known, and what they may do from now on: the one way to a lesser role."""
    role = _role(ask, given)
    return AddMember(known.name, role, tuple(map(as_worn, known.positions)))


def _department(ask: Ask, given: dict[str, str]) -> int | None:
    """Whoever owns or looks on may be there for all of it: where it was not said, they are not asked."""
    if "department" not in given and given_role(given) in (Role.OWNER, Role.VIEWER):
        return None
    found = ask(MemberPlace, options={"department": department_options(ask)}, given=given, intro=_about(ask, given))
    return int(record_id(found.department)) if found.department else None


def _new(ask: Ask, given: dict[str, str], department: int | None) -> AddMember:
    role = _role(ask, given)
    hats = (Hat(department, Name.same(""), _share(ask, given)),) if department else ()
    return AddMember(Name.same(given["name"]), role, hats)


def _several(ask: Ask, given: dict[str, str], known: Person | None) -> AddMember:
    """Several hats at once; of whoever is known the others stay, as far as there is room."""
    positions = known.positions if known else ()
    departments = [int(record_id(one)) for one in departments_said(given)]
    shares = [_read_share(ask, one) for one in shares_said(given)] or in_equal_parts(positions, departments)
    titles = {one.department_id: one.title for one in positions}
    hats = [Hat(id, titles.get(id, Name.same("")), share) for id, share in zip(departments, shares, strict=True)]
    role = kept_role(known.role, given_role(given)) if known else _role(ask, given)
    return AddMember(known.name if known else Name.same(given["name"]), role, with_room(positions, *hats))


def _read_share(ask: Ask, said: str) -> Decimal:
    """Refusal("words_left") where it is none."""
    read = NumberField(unit=Unit(UnitKind.PERCENT), least=Decimal(0), most=Decimal(1)).read(said, ask.today)
    if not isinstance(read, Taken) or not isinstance(read.value, Decimal):
        raise Refusal("words_left", words=said)
    return read.value


def _role(ask: Ask, given: dict[str, str]) -> Role:
    """What was said in words, or is chosen. An owner may do everything: nobody becomes one by a slip, so it is asked
    once more, and not under the same number.
    """
    about = _about(ask, given)
    role = ask(MemberRole, given=given, intro=about).role
    if role is not Role.OWNER or given.get("role") == role:
        return role
    owner, *others = ask.texts.options(Role)
    return ask(MemberOwner, options={"role": [*others, owner]}, intro=about).role


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
