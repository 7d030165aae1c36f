"""What is expected of the market moves a suggestion as much as it is surer than the history."""

from __future__ import annotations

import math
from decimal import Decimal
from statistics import NormalDist

import pytest

from kpi_engine.calendar.working import Calendar
from kpi_engine.design.market import AtOdds, Blended, blend, grown, year_before
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.outlook import Outlook
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.model.kpi import Aggregation
from tests.factories import month


def bell(middle: float, doubt: float, *, logs: bool) -> Outlook:
    """A thousand outcomes of a normal, or of its exponentials."""
    places = [NormalDist(middle, doubt).inv_cdf((n + 0.5) / 1000) for n in range(1000)]
    values = [Decimal(f"{math.exp(place) if logs else place:.9f}") for place in places]
    return Outlook(Spread.of(values), known=24, seasonal=False, far=False)


def blended(found: Outlook, low: str, high: str) -> Blended:
    both = blend(found, Decimal(low), Decimal(high))
    assert isinstance(both, Blended)
    return both


def test_growth_makes_a_range_as_wide_as_a_month_is_unsure() -> None:
    """Around 200 x 1.075, as wide as growth (210 to 220) and month (2.563 x 8) are together: sqrt(10² + 20.504²)."""
    low, high = grown(Decimal(200), Decimal("0.05"), Decimal("0.1"), bell(0, 8, logs=False).spread)

    assert float(low + high) / 2 == pytest.approx(215)
    assert float(high - low) == pytest.approx(math.hypot(10, 20.504), rel=0.003)


def test_a_month_that_never_changes_leaves_the_growth_alone() -> None:
    still = Spread.of([Decimal(200)] * 10)

    assert [float(end) for end in grown(Decimal(200), Decimal("0.05"), Decimal("0.1"), still)] == pytest.approx(
        [210, 220]
    )


def test_equally_sure_they_meet_in_the_middle() -> None:
    """In logs: history ln 100 with sd 0.1, market ln 110 with the same width, so the geometric mean and sd 0.0707."""
    low, high = (110 * math.exp(sign * 0.12815) for sign in (-1, 1))
    both = blended(bell(math.log(100), 0.1, logs=True), f"{low:.6f}", f"{high:.6f}")

    assert float(both.outlook.spread.band.middle) == pytest.approx(math.sqrt(100 * 110), rel=0.002)
    assert float(both.outlook.spread.band.low) == pytest.approx(
        math.sqrt(100 * 110) * math.exp(-1.2816 * 0.0707), rel=0.003
    )
    assert float(both.market.middle) == pytest.approx(110, rel=0.001)
    assert both.history == bell(math.log(100), 0.1, logs=True).spread.band


def test_the_surer_one_weighs_more() -> None:
    """Market ln 110 with half the doubt has four times the weight: ln 100 + 0.8 x ln 1.1."""
    low, high = (110 * math.exp(sign * 0.064075) for sign in (-1, 1))
    both = blended(bell(math.log(100), 0.1, logs=True), f"{low:.6f}", f"{high:.6f}")

    assert float(both.outlook.spread.band.middle) == pytest.approx(100 * 1.1**0.8, rel=0.002)


def test_with_values_below_zero_it_is_done_without_logs() -> None:
    """History 10 with sd 8, market 0 to 20.504 with the same: they agree but for the width."""
    both = blended(bell(10, 8, logs=False), "-0.252", "20.252")

    assert float(both.outlook.spread.band.middle) == pytest.approx(10, abs=0.05)
    assert float(both.outlook.spread.band.high) == pytest.approx(10 + 1.2816 * 8 / math.sqrt(2), abs=0.05)


def test_too_far_apart_one_is_asked_for() -> None:
    """Both sd 0.1, so 2 x 0.1414 in logs: 132 is within, 133 beyond."""
    history = bell(math.log(100), 0.1, logs=True)
    near, far = ([Decimal(f"{middle * math.exp(sign * 0.12815):.6f}") for sign in (-1, 1)] for middle in (132, 133.5))

    assert isinstance(blend(history, *near), Blended)
    assert isinstance(blend(history, *far), AtOdds)


def test_what_never_changes_is_not_moved() -> None:
    still = Outlook(Spread.of([Decimal(100)] * 10), known=12, seasonal=False, far=False)

    assert blended(still, "90", "115").outlook == still


def test_an_expectation_is_a_range() -> None:
    with pytest.raises(ValueError, match="range"):
        blend(bell(0, 1, logs=True), Decimal(110), Decimal(110))


@pytest.mark.parametrize(("values", "before"), [(12, 1), (13, 2), (11, None), (0, None)])
def test_the_year_before_is_the_same_month(values: int, before: int | None) -> None:
    """The last value is that of October; it is asked for November."""
    history = History.up_to(month(10), list(map(Decimal, range(1, values + 1))), Aggregation.SUM, Calendar())
    assert year_before(history, month(11)) == before
