"""The groups of people that a platform has, which may become departments."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.model.name import Language


@dataclass(frozen=True, slots=True)
class GroupMember:
    """Somebody in a group, as the platform tells of them."""

    account: str
    """The platform's own id of them."""
    name: str
    language: Language
    time_zone: str
    """Where they are; empty where the platform does not tell."""
    person_id: int | None = None
    """Who has that account; None where nobody does yet."""


@dataclass(frozen=True, slots=True)
class Group:
    """People whom a platform keeps together under a name."""

    id: str
    """The platform's own."""
    name: str
    people: tuple[GroupMember, ...]
