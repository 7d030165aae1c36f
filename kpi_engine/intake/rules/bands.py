"""Comparisons of a rule become a table of bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kpi_engine.intake.rules.meaning import Meaning, level_of
from kpi_engine.intake.rules.parts import At, Between, Beyond, Rest
from kpi_engine.intake.rules.quantity import Kind, Quantity
from kpi_engine.model.kpi import FALLING, Direction, Unit
from kpi_engine.model.scoring import Band, Bands, Basis, Side

Named = At | Between | Beyond


def bands_of(
    named: Sequence[Named], rest: Rest | None, unit: Unit, direction: Direction, meaning: Meaning
) -> Bands | str:
    """The table that the comparisons make, or the key of why they make none.

    Who is exactly at an end of two bands has the better one where the text does not say. A chain (from 95 %, from
    90 %) goes from each to the next.
    """
    rows = [_row(one, unit, direction, meaning) for one in named]
    known = [row for row in rows if row is not None]
    if len(known) < len(rows):
        return "rule_unit"
    if len({row.basis for row in known}) > 1:
        return "rule_two_bases"
    owners = {owner for row in known for owner in (row.low_owner, row.high_owner) if owner is not None}
    if len(owners) > 1:
        return "rule_contradiction"
    bands = sorted([*_chained(known), *_rest(known, rest)], key=lambda band: (band.low is not None, band.low or 0))
    upper_end = not owners.pop() if owners else direction in FALLING
    return Bands(tuple(bands), known[0].basis, upper_end=upper_end)


@dataclass(frozen=True, slots=True)
class _Row:
    """A band as named; an owner is whether its end belongs to the band above it, None where it is not said."""

    low: Decimal | None
    high: Decimal | None
    points: Decimal
    basis: Basis
    low_owner: bool | None = None
    high_owner: bool | None = None


def _row(one: Named, unit: Unit, direction: Direction, meaning: Meaning) -> _Row | None:
    match one:
        case Between(low=low, high=high, points=points, with_low=with_low, with_high=with_high):
            return _between(_like(low, high), high, points, with_low, with_high, unit, meaning)
        case Beyond(side=side, quantity=quantity, points=points, including=including):
            included = meaning.including if including is None else including
            return _beyond(side, level_of(quantity, unit, meaning), points, included)
        case At(quantity=quantity, points=points):
            side = Side.BELOW if direction in FALLING else Side.ABOVE
            return _beyond(side, level_of(quantity, unit, meaning), points, True)


def _beyond(side: Side, level: tuple[Decimal, Basis] | None, points: Decimal, including: bool | None) -> _Row | None:
    if level is None or including is None:
        return None
    at, basis = level
    if side is Side.ABOVE:
        return _Row(at, None, points, basis, low_owner=including)
    return _Row(None, at, points, basis, high_owner=not including)


def _between(
    low: Quantity,
    high: Quantity,
    points: Decimal,
    with_low: bool | None,
    with_high: bool | None,
    unit: Unit,
    meaning: Meaning,
) -> _Row | None:
    ends = [end for end in (level_of(one, unit, meaning) for one in (low, high)) if end is not None]
    if len(ends) < 2 or ends[0][1] is not ends[1][1]:
        return None
    (first, basis), (second, _) = ends
    upper = None if with_high is None else not with_high
    if first > second:
        first, second, with_low, upper = second, first, with_high, None if with_low is None else not with_low
    return _Row(first, second, points, basis, with_low, upper)


def _like(low: Quantity, high: Quantity) -> Quantity:
    """80-90%: what is said of the second number holds for the first."""
    if low.word or not high.word:
        return low
    number = low.number.scaleb(-2) if high.kind is not Kind.PLAIN and high.kind is not Kind.SCORE else low.number
    return replace(high, number=number)


def _chained(rows: Sequence[_Row]) -> Iterator[Band]:
    lows = sorted(row.low for row in rows if row.low is not None)
    highs = sorted(row.high for row in rows if row.high is not None)
    for row in rows:
        low, high = row.low, row.high
        if high is None and low is not None:
            high = next((other for other in lows if other > low), None)
        elif low is None and high is not None:
            low = next((other for other in reversed(highs) if other < high), None)
        yield Band(low, high, row.points)


def _rest(rows: Sequence[_Row], rest: Rest | None) -> Iterator[Band]:
    """What is left at one end; where nothing is, the bands overlap, which is noticed as any such table is."""
    if rest is None:
        return
    lows = [row.low for row in rows if row.low is not None]
    highs = [row.high for row in rows if row.high is not None]
    if len(lows) == len(rows):
        yield Band(None, min(lows), rest.points)
    elif len(highs) == len(rows):
        yield Band(max(highs), None, rest.points)
    else:
        yield Band(None, None, rest.points)
