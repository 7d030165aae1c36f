"""How large numbers are said in short: 128,400 is 12.84万 in Chinese, and 128k where English has little room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from conversations.texts.digits import rounded, significant
from kpi_engine.model.name import Language


@dataclass(frozen=True, slots=True)
class Scale:
    """A word for a power of ten, and how many of it there must be at least before it is said."""

    power: int
    word: str
    least: int = 1


@dataclass(frozen=True, slots=True)
class Scales:
    """What large numbers are said in, the largest first, and how many of their digits and decimals are kept."""

    steps: tuple[Scale, ...]
    digits: int
    decimals: int


EVERY_DIGIT = Scales((), digits=3, decimals=0)
"""No word for thousands or more."""

SHORT: Mapping[Language, Scales] = {
    Language.EN: EVERY_DIGIT,
    Language.ZH: Scales((Scale(8, "亿"), Scale(4, "万", least=10)), digits=4, decimals=2),
}
"""For tables and sentences. Below a hundred thousand Chinese has all digits too, so that four are always kept."""

BRIEF: Mapping[Language, Scales] = {
    Language.EN: Scales((Scale(9, "bn"), Scale(6, "M"), Scale(3, "k", least=10)), digits=3, decimals=0),
    Language.ZH: Scales((Scale(8, "亿"), Scale(4, "万")), digits=3, decimals=0),
}
"""For the edges of a chart."""


def keeps(value: Decimal, scales: Scales) -> bool:
    """Whether nothing of a large number is lost by the word it is said in."""
    number, word = scaled(value, scales)
    powers = {step.word: step.power for step in scales.steps}
    return not word or number.scaleb(powers[word]) == value


def scaled(value: Decimal, scales: Scales) -> tuple[Decimal, str]:
    """How many there are of the largest word that fits, and that word; none for what is small."""
    for step in scales.steps:
        number = value.scaleb(-step.power)
        number = rounded(number, max(scales.digits - 1 - number.adjusted(), scales.decimals))
        if abs(number) >= step.least:
            return number, step.word
    return significant(value), ""
