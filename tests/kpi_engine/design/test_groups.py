"""Who gets which place where groups become departments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.presence import Presence
from kpi_engine.design.groups import Placing, placing
from kpi_engine.model.company import Department, Person, Position, Role
from kpi_engine.model.groups import Group, GroupMember
from kpi_engine.model.name import Language, Name

SALES = Department(1, Name("Sales", "销售"))
STORES = Department(2, Name.same("Stores"))


def somebody(name: str, person_id: int | None = None) -> GroupMember:
    return GroupMember(f"U-{name}", name, Language.EN, "", person_id)


def group(name: str, *people: GroupMember) -> Group:
    return Group(f"S-{name}", name, people)


def person(id: int, name: str, role: Role = Role.MEMBER, *departments: int) -> Person:
    hats = tuple(Position(each, Name.same(""), Decimal(1)) for each in departments)
    return Person(id, Name.same(name), role, Language.EN, "UTC", hats)


LEFT = replace(person(7, "Lou"), active=False, presence=Presence(left=date(2026, 5, 1)))
TAKEN_BACK = replace(person(8, "Kim"), active=False)


@pytest.mark.parametrize(
    ("groups", "everybody", "made", "newcomers", "placed", "kept", "namesakes"),
    [
        ([group("Field", somebody("Ann"))], [], ["Field"], ["Ann"], [], [], []),
        ([group("SALES", somebody("Ann"))], [], [], ["Ann"], [], [], []),
        ([group("Finance", somebody("Ann"))], [], ["Finance"], ["Ann"], [], [], []),
        ([group("Field"), Group("S2", "field", ())], [], ["Field"], [], [], [], []),
        ([group("Field", somebody("Ann", 1))], [person(1, "Ann")], ["Field"], [], ["Ann"], [], []),
        ([group("Field", somebody("Ann", 1))], [person(1, "Ann", Role.OWNER)], ["Field"], [], [], ["Ann"], []),
        ([group("Field", somebody("Ann", 1))], [person(1, "Ann", Role.VIEWER)], ["Field"], [], [], ["Ann"], []),
        ([group("Field", somebody("Ann", 1))], [person(1, "Ann", Role.HEAD, 2)], ["Field"], [], [], ["Ann"], []),
        ([group("Sales", somebody("Ann", 1))], [person(1, "Ann", Role.MEMBER, 1)], [], [], [], [], []),
        ([group("Sales", somebody("Ann"))], [person(1, "ann")], [], [], [], [], ["Ann"]),
        ([group("Sales", somebody("Lou", 7))], [LEFT], [], [], [], [], []),
        ([group("Sales", somebody("Kim", 8))], [TAKEN_BACK], [], [], ["Kim"], [], []),
    ],
)
def test_places(
    groups: list[Group],
    everybody: list[Person],
    made: list[str],
    newcomers: list[str],
    placed: list[str],
    kept: list[str],
    namesakes: list[str],
) -> None:
    found = placing(groups, [SALES, STORES], everybody)
    assert [name.en for name in found.made] == made
    assert [seat.member.name for seat in found.newcomers] == newcomers
    assert [seat.member.name for seat in found.placed] == placed
    assert [one.name.en for one in found.kept] == kept
    assert list(found.namesakes) == namesakes
    assert found.is_nothing is not bool(made or newcomers or placed)


def test_a_usual_department_has_its_name_in_both_languages() -> None:
    assert placing([group("财务")], [], []).made[0].en == "Finance"


def test_two_of_one_name_are_one_too_many() -> None:
    first, second = somebody("Li Wei"), replace(somebody("Li Wei"), account="U-2")
    found = placing([group("Sales", first, second)], [SALES], [])
    assert (_accounts(found), found.namesakes) == (["U-Li Wei"], ("Li Wei",))


@pytest.mark.parametrize(("count", "shares"), [(1, ["1"]), (2, ["0.5", "0.5"]), (3, ["0.34", "0.33", "0.33"])])
def test_who_is_in_several_has_an_equal_part_of_their_time_in_each(count: int, shares: list[str]) -> None:
    found = placing([group(f"Group {n}", somebody("Ann")) for n in range(count)], [], [])
    (seat,) = found.newcomers
    assert [share for _, share in seat.hats] == [Decimal(share) for share in shares]


def _accounts(found: Placing) -> list[str]:
    return [seat.member.account for seat in found.newcomers]
