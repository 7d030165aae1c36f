"""Setting up a company, its people and their hats."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.calendar.working import Calendar
from kpi_engine.commands import AddMember, ChooseLanguage, ChooseRanking, RankPeople, SetUpCompany
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Role
from kpi_engine.model.done import CompanySetUp, LanguageChosen, MemberAdded, PeopleRanked, RankingChosen
from kpi_engine.model.kpi import UnitKind
from kpi_engine.model.name import Language, Name
from kpi_engine.service.execute import execute
from kpi_engine.store.tables import CompanyRow, PersonRow
from kpi_engine.store.work import Work
from tests.factories import NOW, TODAY, Office, definition, entry, hat, who_may


def refused(office: Office, command: SetUpCompany | AddMember, by: int | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command, by)
    return caught.value


def test_a_company_is_set_up(office: Office) -> None:
    company = office.reader().company()
    assert (company.name, company.time_zone) == (Name.same("Acme"), "Asia/Shanghai")
    assert [each.name.zh for each in office.reader().departments()] == ["销售部", "客服部"]
    assert office.person(office.owner.person.id).time_zone == "Asia/Shanghai"


def test_setting_up_again_adds_what_is_new(office: Office) -> None:
    names = (Name.same("SALES"), Name.same("  Human\n resources "), Name.same("客服部"))
    done = office.do(SetUpCompany("Acme & Sons", "UTC", names, "CNY"))
    assert isinstance(done, CompanySetUp)
    assert [each.name.en for each in done.departments] == ["Sales", "Service", "Human resources"]
    assert done.company.currency == "CNY"
    assert {person.time_zone for person in office.reader().people()} == {"UTC"}


def test_what_is_not_said_anew_stays(office: Office) -> None:
    row = office.session.get_one(CompanyRow, office.owner.company_id)
    row.name, row.working_days = Name("Acme", "艾克米"), frozenset({0, 5})
    for said in ("Acme", "艾克米"):
        office.do(SetUpCompany(said, "UTC", ()))
        company = office.reader().company()
        assert (company.name, company.calendar.weekdays) == (Name("Acme", "艾克米"), frozenset({0, 5}))
    office.do(SetUpCompany("Acme & Sons", "UTC", ()))
    assert office.reader().company().name == Name.same("Acme & Sons")


def test_money_stays_what_it_was_counted_in(office: Office) -> None:
    office.publish(definition("Visits"))
    office.do(SetUpCompany("Acme", "UTC", (), "EUR"))
    office.publish(definition("Revenue", unit=UnitKind.MONEY))
    refusal = refused(office, SetUpCompany("Acme", "UTC", (), "CNY"))
    assert (refusal.key, refusal.params) == ("currency_in_use", {"currency": "EUR"})
    office.do(SetUpCompany("Acme & Sons", "UTC", (), "EUR"))


def test_a_company_in_china_keeps_its_holidays_unless_it_says_otherwise(office: Office) -> None:
    assert office.reader().company().calendar == Calendar(country="CN")
    office.do(SetUpCompany("Acme", "Asia/Shanghai", (), country=""))
    assert office.reader().company().calendar == Calendar()
    office.do(SetUpCompany("Acme", "Asia/Shanghai", ()))
    assert office.reader().company().calendar == Calendar()
    office.do(SetUpCompany("Acme", "Europe/Berlin", (), country="DE"))
    office.do(SetUpCompany("Acme", "Europe/Berlin", ()))
    assert office.reader().company().calendar == Calendar(country="DE")
    office.do(SetUpCompany("Acme", "UTC", ()))
    assert office.reader().company().calendar == Calendar()


def test_a_fiscal_year_stays_until_another_one_is_named(office: Office) -> None:
    office.do(SetUpCompany("Acme", "Asia/Shanghai", (), year_start=4))
    office.do(SetUpCompany("Acme", "Asia/Shanghai", ()))
    assert office.reader().company().calendar.year_start == 4


def test_a_year_by_which_something_is_measured_cannot_begin_elsewhere(office: Office) -> None:
    office.publish(definition(cycle=PeriodKind.MONTH))
    office.do(SetUpCompany("Acme", "Asia/Shanghai", (), year_start=4))
    office.publish(definition(cycle=PeriodKind.QUARTER))
    assert refused(office, SetUpCompany("Acme", "Asia/Shanghai", (), year_start=7)).key == "year_start_in_use"
    office.do(SetUpCompany("Acme", "Asia/Shanghai", (), year_start=4))


def test_a_quarter_of_a_fiscal_year_is_entered_and_scored(office: Office) -> None:
    office.do(SetUpCompany("Acme", "Asia/Shanghai", (), year_start=2))
    (kpi_id,) = office.publish(definition(frequency=PeriodKind.QUARTER, cycle=PeriodKind.YEAR))
    quarter = Period(date(2026, 11, 1), PeriodKind.QUARTER)
    office.enter(entry(kpi_id, quarter, 20))
    assert write_period(office.reader().current(kpi_id)[0].period) == "FY2027-Q4"
    line = office.stored_score(kpi_id, Period(date(2026, 2, 1), PeriodKind.YEAR))
    assert line is not None
    assert (line.of, line.score, write_period(line.period)) == (4, Decimal(80), "FY2027")
    with pytest.raises(Refusal, match="wrong_period"):
        office.enter(entry(kpi_id, Period(date(2026, 10, 1), PeriodKind.QUARTER), 20))


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (SetUpCompany("", "UTC", ()), "name_empty"),
        (SetUpCompany("\x00\t ", "UTC", ()), "name_empty"),
        (SetUpCompany("x" * 201, "UTC", ()), "name_too_long"),
        (SetUpCompany("Acme", "Mars/Olympus", ()), "unknown_time_zone"),
        (SetUpCompany("Acme", "UTC", (), currency="dollars"), "unknown_currency"),
        (SetUpCompany("Acme", "UTC", (), country="XX"), "unknown_country"),
        (SetUpCompany("Acme", "UTC", (), year_start=0), "year_start_range"),
        (SetUpCompany("Acme", "UTC", (), year_start=13), "year_start_range"),
    ],
)
def test_settings_that_cannot_be(office: Office, command: SetUpCompany, key: str) -> None:
    assert refused(office, command).key == key
    assert office.reader().company().name == Name.same("Acme")


def test_strange_names_are_kept_as_they_are(office: Office) -> None:
    strange = "<b>*x*</b> '; DROP TABLE person; -- {{ 7*7 }} 😀 שלום"
    person_id = office.hire(strange, Role.MEMBER)
    assert office.person(person_id).name == Name.same(strange)


def test_a_member_has_hats(office: Office) -> None:
    mia = office.person(office.mia)
    assert [(hat.department_id, hat.share) for hat in mia.positions] == [
        (office.sales, Decimal("0.6")),
        (office.service, Decimal("0.4")),
    ]


def test_a_known_name_changes_hats_and_role(office: Office) -> None:
    done = office.do(AddMember(Name.same("sam"), Role.HEAD, (hat(office.service),)))
    assert isinstance(done, MemberAdded)
    assert not done.is_new
    assert (done.person.id, done.person.role) == (office.sam, Role.HEAD)
    assert done.person.department_ids == {office.service}


@pytest.mark.parametrize("name", ["Li Na", "lina", "LI-NA", "Ｌｉ　Ｎａ"])
def test_a_name_is_one_persons_however_it_is_written(office: Office, name: str) -> None:
    assert office.hire("Li Na", Role.MEMBER) == office.hire(name, Role.MEMBER)


def test_a_name_that_two_people_have_says_nothing(office: Office) -> None:
    refusal = refused(office, AddMember(Name("Sam", "Hal"), Role.MEMBER, ()))
    assert (refusal.key, refusal.params) == ("several_called", {"name": "Sam"})


def test_time_is_not_shared_out_twice(office: Office) -> None:
    over = AddMember(Name.same("Pat"), Role.MEMBER, (hat(office.sales, "0.7"), hat(office.service, "0.4")))
    refusal = refused(office, over)
    assert (refusal.key, refusal.params) == ("share_over", {"total": Decimal("1.1")})
    assert refused(office, AddMember(Name.same("Pat"), Role.MEMBER, (hat(office.sales, "0"),))).key == "share_range"
    assert "Pat" not in [person.name.en for person in office.reader().people()]


def test_a_hat_needs_a_department(office: Office) -> None:
    refusal = refused(office, AddMember(Name.same("Pat"), Role.MEMBER, (hat(99),)))
    assert refusal.key == "unknown_department"


def test_the_last_owner_stays(office: Office) -> None:
    assert refused(office, AddMember(Name.same("Ann"), Role.MEMBER, ())).key == "last_owner"
    office.hire("Bob", Role.OWNER)
    office.do(AddMember(Name.same("Ann"), Role.MEMBER, ()))


def test_a_head_adds_members_to_the_own_department(office: Office) -> None:
    pat = Name.same("Pat")
    assert isinstance(office.do(AddMember(pat, Role.MEMBER, (hat(office.sales),)), by=office.hal), MemberAdded)
    for command in (
        AddMember(pat, Role.MEMBER, (hat(office.service),)),
        AddMember(pat, Role.HEAD, (hat(office.sales),)),
        AddMember(Name.same("Ann"), Role.MEMBER, (hat(office.sales),)),
        AddMember(Name.same("Mia"), Role.MEMBER, (hat(office.sales),)),
        AddMember(Name.same("New"), Role.MEMBER, ()),
    ):
        refusal = refused(office, command, by=office.hal)
        assert who_may(refusal) == ["Ann"]


def test_everybody_chooses_their_language(office: Office) -> None:
    assert office.do(ChooseLanguage(Language.ZH), by=office.eve) == LanguageChosen(Language.ZH)
    assert office.person(office.eve).language is Language.ZH


def test_everybody_is_ranked_unless_they_choose_otherwise(office: Office) -> None:
    assert office.person(office.eve).ranked
    assert office.do(ChooseRanking(ranked=False), by=office.eve) == RankingChosen(ranked=False)
    assert not office.person(office.eve).ranked
    assert office.person(office.sam).ranked


def test_the_owner_decides_whether_people_are_ranked(office: Office) -> None:
    assert not office.reader().company().ranks_people
    assert office.do(RankPeople(on=True)) == PeopleRanked(on=True)
    assert office.reader().company().ranks_people
    with pytest.raises(Refusal, match="not_allowed"):
        office.do(RankPeople(on=False), by=office.hal)


def test_who_has_left_does_nothing(office: Office) -> None:
    sam = office.actor(office.sam)
    office.session.get_one(PersonRow, office.sam).active = False
    with pytest.raises(Refusal, match="you_left"):
        execute(ChooseLanguage(Language.ZH), Work(office.session, sam, NOW, TODAY))
