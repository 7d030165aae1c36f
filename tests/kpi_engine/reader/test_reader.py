"""What one may ask, and what is answered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import Entry, NewKpi, PublishKpis, ReviseKpi, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import ActualState
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Name
from tests.factories import TODAY, Office, day, definition, entry, found_office, month, reading, who_may


def own_kpi(office: Office, name: str = "My calls") -> int:
    """A KPI of Sam's own, whose values Hal enters."""
    draft = NewKpi(definition(name, owner_id=office.hal), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (draft,)))
    return office.reader().kpis(person_id=office.sam)[0].kpi.id


def test_people_and_departments(office: Office) -> None:
    reader = office.reader(office.eve)
    assert [person.name.en for person in reader.people()] == ["Ann", "Hal", "Sam", "Mia", "Eve"]
    assert [department.id for department in reader.departments()] == [office.sales, office.service]


def test_who_has_left_is_of_everybody_still(office: Office) -> None:
    pat = office.hire("Pat", Role.MEMBER)
    office.do(Undo())
    reader = office.reader()
    assert [person.name.en for person in reader.everybody() if person.id == pat] == ["Pat"]
    assert pat not in [person.id for person in reader.people()]


def test_the_version_that_holds_today(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"), today=date(2026, 10, 5))
    higher = definition("A", target=Target(Decimal(200)))
    office.do(ReviseKpi(kpi_id, higher, date(2026, 12, 1), "grown"))
    targets = [
        office.reader(today=on).kpis()[0].definition.target.value for on in (date(2026, 9, 1), TODAY, date(2026, 12, 1))
    ]
    assert targets == [100, 100, 200]
    assert [version.number for version in office.reader().versions(kpi_id)] == [1, 2]


def test_a_kpi_that_is_retired_later_is_still_in_force(office: Office) -> None:
    retire = tuple(office.publish(definition("A")))
    drafts = (NewKpi(definition("B")),)
    office.do(PublishKpis(office.sales, "Sell", None, drafts, retire=retire, in_force=date(2026, 12, 1)))
    assert [version.definition.name.en for version in office.reader().kpis()] == ["A", "B"]
    later = office.reader(today=date(2026, 12, 1)).kpis(office.sales)
    assert [version.definition.name.en for version in later] == ["B"]


def test_the_record_with_its_corrections(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    for number, value in ((9, 1), (10, 2), (11, 3), (10, 4)):
        office.enter(entry(kpi_id, month(number), value))
    office.enter(Entry(kpi_id, month(9), ActualState.AWAY, None))
    reader = office.reader()
    assert [line.reading and line.reading.value for line in reader.actuals(kpi_id)] == [None, 4, 3, 2, 1]
    assert [line.state.value for line in reader.current(kpi_id)] == ["away", "ok", "ok"]
    assert [line.reading for line in reader.recent(kpi_id, 1)] == [reading(3)]
    assert [line.reading for line in reader.recent(kpi_id, 5)] == [reading(4), reading(3)]


def test_what_is_a_persons_own_is_not_everybodys(office: Office) -> None:
    kpi_id = own_kpi(office)
    office.enter(entry(kpi_id, month(11), 5))
    for allowed in (office.owner.person.id, office.hal, office.sam):
        assert office.reader(allowed).kpi_score(kpi_id, month(11)) is not None
        assert [version.kpi.id for version in office.reader(allowed).kpis()] == [kpi_id]
    for other in (office.mia, office.eve):
        reader = office.reader(other)
        assert reader.kpis() == ()
        for question in (reader.versions, reader.actuals, reader.current, reader.actions):
            with pytest.raises(Refusal) as caught:
                question(kpi_id)
            assert who_may(caught.value) == ["Hal", "Ann", "Sam"]


def test_another_company_does_not_exist(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    office.enter(entry(kpi_id, month(11), 5))
    other = found_office(office.session, name="Other").reader()
    assert not any((other.kpis(), other.goals(), other.swot(), other.owed()))
    assert other.company().name == Name.same("Other")
    assert len(other.people()) == 5
    assert {line.deed for line in other.audit(99)} == {Deed.SET_UP, Deed.ADD_MEMBER}
    for question in (other.versions, other.actuals, other.current, other.actions):
        with pytest.raises(Refusal, match="unknown_kpi"):
            question(kpi_id)
    assert office.sam not in [person.id for person in other.everybody()]


def test_what_is_owed(office: Office) -> None:
    months, days = office.publish(
        definition("Revenue", 50, office.sam),
        definition("Calls", 50, office.sam, frequency=PeriodKind.DAY),
        today=date(2026, 7, 1),
    )
    office.enter(entry(months, month(8), 7), entry(days, day(19), 3))
    owed = office.reader(office.sam).owed()
    assert [(one.version.kpi.id, one.period) for one in owed] == [
        (months, month(9)),
        (months, month(10)),
        (days, day(20)),
        (days, day(23)),
    ]
    assert [one.last and one.last.reading for one in owed] == [reading(7), reading(7), reading(3), reading(3)]
    assert office.reader(office.hal).owed() == ()


def test_what_is_owed_has_the_last_value_however_long_ago(office: Office) -> None:
    begun = date(2026, 7, 1)
    (calls,) = office.publish(definition("Calls", owner_id=office.sam, frequency=PeriodKind.DAY), today=begun)
    office.enter(entry(calls, day(1, of=7), 5), entry(calls, day(3, of=7), 3))
    owed = office.reader(office.sam).owed()
    assert [(one.period, one.last and one.last.reading) for one in owed] == [
        (day(20), reading(3)),
        (day(23), reading(3)),
    ]


def test_what_was_answered_is_not_owed(office: Office) -> None:
    (kpi_id,) = office.publish(definition("Calls", frequency=PeriodKind.DAY), today=date(2026, 11, 2))
    office.enter(Entry(kpi_id, day(20), ActualState.NOT_APPLICABLE, None), entry(kpi_id, day(23), 1))
    assert office.reader().owed() == ()


def test_nothing_is_owed_from_before_a_kpi_began_or_after_it_ended(office: Office) -> None:
    office.publish(definition("Calls", frequency=PeriodKind.DAY, cycle=PeriodKind.WEEK))
    assert [one.period for one in office.reader().owed()] == [day(23)]
    office.publish(definition("Revenue", cycle=PeriodKind.MONTH))
    assert office.reader().owed() == ()


def test_values_are_asked_of_the_present_owner(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A", owner_id=office.sam), today=date(2026, 9, 1))
    office.do(ReviseKpi(kpi_id, definition("A", owner_id=office.mia), TODAY, "Sam has left"))
    assert office.reader(office.sam).owed() == ()
    assert [one.period for one in office.reader(office.mia).owed()] == [month(9), month(10)]


def test_the_trend_of_a_line(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"), today=date(2026, 6, 1))
    for number, value in ((6, 60), (7, 70), (9, 90), (11, 50)):
        office.enter(entry(kpi_id, month(number), value))
    line = office.reader(today=date(2026, 12, 1)).kpi_score(kpi_id, month(11))
    assert line is not None
    assert list(line.trend) == [60, 70, None, 90, None, 50]


def test_a_line_where_nothing_is_measured(office: Office) -> None:
    (kpi_id,) = office.publish(definition("A"))
    reader = office.reader()
    assert reader.kpi_score(kpi_id, month(8)) is None
    assert reader.kpi_score(kpi_id, Period.holding(TODAY, PeriodKind.WEEK)) is None
    assert office.stored_score(kpi_id, month(8)) is None
