"""How two series of values move together; floats, as these are estimates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import atanh, sqrt, tanh
from statistics import StatisticsError, correlation

ENOUGH = 12
"""With fewer pairs of values nothing is said."""
LAGS = range(4)
_SURE = 1.96
"""Standard errors of a 95 % interval."""
_ALMOST_ONE = 0.999999


@dataclass(frozen=True, slots=True)
class Together:
    """A correlation from -1 to 1 with its 95 % interval (Fisher's z); one series follows `lag` periods later."""

    r: float
    low: float
    high: float
    lag: int = 0

    @property
    def is_sure(self) -> bool:
        """Whether the interval leaves no doubt about the sign."""
        return self.low > 0 or self.high < 0


def linear(xs: Sequence[Decimal], ys: Sequence[Decimal]) -> Together | None:
    """Pearson's r; None of fewer than 12 pairs, or where one series never changes."""
    return _measured([float(x) for x in xs], [float(y) for y in ys], 0)


def ranked(driver: Sequence[Decimal], result: Sequence[Decimal]) -> Together | None:
    """Spearman's rho with the lag of 0 to 3 periods at which it is largest."""
    found = [_measured(_ranks(driver[: len(driver) - lag]), _ranks(result[lag:]), lag) for lag in LAGS]
    return max((one for one in found if one), key=lambda one: abs(one.r), default=None)


def _measured(xs: Sequence[float], ys: Sequence[float], lag: int) -> Together | None:
    if len(xs) < ENOUGH:
        return None
    try:
        r = correlation(xs, ys)
    except StatisticsError:
        return None
    z, error = atanh(max(-_ALMOST_ONE, min(r, _ALMOST_ONE))), _SURE / sqrt(len(xs) - 3)
    return Together(r, tanh(z - error), tanh(z + error), lag)


def _ranks(values: Sequence[Decimal]) -> list[float]:
    """Places in rising order; equal values share the mean of theirs."""
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) - 1) / 2 for value in values]
