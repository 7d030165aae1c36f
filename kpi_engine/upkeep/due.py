"""Which actions are due for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kpi_engine.model.action import Action
from kpi_engine.model.company import Person


def due_on(actions: Iterable[Action], people: Iterable[Person], day: date) -> Mapping[int, Sequence[Action]]:
    """What is to be done by that day or before it and is still open, by the ids of who does it; the oldest first.

    Nothing of who has left or is away on that day: nobody is reminded while they are not there.
    """
    there = {person.id for person in people if person.active and person.presence.holds(day)}
    found = defaultdict(list)
    for action in sorted(actions, key=lambda each: (each.due, each.id)):
        if action.is_open and action.due <= day and action.person_id in there:
            found[action.person_id].append(action)
    return found
