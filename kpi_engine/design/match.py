"""Which known names a text could mean: equal ones, and the nearest to a misspelt one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from kpi_engine.design.words import fold
from kpi_engine.model.name import Name

NEAR = 0.5
"""Names less alike than this are no help to whoever misspelt one."""


def same(text: str, name: str) -> bool:
    """Whether two texts differ at most by case, width, hyphens and spaces."""
    return bare(text) == bare(name)


def is_called(text: str, name: Name) -> bool:
    """Whether the text is that name in either language: the one notion of the same name."""
    return same(text, name.en) or same(text, name.zh)


def is_first_called(text: str, name: Name) -> bool:
    """Whether the text is a first name of somebody of that name."""
    return any(same(text, first) for first in first_names(name))


def first_names(name: Name) -> tuple[str, ...]:
    """What colleagues call somebody of that name: `Thomas`, `托马斯` of 托马斯·贝格尔, `志远` of 王志远."""
    parts = [re.split(r"[\s·•]+", whole) for whole in dict.fromkeys((name.en, name.zh))]
    given = [whole[-2:] for (whole, *others) in parts if not others and _GIVEN_OF_TWO.fullmatch(whole)]
    return (*(first for (first, *others) in parts if others), *given)


def name_among(text: str, names: Iterable[Name]) -> Name:
    """The first of the names that the text is; otherwise the text itself in both languages."""
    return next((name for name in names if is_called(text, name)), Name.same(text))


def alike(one: Name, other: Name) -> bool:
    """Whether somebody who reads either language would take the two names for one."""
    return is_called(one.en, other) or is_called(one.zh, other)


def bare(text: str) -> str:
    """What is left of a text to compare: no case, width, hyphens or spaces."""
    return fold(text).replace(" ", "")


def nearest(text: str, names: Iterable[str], limit: int) -> tuple[str, ...]:
    """The names most like the text, best first and equals in the order given; none if nothing is near."""
    said = bare(text)
    ranked = sorted(((_nearness(said, name), name) for name in dict.fromkeys(names)), key=lambda one: -one[0])
    return tuple(name for near, name in ranked if near >= NEAR)[:limit]


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1: by the order of characters or by pairs of neighbours."""
    return _likeness(bare(one), bare(other))


def shared_pairs(left: str, right: str) -> float:
    """Dice's coefficient over the pairs of neighbouring characters of two bare texts, from 0 to 1."""
    ours, theirs = _pairs(left), _pairs(right)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _nearness(said: str, name: str) -> float:
    """Likeness to the name or a word of it; a true part ("retention") is nearer than any misspelling."""
    whole, words = _comparable(name)
    if len(said.encode()) >= _TELLING and said in whole:
        return 1 + len(said) / len(whole)
    return max(_likeness(said, whole, NEAR), *(_OF_A_WORD * _likeness(said, word, NEAR) for word in words), 0.0)


def _likeness(left: str, right: str, least: float = 0) -> float:
    """Of two bare texts; one below `least` need not be exact."""
    pairs = shared_pairs(left, right)
    if _most(left, right) < least:
        return pairs
    return max(pairs, SequenceMatcher(None, left, right, autojunk=False).ratio())


def _most(left: str, right: str) -> float:
    """More than this they are not alike by the order of characters: told by how many they can have in common."""
    common = min(sum(map(frozenset(right).__contains__, left)), len(right))
    return 2 * common / (len(left) + len(right) or 1)


@lru_cache(maxsize=4096)
def _comparable(name: str) -> tuple[str, tuple[str, ...]]:
    """The bare name and its bare words: the same names are compared with all that is typed."""
    return bare(name), tuple(map(bare, fold(name).split()))


_GIVEN_OF_TWO = re.compile("[\u4e00-\u9fff]{3,4}")
"""A Chinese name, the family's of one or two characters: a given name of one is said by nobody without it."""
_OF_A_WORD = 0.95
_TELLING = 4
"""Bytes that a part needs to point at a name: four Latin letters or two Chinese characters."""


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(text))
