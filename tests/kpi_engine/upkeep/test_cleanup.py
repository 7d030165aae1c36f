"""What a KPI model can be tidied by each quarter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.model.check import Mute, RuleId
from kpi_engine.upkeep.cleanup import ALWAYS_GREEN, NEVER_ENTERED, TWICE, CleanUp, clean_ups
from tests.kpi_engine.design.check.models import GOOD, own, record, target, with_kpi


def shipped(values: str, id: int = 9, name: str = "Parcels shipped") -> KpiRecord:
    """A KPI of which ten a month are wanted, with values of the months before November."""
    return record(id, own(name, target=target(10)), values)


def found(*records: KpiRecord, model: Model = GOOD) -> list[CleanUp]:
    return list(clean_ups(with_kpi(*records, model=model)))


def test_a_model_that_is_looked_after_has_nothing_to_clean_up() -> None:
    assert clean_ups(GOOD) == ()


@pytest.mark.parametrize(
    ("values", "least"),
    [
        ("12 12 13 12 12 12", "120"),
        ("11 12 13 12 12 12", "110"),
        ("5 11 12 13 12 12 12", "110"),
        ("10 12 13 12 12 12", None),
        ("12 12 13 12 12", None),
        ("12 12 13 12 12 -", None),
    ],
)
def test_six_cycles_over_110_are_always_green(values: str, least: str | None) -> None:
    its = [one for one in found(shipped(values)) if one.rule is ALWAYS_GREEN]
    assert [one.least for one in its] == ([] if least is None else [Decimal(least)])


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ("", (0, 10)),
        ("5 - - - - - - - - -", (1, 10)),
        ("5 5 - - - - - - - -", (2, 10)),
        ("5 5 5 - - - - - - -", None),
    ],
)
def test_a_quarter_of_the_values_or_fewer_is_hardly_ever(values: str, told: tuple[int, int] | None) -> None:
    its = [(one.entered, one.of) for one in found(shipped(values)) if one.rule is NEVER_ENTERED]
    assert its == ([] if told is None else [told])


def test_what_is_new_is_not_said_to_be_never_entered() -> None:
    assert found(replace(shipped(""), published_on=date(2026, 9, 10))) == []


def test_two_that_measure_the_same_are_told_once() -> None:
    values = "9 9 9 9 9 9 9 9 9 9"
    (one,) = found(shipped(values), shipped(values, 10, "Parcel shipped"))
    assert one.other is not None
    assert (one.rule, one.version.kpi.id, one.other.kpi.id) == (TWICE, 10, 9)


def test_of_a_kpi_one_thing_is_said() -> None:
    easy = "12 12 12 12 12 12 12 12 12 12"
    rules = [(one.version.kpi.id, one.rule) for one in found(shipped(easy), shipped(easy, 10, "Parcel shipped"))]
    assert rules == [(10, TWICE), (9, ALWAYS_GREEN)]


@pytest.mark.parametrize(("rule", "count"), [(RuleId.NO_SIGNAL, 0), (RuleId.STALE, 1)])
def test_what_is_to_be_left_alone_is_never_asked_again(rule: RuleId, count: int) -> None:
    muted = replace(GOOD, mutes=(Mute(rule, 9, "It warns us", 1, date(2026, 7, 1)),))
    assert len(found(shipped("12 12 13 12 12 12 12 12 12 12"), model=muted)) == count
