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


def with_room(positions: Sequence[Position], hat: Hat) -> tuple[Hat, ...]:
    """All hats with the new one, in its department's place; others give way in proportion where it is over 100%."""
    others = _giving_way([one for one in positions if one.department_id != hat.department_id], 1 - hat.share)
    places = [one.department_id for one in positions]
    place = places.index(hat.department_id) if hat.department_id in places else len(others)
    return *others[:place], hat, *others[place:]


def kept_role(present: Role, said: Role | None) -> Role:
    """The greater of the two: a hat more is no right less."""
    return max((present, said or present), key=_RANKS.index)


def _giving_way(positions: Sequence[Position], room: Decimal) -> list[Hat]:
    """Whole percents; what they leave is the first one's."""
    worn = [as_worn(position) for position in positions]
    taken = sum((one.share for one in worn), Decimal(0))
    if taken <= room:
        return worn
    first, *rest = [replace(one, share=_down(one.share * room / taken)) for one in worn]
    return [replace(first, share=room - sum((one.share for one in rest), Decimal(0))), *rest]


def _down(share: Decimal) -> Decimal:
    return share.quantize(_PERCENT, ROUND_DOWN)
