"""Which words two short texts have in common, in English and in Chinese."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kpi_engine.design.data_files import read
from kpi_engine.design.words import fold

_WORD = re.compile(r"[a-z]{3,}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_ENDING = re.compile(r"(?:ings?|ed|ers?|es|s|e)$")
_BARE = 4
"""Letters that are left of a word at least when its ending is cut off."""
_PARTICLES = frozenset("的了在和与及是有不就都也要把被让给从到为个每一各全年月周日天度率数量额比次人家们")


def shared_words(one: str, other: str) -> frozenset[str]:
    """English words but for their endings and Chinese pairs of characters, without those that say nothing."""
    return _telling(one) & _telling(other)


@cache
def _telling(text: str) -> frozenset[str]:
    folded, (words, pairs) = fold(text), _empty()
    english = frozenset(map(_stem, _WORD.findall(folded))) - words
    chinese = frozenset(a + b for run in _CHINESE.findall(folded) for a, b in pairwise(run) if not {a, b} & _PARTICLES)
    return english | (chinese - pairs)


@cache
def _empty() -> tuple[frozenset[str], frozenset[str]]:
    row = read("empty.toml")
    return frozenset(map(_stem, row["en"])), frozenset(row["zh"])


def _stem(word: str) -> str:
    cut = _ENDING.sub("", word)
    return cut if len(cut) >= _BARE else word.removesuffix("s")
