"""A rule's text in clauses: every character belongs to one, or it is said that it does not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kpi_engine.intake.rules import en, zh
from kpi_engine.intake.rules.parts import Clause
from kpi_engine.intake.typed import lowered, tidy


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was understood, and the pieces of the text that were not."""

    clauses: tuple[Clause, ...]
    left: tuple[str, ...]


def scan(text: str) -> Scanned:
    """The clauses of a rule, in their order."""
    written = plain(text)
    clauses: list[Clause] = []
    left: list[str] = []
    at = 0
    while (at := _SEPARATORS.match(written, at).end()) < len(written):  # type: ignore[union-attr]  # it matches nothing, too
        found = _longest(written, at)
        if found:
            clauses.append(found[0])
            at = found[1]
        else:
            end = _UNTIL.match(written, at)
            left.append(end[0].strip() if end else written[at:])
            at = end.end() if end else len(written)
    return Scanned(tuple(clauses), tuple(left))


def plain(text: str) -> str:
    """Small letters, half width, one way to write a percentage; Chinese without blanks."""
    written = re.sub(r"[\r\n]+", ";", lowered(tidy(text)).strip())
    written = _PERCENT_IN_WORDS.sub(r"\1%", written).replace("≧", "≥").replace("≦", "≤").replace("＊", "*")
    return re.sub(r"\s+", "" if is_chinese(written) else " ", written)


def is_chinese(text: str) -> bool:
    """Whether there is any Chinese in it."""
    return _CHINESE.search(text) is not None


_SEPARATORS = re.compile(r"(?:[,;。;、.\s]|(?<![a-z])and(?![a-z])|且(?=[^,])|并(?=[^,]))*")
_UNTIL = re.compile(r"[^,;。、\n]+")
_END = re.compile(
    r"$|[,;。;、.\s且并]|(?=每|最|低于|高于|超过|不足|扣完|封顶|满分|达到|按|优|良|中|差|合|及|较|不合|≥|≤|<|>|[0-9])"
)
_ALL = (*zh.PATTERNS, *en.PATTERNS)
_CHINESE = re.compile(r"[一-鿿]")
_PERCENT_IN_WORDS = re.compile(r"百分之([0-9.]+|[零一二两三四五六七八九十百]+)")


def _longest(text: str, at: int) -> tuple[Clause, int] | None:
    """The clause that takes most of the text from there, and where it ends: not inside a word or number."""
    matches = ((found, make) for pattern, make in _ALL if (found := pattern.match(text, at)))
    ending = [(found, make) for found, make in matches if _END.match(text, found.end())]
    if not ending:
        return None
    found, make = max(ending, key=lambda one: one[0].end())
    return make(found), found.end()
