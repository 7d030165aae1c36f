"""What somebody wears already beside a new hat: nothing of it is lost by the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal

from kpi_engine.commands import Hat
from kpi_engine.model.company import Position, Role

_PERCENT = Decimal("0.01")
_RANKS = (Role.VIEWER, Role.MEMBER, Role.HEAD, Role.OWNER)
"""From who may least to who may most."""


def as_worn(position: Position) -> Hat:
    """The hat as it is."""
    return Hat(position.department_id, position.title, position.share)


def with_room(positions: Sequence[Position], *hats: Hat) -> tuple[Hat, ...]:
    """All hats with the new ones, in their departments' places; others give way in proportion where it is over 100%."""
    new = {hat.department_id: hat for hat in hats}
    room = 1 - sum((hat.share for hat in hats), Decimal(0))
    others = _giving_way([one for one in positions if one.department_id not in new], room)
    every = {hat.department_id: hat for hat in others} | new
    return tuple(every[place] for place in dict.fromkeys([*(one.department_id for one in positions), *new]))


def in_equal_parts(positions: Sequence[Position], departments: Sequence[int]) -> list[Decimal]:
    """The shares of these departments where none was said: of what the others leave, or of all if they leave nothing.

    Whole percents; what these leave is the first one's.
    """
    others = [one.share for one in positions if one.department_id not in departments]
    free, count = 1 - sum(others, Decimal(0)), len(departments)
    room = free if free > 0 else _down(Decimal(count) / (count + len(others)))
    part = _down(room / count)
    return [room - part * (count - 1), *[part] * (count - 1)]


def kept_role(present: Role, said: Role | None) -> Role:
    """The greater of the two: a hat more is no right less."""
    return max((present, said or present), key=_RANKS.index)


def _giving_way(positions: Sequence[Position], room: Decimal) -> list[Hat]:
    """Whole percents; what they leave is the first one's. Where there is no room they stay, and it is too much."""
    worn = [as_worn(position) for position in positions]
    taken = sum((one.share for one in worn), Decimal(0))
    if taken <= room or room <= 0:
        return worn
    first, *rest = [replace(one, share=_down(one.share * room / taken)) for one in worn]
    return [replace(first, share=room - sum((one.share for one in rest), Decimal(0))), *rest]


def _down(share: Decimal) -> Decimal:
    return share.quantize(_PERCENT, ROUND_DOWN)
