"""What somebody is asked about KPIs that are red, or were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.measure.score.status import status_of
from kpi_engine.model.action import Action
from kpi_engine.model.cause import Cause, Explained, Verdict
from kpi_engine.model.name import Name
from kpi_engine.model.score import KpiScore, ScoreState
from kpi_engine.upkeep.red import is_red, reds
from tests.factories import month
from tests.kpi_engine.measure.build import version

KPI = version()
OCTOBER, NOVEMBER = month(10), month(11)


def line(number: int, score: str | None) -> KpiScore:
    points = None if score is None else Decimal(score)
    state = ScoreState.MISSING if score is None else ScoreState.SCORED
    return KpiScore(KPI, month(number), state, 1, 1, 1, (), None, score=points, status=status_of(points))


def told(number: int, *, action: bool = True, verdict: Verdict | None = None) -> Explained:
    done = Action(5, 1, KPI.kpi.id, "Call", 1, date(2026, 12, 1), 1, date(2026, 11, 2)) if action else None
    cause = Cause(KPI.kpi.id, month(number), Name.same("Rain"), 1, date(2026, 11, 2), 5 if action else None, verdict)
    return Explained(cause, done)


@pytest.mark.parametrize(
    ("before", "now", "said", "why", "again"),
    [
        ("60", None, (), [OCTOBER], []),
        ("80", "60", (), [NOVEMBER], []),
        ("60", "60", (), [OCTOBER], []),
        ("80", "75", (), [], []),
        ("60", None, (told(10),), [], []),
        ("60", "95", (told(10),), [], [NOVEMBER]),
        ("60", "60", (told(10),), [], [NOVEMBER]),
        ("60", "60", (told(10, verdict=Verdict.NOT_YET),), [NOVEMBER], []),
        ("60", "60", (told(10, verdict=Verdict.NOT_YET), told(11)), [], []),
        ("60", "95", (told(10, action=False),), [], []),
        ("60", "60", (told(10, action=False),), [NOVEMBER], []),
        ("95", "95", (told(9),), [], [NOVEMBER]),
    ],
)
def test_what_is_asked(
    before: str, now: str | None, said: tuple[Explained, ...], why: list[object], again: list[object]
) -> None:
    found = reds([line(11, now), line(10, before)], said)
    assert [one.period for one in found.why] == why
    assert [look.now.period for look in found.again] == again


@pytest.mark.parametrize(
    ("entered", "due", "asked"), [(1, 4, False), (9, 12, False), (10, 12, True), (1, 20, True), (0, 20, True)]
)
def test_one_bad_day_is_no_bad_month(entered: int, due: int, asked: bool) -> None:
    young = replace(line(11, "50"), entered=entered, due=due, of=20)
    assert bool(reds([young], ()).why) is asked
    assert bool(reds([young], (told(10),)).again) is asked


def test_red_is_what_the_report_shows_red() -> None:
    assert [is_red(line(10, score)) for score in ("74.94", "74.95", "120", None)] == [True, False, False, False]


def test_of_several_kpis_each_is_asked_about() -> None:
    other = replace(line(10, "50"), version=version(kpi=replace(KPI.kpi, id=2)))
    assert len(reds([other, line(10, "50")], ()).why) == 2
