"""The question for points that a head adds to a total or takes from it, each with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conversations.fields import Field, Rejected, Taken
from conversations.view import QuestionKind
from kpi_engine.intake.typed import tidy
from kpi_engine.measure.total.problems import MOST_POINTS
from kpi_engine.model.total import Adjustment


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentsField(Field):
    """`+3 helped service; -1 late reports`: a tuple of `Adjustment`, empty where it is skipped."""

    kind = QuestionKind.TEXT
    skipped = ()

    def read(self, raw: str, today: date) -> Taken | Rejected:
        pieces = [piece.strip() for piece in re.split("[;；\n]", raw) if piece.strip()]
        found = [_ONE.fullmatch(tidy(piece)) for piece in pieces]
        if not pieces or not all(found):
            unread = next((piece for piece, one in zip(pieces, found, strict=True) if one is None), raw.strip())
            return Rejected("adjustments_unread", {"raw": unread})
        made = tuple(Adjustment(_points(one["sign"], one["points"]), one["reason"].strip()) for one in found if one)
        if not all(0 < abs(one.points) <= MOST_POINTS for one in made):
            return Rejected("adjustments_range", {"most": MOST_POINTS})
        return Taken("; ".join(f"{one.points:+f} {one.reason}" for one in made), made)


_ONE = re.compile(
    r"(?:(?P<sign>[+\-−－＋]|加|减|扣))\s*(?P<points>[0-9]{1,4}+(?:\.[0-9]{1,2})?+)\s*+(?:points?\b|分)?+"
    r"[\s:：,，]*+(?P<reason>(?=.*\w)\S.*)"
)
_TAKEN = ("-", "−", "－", "减", "扣")


def _points(sign: str, points: str) -> Decimal:
    return -Decimal(points) if sign in _TAKEN else Decimal(points)
