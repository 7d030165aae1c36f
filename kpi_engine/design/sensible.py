"""Figures as a manager would agree them: 1,350 rather than 1,347.62."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

STEPS = 20
"""Steps at least that the width of what could come out is divided into."""
_MANTISSAS = (Decimal(5), Decimal(2), Decimal(1))


def sensible(value: Decimal, width: Decimal, *, whole: bool) -> Decimal:
    """The value to the largest step of 1, 2 or 5 (times a power of ten) that is fine enough for the width.

    Whole numbers stay whole. Without a width nothing is rounded.
    """
    if width <= 0:
        return value
    step = _step(width / STEPS)
    if whole:
        step = max(step, Decimal(1))
    steps = (value / step).to_integral_value(ROUND_HALF_EVEN)
    return _plain(steps * step)


def _step(most: Decimal) -> Decimal:
    power = Decimal(1).scaleb(most.adjusted())
    return next(mantissa * power for mantissa in _MANTISSAS if mantissa * power <= most)


def _plain(value: Decimal) -> Decimal:
    """1.35E+3 is written 1350."""
    exact = value.normalize()
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact
