"""Changes from a date on: weights as a set, one more KPI, one less, the target of one cycle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import (
    AddKpi,
    Command,
    NewKpi,
    PublishKpis,
    RetireKpi,
    ReviseKpi,
    SetPeriodTarget,
    SetWeights,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.done import PeriodTargetSet, SetChanged
from kpi_engine.model.kpi import Target
from tests.factories import HUNDRED, TODAY, Office, definition, entry, month, reading

DECEMBER = date(2026, 12, 1)
OCTOBER = month(10)
TWO_HUNDRED = Target(Decimal(200))


def refused(office: Office, command: Command, by: int | None = None, today: date = TODAY) -> str:
    with pytest.raises(Refusal) as caught:
        office.do(command, by, today)
    return caught.value.key


def weights(*pairs: tuple[int, int]) -> tuple[tuple[int, Decimal], ...]:
    return tuple((kpi_id, Decimal(weight)) for kpi_id, weight in pairs)


def in_force(office: Office, today: date = TODAY) -> dict[str, Decimal]:
    kpis = office.reader(today=today).kpis(office.sales)
    return {version.definition.name.en: version.definition.weight for version in kpis}


def test_weights_are_changed_together_from_a_date_on(office: Office) -> None:
    a, b, c = office.publish(definition("A", 50), definition("B", 30), definition("C", 20))
    done = office.do(SetWeights(weights((a, 40), (b, 40), (c, 20)), DECEMBER, "B matters"), by=office.hal)
    assert isinstance(done, SetChanged)
    assert [(version.kpi.id, version.number, version.reason) for version in done.versions] == [
        (a, 2, "B matters"),
        (b, 2, "B matters"),
    ]
    assert in_force(office) == {"A": 50, "B": 30, "C": 20}
    assert in_force(office, DECEMBER) == {"A": 40, "B": 40, "C": 20}
    office.do(Undo(), by=office.hal)
    assert in_force(office, DECEMBER) == {"A": 50, "B": 30, "C": 20}


def test_what_are_no_weights_of_a_set(office: Office) -> None:
    a, b = office.publish(definition("A", 50), definition("B", 50))
    good = SetWeights(weights((a, 40), (b, 60)), TODAY, "B matters")
    for bad, key in (
        (replace(good, weights=()), "set_changed"),
        (replace(good, weights=weights((a, 100))), "set_changed"),
        (replace(good, weights=weights((a, 40), (b, 30), (b, 30))), "set_changed"),
        (replace(good, weights=weights((99, 100))), "unknown_kpi"),
        (replace(good, weights=weights((a, 40), (b, 50))), "weights_sum"),
        (replace(good, weights=weights((a, 0), (b, 100))), "weight_range"),
        (replace(good, weights=weights((a, 50), (b, 50))), "weights_same"),
        (replace(good, reason=" "), "reason_missing"),
        (replace(good, in_force=date(2026, 10, 31)), "in_force_past"),
    ):
        assert refused(office, bad) == key
    assert refused(office, good, by=office.sam) == "not_allowed"
    assert in_force(office) == {"A": 50, "B": 50}


def test_one_more_kpi(office: Office) -> None:
    (a,) = office.publish(definition("A"))
    draft = NewKpi(definition("B", 30), past=((month(10), reading(90)),))
    done = office.do(AddKpi(office.sales, draft, weights((a, 70)), TODAY, "new shop"), by=office.hal)
    assert isinstance(done, SetChanged)
    assert [(version.definition.name.en, version.number) for version in done.versions] == [("A", 2), ("B", 1)]
    assert in_force(office) == {"A": 70, "B": 30}
    b = done.versions[1]
    assert b.definition.goal_id == office.reader().goals()[0].id
    assert [line.reading for line in office.reader().recent(b.kpi.id, 5)] == [reading(90)]
    office.do(Undo(), by=office.hal)
    assert in_force(office) == {"A": 100}


def test_a_kpi_with_values_of_others_is_not_taken_back(office: Office) -> None:
    (a,) = office.publish(definition("A"))
    done = office.do(AddKpi(office.sales, NewKpi(definition("B", 30)), weights((a, 70)), TODAY, "new"), by=office.hal)
    assert isinstance(done, SetChanged)
    office.enter(entry(done.versions[1].kpi.id, month(11), 5))
    assert refused(office, Undo(), by=office.hal) == "changed_since"


def test_which_kpi_cannot_be_added(office: Office) -> None:
    (a,) = office.publish(definition("A"))
    good = AddKpi(office.sales, NewKpi(definition("B", 30)), weights((a, 70)), TODAY, "new")
    for bad, key in (
        (replace(good, department_id=99), "unknown_department"),
        (replace(good, weights=()), "set_changed"),
        (replace(good, weights=weights((a, 60))), "weights_sum"),
        (replace(good, kpi=NewKpi(definition("a", 30))), "kpi_name_taken"),
        (replace(good, kpi=NewKpi(definition("B", 30, cycle=PeriodKind.DAY))), "cycle_shorter"),
        (replace(good, kpi=NewKpi(definition("B", 100), person_id=office.eve), weights=()), "not_of_department"),
        (replace(good, in_force=date(2026, 10, 1)), "in_force_past"),
    ):
        assert refused(office, bad) == key


def test_one_less(office: Office) -> None:
    a, b, c = office.publish(definition("A", 50), definition("B", 30), definition("C", 20))
    retire = RetireKpi(c, weights((a, 60), (b, 40)), DECEMBER, "always green")
    assert refused(office, replace(retire, weights=weights((a, 60)))) == "set_changed"
    assert refused(office, replace(retire, weights=weights((a, 60), (b, 30)))) == "weights_sum"
    office.do(retire)
    assert in_force(office) == {"A": 50, "B": 30, "C": 20}
    assert in_force(office, DECEMBER) == {"A": 60, "B": 40}
    assert refused(office, retire) == "kpi_retired"
    office.do(Undo())
    assert in_force(office, DECEMBER) == {"A": 50, "B": 30, "C": 20}


def test_the_last_kpi_of_a_department_stays_but_a_persons_own_may_end(office: Office) -> None:
    (a,) = office.publish(definition("A"))
    assert refused(office, RetireKpi(a, (), TODAY, "done")) == "no_kpis"
    mine = NewKpi(definition("Calls", owner_id=office.sam), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    (own,) = office.reader().kpis(person_id=office.sam)
    office.do(RetireKpi(own.kpi.id, (), DECEMBER, "measured by the team"))
    assert office.reader(today=DECEMBER).kpis(person_id=office.sam) == ()


def test_a_target_of_one_cycle(office: Office) -> None:
    (a,) = office.publish(definition("A"))
    office.enter(entry(a, month(11), 100))
    done = office.do(SetPeriodTarget(a, month(11), TWO_HUNDRED, "the fair"), by=office.hal)
    assert isinstance(done, PeriodTargetSet)
    assert (done.target, done.previous) == (TWO_HUNDRED, Target(Decimal(100)))
    line, stored = office.reader().kpi_score(a, month(11)), office.stored_score(a, month(11))
    assert line
    assert stored
    assert (line.score, stored.score, line.target) == (Decimal(50), Decimal(50), TWO_HUNDRED)
    office.do(SetPeriodTarget(a, month(11), Target(Decimal(400)), "a larger fair"), by=office.hal)
    assert score(office, a) == 25
    office.do(SetPeriodTarget(a, month(11), None, "no fair"), by=office.hal)
    assert score(office, a) == 100
    for expected in (25, 50, 100):
        office.do(Undo(), by=office.hal)
        assert score(office, a) == expected


def test_a_target_that_somebody_changed_since_is_not_taken_back(office: Office) -> None:
    (a,) = office.publish(definition("A"))
    office.do(SetPeriodTarget(a, month(11), TWO_HUNDRED, "the fair"), by=office.hal)
    office.do(SetPeriodTarget(a, month(11), Target(Decimal(300)), "more"))
    assert refused(office, Undo(), by=office.hal) == "changed_since"


def test_what_is_no_target_of_a_cycle(office: Office) -> None:
    (a,) = office.publish(definition("A"))
    good = SetPeriodTarget(a, month(11), TWO_HUNDRED, "the fair")
    for bad, key in (
        (replace(good, kpi_id=99), "unknown_kpi"),
        (replace(good, cycle=Period(OCTOBER.start, PeriodKind.QUARTER)), "wrong_cycle"),
        (replace(good, cycle=month(10)), "in_force_past"),
        (replace(good, target=Target(Decimal(100), threshold=Decimal(120))), "target_out_of_order"),
        (replace(good, target=None), "nothing_changed"),
        (replace(good, reason=""), "reason_missing"),
    ):
        assert refused(office, bad) == key
    assert refused(office, good, by=office.sam) == "not_allowed"


def test_a_months_target_is_not_that_of_the_quarter_that_begins_on_the_same_day(office: Office) -> None:
    early = date(2026, 10, 20)
    (a,) = office.publish(definition("A"), today=OCTOBER.start)
    office.do(SetPeriodTarget(a, OCTOBER, TWO_HUNDRED, "the fair"), today=early)
    office.do(ReviseKpi(a, definition("A", cycle=PeriodKind.QUARTER), OCTOBER.start, "too often"), today=early)
    quarter, three = Period(OCTOBER.start, PeriodKind.QUARTER), Target(Decimal(300))
    assert full_target(office, a, quarter) == HUNDRED
    office.do(SetPeriodTarget(a, quarter, three, "a long fair"))
    assert full_target(office, a, quarter) == three
    office.do(SetPeriodTarget(a, quarter, None, "no fair"))
    office.do(ReviseKpi(a, definition("A"), OCTOBER.start, "too seldom"), today=early)
    assert full_target(office, a, OCTOBER) == TWO_HUNDRED


def full_target(office: Office, kpi_id: int, period: Period) -> Target | None:
    line = office.reader().kpi_score(kpi_id, period)
    return line.full_target if line else None


def score(office: Office, kpi_id: int) -> Decimal | None:
    stored = office.stored_score(kpi_id, month(11))
    line = office.reader().kpi_score(kpi_id, month(11))
    assert line
    assert stored
    assert stored.score == line.score
    return line.score
