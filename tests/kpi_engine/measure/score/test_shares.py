"""A target that changes inside an entry period holds for the working days on which it is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.presence import Presence
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.source import Source
from kpi_engine.model.kpi import Aggregation, Direction, KpiVersion, PeriodTarget
from kpi_engine.model.score import KpiScore
from tests.kpi_engine.measure.build import BOOK, actual, agreed, period, target, version

OCTOBER = {"2026-10": "100"}
"""It has 22 weekdays; from Friday 16 October on there are 11 of them left."""


def raised(level: str = "144", since: str = "2026-10-16", **changes: object) -> list[KpiVersion]:
    """A target of 100, from then on of another level."""
    first = version()
    first = replace(first, definition=replace(first.definition, **changes))  # type: ignore[arg-type]  # its own names
    definition = replace(first.definition, target=target(level))
    return [first, replace(first, id=102, number=2, in_force=date.fromisoformat(since), definition=definition)]


def scored(
    versions: list[KpiVersion],
    values: dict[str, str],
    code: str = "2026-10",
    targets: tuple[PeriodTarget, ...] = (),
    presence: Presence | None = None,
) -> KpiScore:
    lines = [actual(when, value) for when, value in values.items()]
    line = score_kpi(Source(versions, lines, targets, presence or Presence()), period(code), BOOK)
    assert line is not None
    return line


@pytest.mark.parametrize("how", [*Aggregation])
def test_half_of_the_working_days_are_half_of_the_target(how: Aggregation) -> None:
    """100 for the first 11 working days and 144 for the last 11; also where the last value stands for all."""
    line = scored(raised(aggregation=how), OCTOBER)

    assert [(share.version.number, share.counted, share.days) for share in line.shares] == [
        (1, Decimal("0.5"), (11, 22)),
        (2, Decimal("0.5"), (11, 22)),
    ]
    assert (line.target, line.full_target) == (target("122"), target("122"))


def test_it_is_the_same_in_a_quarter() -> None:
    line = scored(raised(), {"2026-10": "100", "2026-11": "100"}, "2026-Q4")

    assert [(share.cycle, share.counted) for share in line.shares] == [
        (period("2026-10"), Decimal("0.5")),
        (period("2026-10"), Decimal("0.5")),
        (period("2026-11"), Decimal(1)),
    ]
    assert line.target == target("266")


@pytest.mark.parametrize(
    ("since", "level"), [("2026-10-01", "144"), ("2026-10-02", "142"), ("2026-10-30", "102"), ("2026-10-31", "100")]
)
def test_from_the_first_to_the_last_day(since: str, level: str) -> None:
    """Each of the 22 working days adds 2; the 31st is a Saturday."""
    line = scored(raised(since=since), OCTOBER)

    assert line.target is not None
    assert line.target.value.quantize(Decimal("1e-20")) == Decimal(level)


def test_a_target_from_the_first_of_a_month_is_that_of_all_its_weeks() -> None:
    """Week 49 begins on Monday 30 November and counts in December, week 44 ends in November and counts in October."""
    weekly = raised("200", "2026-12-01", frequency=PeriodKind.WEEK)
    in_october = raised("200", "2026-11-01", frequency=PeriodKind.WEEK)

    assert scored(weekly, {"2026-W49": "1"}, "2026-12").full_target == target("200")
    assert scored(in_october, {"2026-W44": "1"}, "2026-10").full_target == target("100")


def test_another_weight_inside_a_month_is_not_another_target() -> None:
    line = scored([version(), version("2026-10-19", number=2, weight=Decimal(5))], OCTOBER)

    assert [(share.counted, share.days) for share in line.shares] == [(Decimal(1), None)]
    assert (line.target, line.weight) == (target("100"), Decimal(40))


def test_what_was_agreed_for_the_month_in_particular_holds_for_all_of_it() -> None:
    line = scored(raised(), OCTOBER, targets=(agreed("2026-10-01", target("90")),))

    assert line.target == target("90")
    assert len(line.shares) == 1


def test_another_direction_still_goes_by_the_middle_day() -> None:
    early, late = (raised(since=since, direction=Direction.LOWER) for since in ("2026-10-09", "2026-10-23"))
    for versions, level in ((early, "144"), (late, "100")):
        line = scored([version(), versions[1]], OCTOBER)
        assert line.target == target(level)


def test_who_comes_later_has_the_targets_of_their_own_days() -> None:
    """There from 9 October on: 5 working days of the old target, 11 of the new one."""
    line = scored(raised(), OCTOBER, presence=Presence(joined=date(2026, 10, 9)))

    assert [share.days for share in line.shares] == [(5, 22), (11, 22)]
    assert line.target is not None
    assert line.target.value.quantize(Decimal("1e-20")) == (Decimal(5) * 100 / 22 + 72).quantize(Decimal("1e-20"))
