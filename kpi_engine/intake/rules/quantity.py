"""The numbers of a rule and what they are counted in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from kpi_engine.intake.chinese import spelt

NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百]+)"
_SCALE = r"(?:万|亿|千|百万|k|m)?"
_PERCENT = r"%|percent"
_PERCENTAGE_POINTS = r"个?百分点|个点|percentage points?|pp"
_ENGLISH_WORD = r"(?!and\b|of\b)[a-z]{1,12}"
_WORD = r"[a-z一-鿿]{1,8}?"


class Kind(StrEnum):
    """What a quantity of a rule is counted in."""

    PLAIN = "plain"
    """The KPI's own unit, or no unit."""
    PERCENT = "percent"
    """Of a percentage it may be percentage points or a part of the target."""
    PERCENTAGE_POINTS = "percentage_points"
    OF_TARGET = "of_target"
    """A percentage of the target, in so many words."""
    SCORE = "score"
    """Points: of the score, or of a KPI that is itself counted in points."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a rule; percentages as their fractions. `word` is the unit as typed."""

    number: Decimal
    kind: Kind
    word: str = ""


def quantity(name: str, *, last: bool = False) -> str:
    """A pattern for a quantity, of which the groups begin with the name; the `last` thing of an English clause."""
    word = f"(?:{_ENGLISH_WORD})?" if last else f"(?:{_WORD})??"
    unit = f"(?P<{name}_unit> ?(?:{_PERCENTAGE_POINTS}|{_PERCENT})|{_SCALE}(?: ?{word}))"
    before = f"(?P<{name}_of>目标值?的|指标值?的)?"
    return f"{before}(?P<{name}_number>{NUMBER}){unit}(?P<{name}_after> of (?:the )?target)?"


def read_quantity(found: re.Match[str], name: str) -> Quantity:
    """The quantity that the pattern has found."""
    number, unit = read_number(found[f"{name}_number"]), found[f"{name}_unit"].strip()
    of_target = bool(found[f"{name}_of"] or found[f"{name}_after"])
    if re.fullmatch(_PERCENTAGE_POINTS, unit):
        return Quantity(number.scaleb(-2), Kind.PERCENTAGE_POINTS, unit)
    if re.fullmatch(_PERCENT, unit):
        return Quantity(number.scaleb(-2), Kind.OF_TARGET if of_target else Kind.PERCENT, unit)
    kind = Kind.SCORE if unit in ("分", "point", "points") else Kind.PLAIN
    return Quantity(number, kind, unit + (" of target" if of_target else ""))


def read_level(found: re.Match[str], name: str) -> Quantity:
    """The quantity, of the KPI's own values where the pattern has found that it is those that are compared."""
    return own_level(found, name) if found["own"] else read_quantity(found, name)


def own_level(found: re.Match[str], name: str) -> Quantity:
    """The quantity as one of the KPI's own values: neither a part of the target nor a score."""
    quantity = read_quantity(found, name)
    own = {Kind.PERCENT: Kind.PERCENTAGE_POINTS, Kind.SCORE: Kind.PLAIN}
    return replace(quantity, kind=own.get(quantity.kind, quantity.kind))


def read_number(typed: str) -> Decimal:
    """A number in digits or in Chinese characters that the pattern has found."""
    in_words = spelt(typed) if not typed[0].isdigit() else None
    return Decimal(typed.replace(",", "")) if in_words is None else in_words
