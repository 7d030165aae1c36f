"""What was likely meant by a value that looks like a slip, and which slip it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import median

from kpi_engine.intake.usual import ENOUGH, Usual, is_far_off
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import UnitKind


class Cause(StrEnum):
    """The slip of the keyboard, or of the head."""

    DIGIT_MORE = "digit_more"
    DIGIT_LESS = "digit_less"
    DIGITS_MORE = "digits_more"
    """Two too many: a hundred times."""
    DIGITS_LESS = "digits_less"
    THOUSANDS_MORE = "thousands_more"
    """In thousands, or a thousand times too much."""
    THOUSANDS_LESS = "thousands_less"
    WAN_MORE = "wan_more"
    """In 万, or ten thousand times too much."""
    WAN_LESS = "wan_less"
    FRACTION = "fraction"
    """A percentage for its fraction, or the other way round."""
    DOUBLED = "doubled"
    """A digit typed twice."""
    SWAPPED = "swapped"
    """Two digits in the wrong order."""
    SIGN = "sign"
    PARTS_SWAPPED = "parts_swapped"
    """The whole before the part."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What may have been meant."""

    read: Reading
    cause: Cause


MOST = 2
"""Guesses that are offered."""


def guesses(said: Reading, usual: Usual) -> tuple[Guess, ...]:
    """The values that would not be far off, if one slip is taken back; the likeliest first, at most two.

    First those within the range of the past, then shifts of the point before slips of single digits, then what is
    nearest to the middle, in proportion. Nothing of a quotient: which of its parts was meant cannot be told.
    """
    if said.numerator is not None or not any(usual.compared):
        return ()
    fit = [guess for guess in _candidates(said.value, usual) if _fits(guess.read.value, usual)]
    found = {
        guess.read.value: guess for guess in sorted(fit, key=lambda guess: _unlikeliness(guess, usual), reverse=True)
    }
    return tuple(reversed(found.values()))[:MOST]


_SHIFTS = (
    (-1, Cause.DIGIT_MORE),
    (1, Cause.DIGIT_LESS),
    (-2, Cause.DIGITS_MORE),
    (2, Cause.DIGITS_LESS),
    (-4, Cause.WAN_MORE),
    (4, Cause.WAN_LESS),
    (-3, Cause.THOUSANDS_MORE),
    (3, Cause.THOUSANDS_LESS),
)


def _candidates(value: Decimal, usual: Usual) -> Iterator[Guess]:
    for places, cause in _SHIFTS:
        fraction = usual.unit.kind is UnitKind.PERCENT and abs(places) == 2
        yield Guess(Reading(_whole(value.scaleb(places), usual)), Cause.FRACTION if fraction else cause)
    if len(usual.past) >= ENOUGH:
        yield from _of_single_digits(value, usual)


def _fits(value: Decimal, usual: Usual) -> bool:
    return bool(value) and not is_far_off(value, usual)


def _whole(value: Decimal, usual: Usual) -> Decimal:
    """Of whole pieces the digits behind the point are those that were too many."""
    whole = usual.unit.kind is UnitKind.COUNT and not any(before % 1 for before in usual.past)
    return value.quantize(Decimal(1), "ROUND_DOWN") if whole else value


def _of_single_digits(value: Decimal, usual: Usual) -> Iterator[Guess]:
    scale = 2 if usual.unit.kind is UnitKind.PERCENT else 0
    typed = format(value.scaleb(scale).normalize(), "f")
    for at, (here, after) in enumerate(pairwise(typed)):
        before, rest = typed[:at], typed[at + 2 :]
        if here == after:
            yield Guess(Reading(Decimal(before + here + rest).scaleb(-scale)), Cause.DOUBLED)
        elif (here + after).isdigit():
            yield Guess(Reading(Decimal(before + after + here + rest).scaleb(-scale)), Cause.SWAPPED)


def _unlikeliness(guess: Guess, usual: Usual) -> tuple[bool, int, Decimal]:
    value, past = guess.read.value, usual.past
    inside = len(past) >= ENOUGH and min(past) <= value <= max(past)
    single = (Cause.DOUBLED, Cause.SWAPPED)
    middle = median([abs(one) for one in usual.compared if one])
    return not inside, single.index(guess.cause) + 1 if guess.cause in single else 0, abs((abs(value) / middle).ln())
