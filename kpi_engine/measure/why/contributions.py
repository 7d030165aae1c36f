"""What each line adds to a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.measure.exact import divide
from kpi_engine.model.score import KpiScore, Scorecard


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a line adds to a total: `fraction` of the whole (0 to 1) x its score = `points`."""

    line: KpiScore
    fraction: Decimal
    points: Decimal


def contributions(card: Scorecard) -> tuple[Contribution, ...]:
    """What each scored line adds; the points sum to the card's score. In a card of parts: the parts'."""
    return tuple(_contributions(card, Decimal(1)))


def _contributions(card: Scorecard, fraction: Decimal) -> Iterator[Contribution]:
    if card.score is None:
        return
    lines = [(line, line.score) for line in card.lines if line.score is not None]
    weight = sum((line.weight for line, _ in lines), Decimal(0))
    for line, score in lines:
        own = divide(fraction * line.weight, weight)
        yield Contribution(line, own, own * score)
    parts = [part for part in card.parts if part.card.score is not None]
    share = sum((part.share for part in parts), Decimal(0))
    for part in parts:
        yield from _contributions(part.card, divide(fraction * part.share, share))
