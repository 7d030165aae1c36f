"""What moved a score since the period before."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.measure.score.card import department_card
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.source import Source
from kpi_engine.measure.why.moves import moves
from kpi_engine.model.kpi import Kpi
from kpi_engine.model.score import KpiScore, Scorecard
from tests.kpi_engine.measure.build import BOOK, TODAY, actual, period, target, version


def line(kpi_id: int, month: str, value: str | None, weight: str = "50") -> KpiScore:
    own = version(kpi=Kpi(kpi_id, 1), weight=Decimal(weight), target=target("100"))
    actuals = [] if value is None else [actual(month, value, kpi_id=kpi_id)]
    found = score_kpi(Source([own], actuals), period(month), BOOK)
    assert found is not None
    return found


def card(month: str, *values: str | None) -> Scorecard:
    lines = [line(kpi_id, month, value) for kpi_id, value in enumerate(values, 1)]
    return department_card(1, lines, period(month), TODAY)


def test_each_change_counts_by_its_share_of_the_total_and_the_largest_comes_first() -> None:
    found = moves(card("2026-10", "90", "60"), card("2026-09", "80", "90"))
    assert [(move.line.version.kpi.id, move.points) for move in found] == [(2, Decimal(-15)), (1, Decimal(5))]


def test_what_had_no_score_then_or_now_did_not_move() -> None:
    assert moves(card("2026-10", "90", None), card("2026-09", None, "90")) == ()


def test_what_rounds_to_nothing_is_left_out() -> None:
    assert moves(card("2026-10", "90.05"), card("2026-09", "90.02")) == ()
