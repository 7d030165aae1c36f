"""What a brief picks out of a card and the card of the period before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kpi_engine.measure.why.brief import brief
from kpi_engine.measure.why.moves import Move
from tests.kpi_engine.measure.why.test_moves import card

NOW, BEFORE = "2026-10", "2026-09"


def kpis(moves: Sequence[Move]) -> list[int]:
    return [move.line.version.kpi.id for move in moves]


def test_thanks_go_to_what_rose_and_is_on_track_then_to_what_held_its_target() -> None:
    found = brief(card(NOW, "95", "60", "100", "99"), card(BEFORE, "90", "50", "100", "99"))
    assert kpis(found.thanks) == [1, 3]
    assert [move.points for move in found.thanks] == [Decimal("1.25"), Decimal(0)]


def test_a_hand_is_needed_where_the_total_lacks_most() -> None:
    found = brief(card(NOW, "89", "70", "90", "60", "80"), card(BEFORE, "89", "70", "90", "60", "80"))
    assert kpis(found.needs) == [4, 2, 5]
    assert found.decision == Move(found.needs[0].line, Decimal(8))


def test_nothing_is_to_decide_where_all_is_on_track_or_nothing_is_known() -> None:
    assert brief(card(NOW, "95"), card(BEFORE, "80")).decision is None
    assert brief(card(NOW, None), card(BEFORE, "80")).decision is None


def test_the_change_is_told_only_where_there_is_a_score_in_both() -> None:
    assert brief(card(NOW, "95"), card(BEFORE, "80")).change == 15
    assert brief(card(NOW, "95"), card(BEFORE, None)).change is None
    assert brief(card(NOW, None), card(BEFORE, "80")).change is None


def test_of_each_kind_there_are_three() -> None:
    now, before = card(NOW, *["120"] * 5, *["10"] * 5), card(BEFORE, *["110"] * 5, *["5"] * 5)
    found = brief(now, before)
    assert [len(each) for each in (found.moved, found.thanks, found.needs)] == [3, 3, 3]
