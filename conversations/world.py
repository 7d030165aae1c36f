"""What a flow may look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from conversations.know import Know
from conversations.texts import Texts
from kpi_engine.model.company import Person
from kpi_engine.model.groups import Group

Groups: TypeAlias = Callable[[], tuple[Group, ...]]


@dataclass(frozen=True, slots=True)
class World:
    """All there is to look at: a flow has no other source of truth, time or words."""

    know: Know
    texts: Texts
    today: date
    me: Person
    now: datetime
    """For what is told of times of day; no flow decides by it."""
    join_link: str = ""
    """As the bot has it."""
    written: Callable[[], int] = int
    """How many messages the bot has written to the person by itself since Monday."""
    groups: Groups | None = None
    """The groups of people that the person's messenger has, as it tells of them now; None where it has none."""
    here: int | None = None
    """The channel, by its id, in which it is said; None in the person's own chat."""
