"""The refusal that names those who may."""

from __future__ import annotations

from collections.abc import Iterable

from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person
from kpi_engine.model.name import Name


def not_allowed(those_who_may: Iterable[Person]) -> Refusal:
    """Refusal("not_allowed", by=the names of those who may)."""
    return Refusal("not_allowed", by=names_of(those_who_may))


def names_of(people: Iterable[Person]) -> tuple[Name, ...]:
    """The names of those among them who are active."""
    return tuple(person.name for person in people if person.active)
