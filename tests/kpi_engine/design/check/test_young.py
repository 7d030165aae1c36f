"""A KPI that has just been put in force is not blamed for having no past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.check.young import young
from kpi_engine.model.check import RuleId
from tests.kpi_engine.design.check.models import changed, found, kpi, redefined, with_kpi


def begun(on: date, frequency: PeriodKind = PeriodKind.MONTH) -> KpiRecord:
    """A KPI without values that is in force from that day on."""
    of = redefined(kpi(1), replace(kpi(1).definition, frequency=frequency))
    version = replace(of.version, in_force=on)
    return replace(of, version=version, versions=(version,), actuals=())


def judged(model: Model) -> list[RuleId]:
    """Which of the rules about its values and what is done about them speak of the KPI."""
    return [rule for rule in (RuleId.TARGET_BASIS, RuleId.NO_ACTION, RuleId.STALE) if found(rule, model)]


@pytest.mark.parametrize(
    ("began", "frequency", "today", "is_new"),
    [
        (date(2026, 11, 23), PeriodKind.MONTH, date(2026, 11, 23), True),
        (date(2026, 11, 23), PeriodKind.MONTH, date(2027, 1, 7), True),
        (date(2026, 11, 23), PeriodKind.MONTH, date(2027, 1, 8), False),
        (date(2026, 11, 1), PeriodKind.MONTH, date(2026, 12, 7), True),
        (date(2026, 11, 1), PeriodKind.MONTH, date(2026, 12, 8), False),
        (date(2026, 11, 23), PeriodKind.DAY, date(2026, 12, 31), True),
        (date(2026, 11, 23), PeriodKind.DAY, date(2027, 1, 11), False),
        (date(2026, 11, 23), PeriodKind.QUARTER, date(2027, 3, 31), True),
    ],
)
def test_it_is_judged_when_a_whole_period_and_the_days_of_grace_are_over(
    began: date, frequency: PeriodKind, today: date, *, is_new: bool
) -> None:
    model = replace(with_kpi(begun(began, frequency)), today=today)

    assert [each.version.kpi.id for each in young(model)] == ([1] if is_new else [])
    assert (RuleId.TARGET_BASIS in judged(model)) is not is_new
    assert (RuleId.NO_ACTION in judged(model)) is not is_new


def test_one_that_was_written_down_later_is_new_from_then_on() -> None:
    late = replace(changed(actuals=(), published_on=date(2026, 11, 20)))

    assert [each.judged_from for each in young(late)] == [date(2027, 1, 8)]
    assert judged(late) == []
