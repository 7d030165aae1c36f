"""Text as people type it, made comparable, and phrases found in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

_QUANTITY = re.compile(
    r"(?<=[\u4e00-\u9fff])\s*[0-9][0-9.,]*\s*[十百千万亿]?[家个位名台款项次单间件]\s*(?=[\u4e00-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that stands in a folded text, from `start` up to, not including, `end`."""

    phrase: str
    start: int
    end: int

    @property
    def length(self) -> int:
        """In characters."""
        return self.end - self.start

    def inside(self, other: Found) -> bool:
        """Whether it is only a part of what the other phrase found."""
        return other.start <= self.start and self.end <= other.end and self.length < other.length


def without_quantities(text: str) -> str:
    """A Chinese text without its numbers and their measure words: "新增 40 家客户" speaks of 新增客户."""
    return _QUANTITY.sub("", text)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text without differences of case, of full and half width, of hyphens and of white space."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.split(r"[\s_‐-―-]+", plain)).strip()


def find_all(text: str, phrases: Iterable[str]) -> tuple[Found, ...]:
    """Where the phrases stand in `fold(text)`, from left to right; a longer phrase hides those inside it.

    An English phrase begins and ends with a word, a plural "s" aside, and one ending in "*" takes any ending.
    A Chinese phrase stands anywhere, since Chinese does not part its words.
    """
    folded = fold(text)
    found = [Found(phrase, hit.start(), hit.end()) for phrase in phrases for hit in _pattern(phrase).finditer(folded)]
    outermost = [one for one in found if not any(one.inside(other) for other in found)]
    return tuple(sorted(outermost, key=lambda one: (one.start, -one.end)))


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    stem = fold(phrase.removesuffix("*"))
    before = "(?<![a-z0-9])" if _latin(stem[0]) else ""
    after = "[a-z0-9]*" if phrase.endswith("*") else "(?:e?s)?(?![a-z0-9])" if _latin(stem[-1]) else ""
    return re.compile(before + re.escape(stem) + after)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
