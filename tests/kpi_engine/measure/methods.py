"""Methods of scoring in a few words."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from kpi_engine.model.name import Name
from kpi_engine.model.scoring import Anchor, Anchors, Band, Bands, Basis, Edge, NamedLevel, NamedLevels, Rounding, Step

JUDGED = NamedLevels(
    tuple(
        NamedLevel(Name.same(name), Decimal(score))
        for name, score in [("差", "40"), ("中", "60"), ("良", "80"), ("优", "100")]
    )
)


def step(
    points: str,
    unit: str,
    *,
    basis: Basis = Basis.VALUE,
    rounding: Rounding = Rounding.PROPORTIONAL,
    most: str | None = None,
) -> Step:
    """So many points for each unit."""
    return Step(Decimal(points), Decimal(unit), basis, rounding, None if most is None else Decimal(most))


def anchors(
    *pairs: tuple[str, str], basis: Basis = Basis.VALUE, left: Edge = Edge.CLAMP, right: Edge = Edge.CLAMP
) -> Anchors:
    """Points as (value, score)."""
    return Anchors(tuple(Anchor(Decimal(at), Decimal(score)) for at, score in pairs), basis, left, right)


def bands(*ends_and_points: str, upper_end: bool = False, basis: Basis = Basis.VALUE) -> Bands:
    """`bands("0", "80", "60")`: below 80 no points, from 80 on 60."""
    scores, ends = ends_and_points[::2], [None, *map(Decimal, ends_and_points[1::2]), None]
    made = (Band(low, high, Decimal(score)) for score, (low, high) in zip(scores, pairwise(ends), strict=True))
    return Bands(tuple(made), basis, upper_end)
