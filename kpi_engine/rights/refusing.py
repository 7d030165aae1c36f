"""The refusal that names those who may."""

from __future__ import annotations

from collections.abc import Iterable

from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person, Role


def not_allowed(those_who_may: Iterable[Person]) -> Refusal:
    """Refusal("not_allowed", by=those who may)."""
    return Refusal("not_allowed", by=to_be_asked(those_who_may))


def to_be_asked(people: Iterable[Person]) -> tuple[Person, ...]:
    """Those among them who are active; heads first, as they are nearer than an owner."""
    return tuple(sorted((who for who in people if who.active), key=lambda who: who.role is not Role.HEAD))
