"""What one may ask about where the company is going."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotKind


@dataclass(frozen=True, slots=True)
class NewGoal:
    """A company goal to be written down."""

    name: Name


@dataclass(frozen=True, slots=True)
class NewSwot:
    """A SWOT line to be written down."""

    kind: SwotKind
    text: str


@dataclass(frozen=True, slots=True)
class SetStrategy:
    """Replaces the company's goals and SWOT; goals that keep their name keep their identity."""

    goals: tuple[NewGoal, ...]
    swot: tuple[NewSwot, ...]
