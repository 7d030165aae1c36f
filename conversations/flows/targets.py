"""A target as every dialog asks for it, and the KPIs for which none is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from conversations.ask import Ask
from conversations.target_fields import TargetField
from kpi_engine.model.kpi import Direction, Target, Unit

FIXED: Mapping[Direction, Target] = {Direction.YESNO: Target(Decimal(1)), Direction.ZERO: Target(Decimal(0))}
"""Where what is good says the target already."""


def target_field(ask: Ask, unit: Unit, direction: Direction, label: str) -> TargetField:
    """The question, in the company's currency."""
    return TargetField(unit=unit, direction=direction, currency=ask.texts.format.currency, label=label)


def hinted_target_field(ask: Ask, unit: Unit, direction: Direction, label: str) -> TargetField:
    """The same, with how a target of that kind is written."""
    hint = ask.texts.label(f"build.target_hint_{direction.value}")
    return replace(target_field(ask, unit, direction, label), hint=hint)
