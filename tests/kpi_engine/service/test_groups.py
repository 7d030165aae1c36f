"""Groups become departments with their people, and are given back."""

from __future__ import annotations

import pytest

from kpi_engine.commands import AddMember, TakeGroups, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Role
from kpi_engine.model.done import GroupsTaken, Undone
from kpi_engine.model.groups import Group, GroupMember
from kpi_engine.model.name import Language, Name
from tests.factories import Office, hat


def somebody(name: str, person_id: int | None = None) -> GroupMember:
    return GroupMember(f"U-{name}", name, Language.ZH, "Asia/Tokyo", person_id)


FIELD = TakeGroups((Group("S1", "Field", (somebody("王芳"), somebody("Tom"))),))


def taken(office: Office, command: TakeGroups = FIELD) -> GroupsTaken:
    done = office.do(command)
    assert isinstance(done, GroupsTaken)
    return done


def refused(office: Office, command: TakeGroups | Undo, by: int | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command, by)
    return caught.value


def test_people_come_as_members_with_their_language_and_their_clock(office: Office) -> None:
    done = taken(office)
    (field,) = done.made
    first = done.newcomers[0].person
    assert (done.newcomers[0].account, first.name.en, first.role) == ("U-王芳", "王芳", Role.MEMBER)
    assert (first.language, first.time_zone, first.department_ids) == (Language.ZH, "Asia/Tokyo", frozenset({field.id}))


def test_taken_twice_nothing_is_new(office: Office) -> None:
    people = [somebody(each.person.name.en, each.person.id) for each in taken(office).newcomers]
    before = office.reader().people(), office.reader().departments()
    assert refused(office, TakeGroups((Group("S1", "Field", tuple(people)),))).key == "groups_nothing_new"
    assert (office.reader().people(), office.reader().departments()) == before


@pytest.mark.parametrize("who", ["hal", "sam", "eve"])
def test_only_an_owner_makes_departments(office: Office, who: str) -> None:
    assert refused(office, FIELD, getattr(office, who)).key == "not_allowed"


def test_it_is_written_down_with_every_person_and_department(office: Office) -> None:
    taken(office)
    (entry, *_) = office.reader().audit(5)
    assert (entry.deed, entry.subject) == (Deed.TAKE_GROUPS, "Field")
    told = {(change.about.en, change.field) for change in entry.changes}
    assert {("Field", "department.name"), ("Tom", "person.role"), ("Tom", "person.positions")} <= told


def test_undo_gives_people_and_departments_back(office: Office) -> None:
    people, departments = office.reader().people(), office.reader().departments()
    taken(office)
    done = office.do(Undo())
    assert isinstance(done, Undone)
    assert (office.reader().people(), office.reader().departments()) == (people, departments)


def test_what_somebody_has_built_on_is_not_given_back(office: Office) -> None:
    boss = office.hire("Bo", Role.OWNER)
    (field,) = taken(office).made
    office.do(AddMember(Name.same("Jo"), Role.MEMBER, (hat(field.id),)), boss)
    refusal = refused(office, Undo())
    assert (refusal.key, refusal.params["what"]) == ("changed_since", field.name)
