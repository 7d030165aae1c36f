"""The parts of a typed number: sign, currency, digits, scale, percent sign and the word for the unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.intake.chinese import spelt, tenths
from kpi_engine.intake.counted import MEASURE_WORDS
from kpi_engine.intake.figures import figures
from kpi_engine.intake.number.money import without_currency
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.model.kpi import Unit, UnitKind

_MOST_DIGITS = 28
_A_WORD = 4
"""Letters of a label that can have a plural."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as typed, before the unit decides what it means."""

    values: tuple[Decimal, ...]
    """Several where the digits can be grouped in two ways, the usual one first."""
    unscaled: tuple[Decimal, ...]
    """The values without the word for thousands or more."""
    percent: bool
    currencies: frozenset[str]
    """ISO 4217 codes that the currency sign can stand for; empty without one."""
    worded: bool
    """The unit was typed with it."""
    bare: bool
    """Nothing but digits and a point."""

    @property
    def of_another_size(self) -> bool:
        """Whether it was said in money or thousands, which is not how a unit like 万元 is counted."""
        return bool(self.currencies) or self.values != self.unscaled


def read_amount(typed: str, unit: Unit) -> Amount | None:
    """The amount in a text that is tidy and in small letters; None if any of it is left over."""
    negative, body = _sign(typed)
    body, worded = _without_label(body, unit)
    body, currencies = without_currency(body)
    if currencies and not negative:
        negative, body = _sign(body)
    body, percent = _without_percent(body)
    unscaled, scale = _figures(body, unit) or _in_words(body, plain=worded or not counts_in_thousands(unit))
    if not unscaled or len(unscaled[0].as_tuple().digits) > _MOST_DIGITS:
        return None
    if negative:
        unscaled = tuple(-value for value in unscaled)
    values = tuple(value.scaleb(scale) for value in unscaled)
    return Amount(values, unscaled, percent, currencies, worded, bare=bool(_BARE.fullmatch(typed)))


def counts_in_thousands(unit: Unit) -> bool:
    """Whether the unit is itself a number of something: 万元, k$."""
    return any(_SCALED_LABEL.match(lowered(tidy(label))) for label in (unit.label.en, unit.label.zh))


_BARE = re.compile(r"-?[0-9]*\.?[0-9]+")
_SCALED_LABEL = re.compile(r"千|百万|万|亿|thousand|million|k(?![a-z])|m[$€£¥]")
_SHORT = {
    "seconds": ("secs", "sec"),
    "minutes": ("mins", "min"),
    "hours": ("hrs", "hr", "h"),
    "days": ("d",),
    "weeks": ("wks", "wk"),
    "分钟": ("分",),
    "小时": ("个小时", "钟头"),
}
_SCALES = {
    "": 0,
    "百": 2,
    "k": 3,
    "thousand": 3,
    "千": 3,
    "万": 4,
    "w": 4,
    "十万": 5,
    "m": 6,
    "mn": 6,
    "million": 6,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "b": 9,
    "bn": 9,
    "billion": 9,
    "万亿": 12,
}
_TIMES = frozenset({"m", "w"})
"""Of a duration 5m and 3w are minutes and weeks."""
_SCALED = re.compile(r"(.*?[0-9]) ?(" + "|".join(sorted(_SCALES, key=len, reverse=True)) + ")")


def _sign(text: str) -> tuple[bool, str]:
    if found := re.fullmatch(r"\(([^-+()]+)\)", text):
        return True, found[1]
    if text[:1] in ("-", "负"):
        return True, text[1:]
    return False, text.removeprefix("+")


def _without_label(text: str, unit: Unit) -> tuple[str, bool]:
    labels = (unit.label.zh, unit.label.en)
    measures = MEASURE_WORDS if unit.kind is UnitKind.COUNT else ()
    for label in sorted((*_short(labels), *labels, *measures), key=len, reverse=True):
        word = lowered(tidy(label)).strip()
        for form in (word, *((word + "s", word.removesuffix("s")) if len(word) >= _A_WORD else ())):
            if form and form != "%" and text.endswith(form) and text != form:
                return text.removesuffix(form).rstrip(), True
    return text, False


def _short(labels: Sequence[str]) -> Sequence[str]:
    """What is written for them in a hurry, the longest first: 26 min, 4h."""
    return [short for label in labels for short in _SHORT.get(lowered(tidy(label)).strip(), ())]


def _without_percent(text: str) -> tuple[str, bool]:
    if text.startswith("百分之"):
        return text.removeprefix("百分之"), True
    if percent := tenths(text):
        return percent, True
    found = re.fullmatch(r"(.+?) ?(?:%|percent)", text)
    return (found[1], True) if found else (text, False)


def _figures(text: str, unit: Unit) -> tuple[tuple[Decimal, ...], int] | None:
    """The values in digits and the power of ten that they are to be taken by."""
    found = _SCALED.fullmatch(text)
    if not found or (unit.kind is UnitKind.DURATION and found[2] in _TIMES) or not (values := figures(found[1])):
        return None
    return values, _SCALES[found[2]]


def _in_words(text: str, *, plain: bool) -> tuple[tuple[Decimal, ...], int]:
    """The same of what is spelt; not `plain` where a unit like 万元 may be a part of 三万, and nobody can tell."""
    if plain or not re.search(f"[{_SPELT_SCALES}]", text):
        number, scale = text, ""
    elif found := re.fullmatch(f"([^{_SPELT_SCALES}]+)([{_SPELT_SCALES}])", text):
        number, scale = found[1], found[2]
    else:
        return (), 0
    value = spelt(number)
    return () if value is None else (value,), _SCALES[scale]


_SPELT_SCALES = "千万亿"
