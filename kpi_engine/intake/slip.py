"""Slips of typing: a value so far from the usual that it is asked back, once."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import median

from kpi_engine.intake.guess import Cause, Guess, guesses
from kpi_engine.intake.usual import ENOUGH, Usual, is_far_off, is_unusual
from kpi_engine.measure.exact import divide
from kpi_engine.model.actual import Reading, Remark
from kpi_engine.model.kpi import UnitKind


class SlipKind(StrEnum):
    """What is odd about the value."""

    FAR_OFF = "far_off"
    """Next to the values before it."""
    FAR_FROM_TARGET = "far_from_target"
    """Next to the target and the last value, while there are few values."""
    SIGN = "sign"
    """Negative where no value ever was, or the other way round."""
    OVER_WHOLE = "over_whole"
    """More than 100 % where no value ever was."""
    NO_SHARE = "no_share"
    """More than ten times the whole, while there is nothing to hold it against."""
    PART_OVER_WHOLE = "part_over_whole"
    """The part is larger than what it is a part of."""
    FRACTION = "fraction"
    """0.95 % where 95 % are usual."""
    NOT_WHOLE = "not_whole"
    """Part of something that is counted in whole pieces."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Why a value is asked back, what may have been meant, and what is usual."""

    kind: SlipKind
    said: Reading
    guesses: tuple[Guess, ...]
    """The likeliest first."""
    low: Decimal | None
    """The least and the most of what it is held against."""
    high: Decimal | None


def slip(said: Reading, usual: Usual) -> Slip | None:
    """The slip that a value looks like; None if there is nothing odd.

    The rules of the unit come first. What is far off is judged by five values or more, or else by the target and the
    last value.
    """
    kind = _of_unit(said, usual) or _of_size(said, usual)
    if kind is None:
        return None
    low, high = min(usual.compared, default=None), max(usual.compared, default=None)
    return Slip(kind, said, _guesses(kind, said, usual), low, high)


def remark(said: Reading, usual: Usual) -> Remark | None:
    """What is worth a word, though the value is taken; None of a slip, which was asked back."""
    if slip(said, usual):
        return None
    if is_unusual(said.value, usual):
        return Remark.UNUSUAL
    return Remark.COPIED if _is_copied(said.value, usual) else None


_REPEATS = 3
_WHOLE = Decimal(1)
_HUNDREDTH = Decimal("0.01")


def _of_size(said: Reading, usual: Usual) -> SlipKind | None:
    if not is_far_off(said.value, usual):
        return None
    return SlipKind.FAR_OFF if len(usual.past) >= ENOUGH else SlipKind.FAR_FROM_TARGET


def _of_unit(said: Reading, usual: Usual) -> SlipKind | None:
    value, past = said.value, usual.past
    if _has_wrong_sign(value, usual):
        return SlipKind.SIGN
    if usual.unit.kind is UnitKind.PERCENT and value > _WHOLE and all(before <= _WHOLE for before in usual.known):
        return SlipKind.OVER_WHOLE if said.numerator is None else SlipKind.PART_OVER_WHOLE
    if _is_fraction(value, usual):
        return SlipKind.FRACTION
    if usual.unit.kind is UnitKind.COUNT and value % 1 and not any(before % 1 for before in past):
        return SlipKind.NOT_WHOLE
    return None


def _has_wrong_sign(value: Decimal, usual: Usual) -> bool:
    """A percentage is negative only where values or target say that it can be, and so is what is counted."""
    if usual.past and value and all(before * value < 0 for before in usual.past):
        return True
    match usual.unit.kind:
        case UnitKind.PERCENT:
            return value < 0 <= min(usual.known, default=Decimal(-1))
        case UnitKind.COUNT | UnitKind.DURATION:
            return value < 0 <= min(usual.known, default=Decimal(0))
        case UnitKind.MONEY | UnitKind.RATIO | UnitKind.SCORE | UnitKind.YESNO:
            return False


def _is_fraction(value: Decimal, usual: Usual) -> bool:
    """At most 1 % where more than 1.5 % are usual, and a hundred times as much would be nearer to it."""
    if usual.unit.kind is not UnitKind.PERCENT or not 0 < value <= _HUNDREDTH or not usual.compared:
        return False
    middle = median(usual.compared)
    return middle > Decimal("0.015") and abs((100 * value / middle).ln()) < abs((value / middle).ln())


def _is_copied(value: Decimal, usual: Usual) -> bool:
    """None, all and a handful may well be the same every time, and so may a yes or no."""
    last = usual.past[-_REPEATS:]
    if len(last) < _REPEATS or any(before != value for before in last):
        return False
    match usual.unit.kind:
        case UnitKind.YESNO:
            return False
        case UnitKind.PERCENT:
            return value not in (0, 1)
        case UnitKind.COUNT:
            return value >= ENOUGH * 2
        case UnitKind.MONEY | UnitKind.RATIO | UnitKind.SCORE | UnitKind.DURATION:
            return bool(value)


def _guesses(kind: SlipKind, said: Reading, usual: Usual) -> tuple[Guess, ...]:
    match kind:
        case SlipKind.SIGN:
            return (Guess(_negative(said), Cause.SIGN),)
        case SlipKind.OVER_WHOLE:
            return (Guess(Reading(divide(said.value, Decimal(100))), Cause.FRACTION),)
        case SlipKind.FRACTION if said.numerator is None:
            return (Guess(Reading(100 * said.value), Cause.FRACTION),)
        case SlipKind.PART_OVER_WHOLE:
            return _turned(said)
        case SlipKind.NOT_WHOLE | SlipKind.FAR_OFF | SlipKind.FAR_FROM_TARGET | SlipKind.FRACTION:
            return guesses(said, usual)
        case SlipKind.NO_SHARE:
            return ()


def _negative(said: Reading) -> Reading:
    return Reading(-said.value, None if said.numerator is None else -said.numerator, said.denominator)


def _turned(said: Reading) -> tuple[Guess, ...]:
    if said.numerator is None or said.denominator is None:
        return ()
    turned = Reading(divide(said.denominator, said.numerator), said.denominator, said.numerator)
    return (Guess(turned, Cause.PARTS_SWAPPED),)
