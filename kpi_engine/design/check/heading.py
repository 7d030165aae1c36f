"""Which values of a KPI are better, as far as its name tells."""

from __future__ import annotations

import re
from functools import cache

from kpi_engine.design.check.lexicon import phrases
from kpi_engine.design.relevance import known
from kpi_engine.design.words import find_all, fold
from kpi_engine.model.kpi import FALLING, RISING, Definition, Direction

_BEHIND = re.compile(
    r" (?:of|about|per|by|in|from|for|after|within|at|during|with|before|under|between"
    r"|(?<!time )(?<!days )(?<!hours )(?<!weeks )(?<!minutes )to) "
)
"""What follows tells more about the thing, and the thing is what counts: "cost of poor quality"; but "days to pay"."""


def better(definition: Definition) -> Direction | None:
    """By the catalogue and by the last word that tells; None where nothing does, or they contradict each other.

    What is to be kept at least is better higher: a name tells which way is better, and no more than that.
    """
    told = {better_by_name(text) for text in (definition.name.en, definition.name.zh)}
    if found := known(definition):
        told.add(_way(found.direction))
    told.discard(None)
    return told.pop() if len(told) == 1 else None


def better_by_name(text: str) -> Direction | None:
    """The same from the words alone, in one language."""
    whole = fold(text)
    found = _last(_BEHIND.split(whole)[0]) or _last(whole)
    return _telling()[found] if found else None


def is_contrary(direction: Direction, name: Direction | None) -> bool:
    """Whether more is said to be better of what by its name is better the less there is of it, or the other way."""
    return {_way(direction), name} == {Direction.HIGHER, Direction.LOWER}


def _way(direction: Direction) -> Direction:
    if direction in RISING:
        return Direction.HIGHER
    return Direction.LOWER if direction in FALLING else direction


def _last(text: str) -> str | None:
    found = max(find_all(text, _telling()), key=lambda one: (one.end, one.length), default=None)
    return found.phrase if found else None


@cache
def _telling() -> dict[str, Direction | None]:
    """What each word tells; None: that it may be either."""
    return {
        phrase: direction
        for kind, direction in (("neither", None), ("less", Direction.LOWER), ("more", Direction.HIGHER))
        for phrase in phrases(kind)[0]
    }
