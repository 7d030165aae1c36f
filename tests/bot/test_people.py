"""Who stands behind an account: the founder, somebody known, somebody of that name, or a stranger."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from adapters.base import LOCAL, Standing, Who
from bot.people import arrive, language_of, person_called, settle
from bot.tables import AccountRow, WorkspaceRow
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Actor, Role
from kpi_engine.model.name import Language, Name
from kpi_engine.store.tables import PersonRow
from tests.factories import NOW, Office


def who(name: str, user: str = "", workspace: str = "T1", hint: str = "", platform: str = LOCAL) -> Who:
    return Who(platform, workspace, user or name, name, hint)


def come(session: Session, person: Who) -> Actor:
    return arrive(session, person, NOW)


def test_whoever_comes_first_founds_a_company_and_owns_it(session: Session) -> None:
    founder = come(session, who("Anna"))

    assert (founder.person.name, founder.person.role) == (Name.same("Anna"), Role.OWNER)
    assert come(session, who("Anna")) == founder


def test_another_workspace_is_a_company_of_its_own_where_its_first_member_says_so(session: Session) -> None:
    here = come(session, who("Anna"))
    with pytest.raises(Refusal, match="nobodys_yet"):
        come(session, who("Anna", workspace="T2"))
    there = arrive(session, who("Anna", workspace="T2"), NOW, founding=True)

    assert here.company_id != there.company_id
    assert session.scalar(select(func.count()).select_from(WorkspaceRow)) == 2


def test_no_guest_founds_a_company_whatever_they_say(session: Session) -> None:
    come(session, who("Anna"))
    with pytest.raises(Refusal, match="not_invited"):
        arrive(session, replace(who("Eve", workspace="T2"), standing=Standing.GUEST), NOW, founding=True)


def test_a_stranger_is_refused_with_the_nearest_names_and_leaves_no_trace(office: Office) -> None:
    settle(office.session, LOCAL, "T1", office.owner.company_id)
    with pytest.raises(Refusal) as refused:
        come(office.session, who("Anne"))

    assert refused.value.params == {"name": "Anne", "nearest": ("Ann",)}
    assert office.session.scalars(select(AccountRow)).all() == []


def test_a_member_is_known_by_name_at_first_and_by_account_from_then_on(office: Office) -> None:
    settle(office.session, LOCAL, "T1", office.owner.company_id)
    hal = come(office.session, who("hal", user="U7"))

    assert hal.person.id == office.hal
    assert come(office.session, who("Somebody else's name", user="U7")).person.id == office.hal
    assert len(office.session.scalars(select(AccountRow)).all()) == 1


def test_on_a_platform_nobody_becomes_a_member_by_what_they_call_themselves(office: Office) -> None:
    settle(office.session, "slack", "T1", office.owner.company_id)
    with pytest.raises(Refusal) as refused:
        come(office.session, who("Ann", user="U9", platform="slack"))

    assert refused.value.key == "not_invited"
    assert refused.value.params == {"name": "Ann"}
    assert office.session.scalars(select(AccountRow)).all() == []


def test_who_has_left_is_a_stranger_by_name(office: Office) -> None:
    settle(office.session, LOCAL, "T1", office.owner.company_id)
    office.session.get_one(PersonRow, office.sam).active = False

    with pytest.raises(Refusal, match="nobody_called"):
        come(office.session, who("Sam"))


def test_who_has_left_is_heard_no_more_by_their_account_either(office: Office) -> None:
    settle(office.session, LOCAL, "T1", office.owner.company_id)
    come(office.session, who("Sam"))
    office.session.get_one(PersonRow, office.sam).active = False

    with pytest.raises(Refusal, match="you_left"):
        come(office.session, who("Sam"))


def test_of_two_people_of_one_name_none_is_taken(office: Office) -> None:
    for id, name in ((office.sam, "Li Na"), (office.hal, "Lina")):
        office.session.get_one(PersonRow, id).name = Name.same(name)

    with pytest.raises(Refusal, match="several_called"):
        person_called(office.reader().people(), "li-na")


def test_people_are_called_by_their_name_in_either_language(office: Office) -> None:
    office.session.get_one(PersonRow, office.sam).name = Name("Li Na", "李娜")
    people = office.reader().people()

    assert person_called(people, "li  na").id == person_called(people, "李娜").id == office.sam


@pytest.mark.parametrize(
    ("name", "hint", "language"),
    [
        ("Anna", "", Language.EN),
        ("安娜", "", Language.ZH),
        ("Anna", "zh-CN", Language.ZH),
        ("Anna", "ZH", Language.ZH),
        ("安娜", "en-US", Language.EN),
        ("Anna", "de", Language.EN),
    ],
)
def test_the_language_is_what_the_platform_tells_or_what_the_name_is_written_in(
    name: str, hint: str, language: Language
) -> None:
    assert language_of(who(name, hint=hint)) is language
