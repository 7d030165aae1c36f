"""What taking groups of people as departments comes to, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.design.catalogue import departments as usual
from kpi_engine.design.match import bare, name_among
from kpi_engine.model.company import Department, Person, Role
from kpi_engine.model.groups import Group, GroupMember
from kpi_engine.model.name import Name

_EVERYWHERE = (Role.OWNER, Role.VIEWER)
"""Who is there for the whole company, and needs no department."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody, whom the company may know, and a share of their time (0 to 1) for each of their departments."""

    member: GroupMember
    person: Person | None
    hats: tuple[tuple[Name, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Placing:
    """What the groups come to."""

    taken: tuple[Name, ...]
    """The departments that the groups are."""
    made: tuple[Name, ...]
    """Of these the ones that there are not yet."""
    newcomers: tuple[Seat, ...]
    """Seen for the first time."""
    placed: tuple[Seat, ...]
    """Known, and without a department so far."""
    kept: tuple[Person, ...]
    """Who works elsewhere already, or for all of the company, and stays there."""
    namesakes: tuple[str, ...]
    """Nobody knows their account, and somebody is called so already: that they are the same only a code can say."""

    @property
    def is_nothing(self) -> bool:
        """Whether all of it is so already."""
        return not (self.made or self.newcomers or self.placed)


def placing(groups: Sequence[Group], departments: Sequence[Department], everybody: Iterable[Person]) -> Placing:
    """Who gets which place; `everybody` has those who have left too, and they stay away.

    Who is in several of the groups belongs to each of them with an equal part of their time.
    """
    known = {department.name: department.id for department in departments}
    names = _departments(groups, known)
    by_id = {person.id: person for person in everybody}
    seats = _seats(groups, names, by_id)
    strangers = [seat for seat in seats if seat.person is None]
    newcomers = _first_of_their_name(strangers, by_id.values())
    there = [(seat, seat.person) for seat in seats if seat.person and not _has_left(seat.person)]
    taken = tuple(dict.fromkeys(names.values()))
    ids = {known.get(name) for name in taken}
    return Placing(
        taken,
        tuple(name for name in taken if name not in known),
        newcomers,
        tuple(seat for seat, person in there if not _has_place(person)),
        tuple(person for _, person in there if _has_place(person) and not person.department_ids & ids),
        tuple(seat.member.name for seat in strangers if seat not in newcomers),
    )


def _departments(groups: Iterable[Group], known: Iterable[Name]) -> dict[str, Name]:
    """The department of each group's name, by the group's id; of one that is usual, its name in both languages."""
    every = [*known, *(department.name for department in usual())]
    found: dict[str, Name] = {}
    for group in groups:
        found[group.id] = name_among(group.name, [*every, *found.values()])
    return found


def _seats(groups: Iterable[Group], names: Mapping[str, Name], people: Mapping[int, Person]) -> list[Seat]:
    """One for each account."""
    members: dict[str, GroupMember] = {}
    places: dict[str, dict[Name, None]] = {}
    for group in groups:
        for member in group.people:
            members.setdefault(member.account, member)
            places.setdefault(member.account, {})[names[group.id]] = None
    return [
        Seat(member, people.get(member.person_id or 0), _shared_out(list(places[account])))
        for account, member in members.items()
    ]


def _shared_out(places: Sequence[Name]) -> tuple[tuple[Name, Decimal], ...]:
    """Whole percents; what they leave is the first one's."""
    each = Decimal(100 // len(places)) / 100
    first = 1 - each * (len(places) - 1)
    return tuple((name, each if n else first) for n, name in enumerate(places))


def _first_of_their_name(strangers: Iterable[Seat], people: Iterable[Person]) -> tuple[Seat, ...]:
    """Those whose name nobody has, in either language."""
    called = {bare(name) for person in people for name in (person.name.en, person.name.zh)}
    first: dict[str, Seat] = {}
    for seat in strangers:
        first.setdefault(bare(seat.member.name), seat)
    return tuple(seat for name, seat in first.items() if name not in called)


def _has_left(person: Person) -> bool:
    """Rather than having been added and taken back."""
    return not person.active and person.presence.left is not None


def _has_place(person: Person) -> bool:
    return person.active and (bool(person.positions) or person.role in _EVERYWHERE)
