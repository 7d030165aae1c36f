"""Where a history is going: many ways in which it could go on, each as likely as the next.

Seasonal indices, a level smoothed by simple exponential smoothing, a drift drawn towards none, errors that go on in
part, and a smoothed bootstrap of what is left. The figures that were chosen, and how, are in `bench/README.md`. Floats:
this is statistics, not bookkeeping.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from statistics import fmean

from kpi_engine.measure.forecast.season import seasonal
from kpi_engine.measure.forecast.straight_line import straight_line

PATHS = 1000
"""Ways to go on: a chance of 60 % is then exact to about 1.5 points."""
_SPEEDS = tuple(tenth / 10 for tenth in range(11))
"""How far the level follows each error; the best in hindsight is taken."""
_SLOW_DOUBT = 0.2
"""A level that hardly moves in hindsight may still drift."""
_DOUBT_OF_DRIFT = 20.0
_DOUBT_OF_YEARLY_DRIFT = 10.0
"""A drift counts by t²/(t² + this), where t is its slope in standard errors."""
_MOST_ECHO = 0.95
_ECHO_WIDENS = 0.9
_SMOOTHING = 0.35
"""Noise added to each error drawn, in standard deviations: few errors are not all that can happen."""
_FITTED = 2
"""Figures fitted to the errors, level and drift, which makes them too small by that much."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A history as understood: on it goes from `level`, by `drift` a step, with errors such as there were."""

    level: float
    drift: float
    drift_doubt: float
    speed: float
    echo: float
    """The part of an error that the next one repeats."""
    last_error: float
    errors: tuple[float, ...]
    """What was new in each error, widened by what fitting took from it."""
    spread: float
    season: tuple[float, ...]
    length: int


def fit(values: Sequence[float | None], season: int) -> Fitted:
    """The values stand at equal distances, oldest first, the first one known and at least three; None is missing."""
    indices = seasonal(values, season)
    even = [None if value is None else value - indices[n % season] for n, value in enumerate(values)]
    line = straight_line(even)
    drift = line.slope * _believed(line.slope, line.doubt, _DOUBT_OF_DRIFT if season > 1 else _DOUBT_OF_YEARLY_DRIFT)
    level, speed, errors = min((_smoothed(even, drift, speed) for speed in _SPEEDS), key=_sum_of_squares)
    echo = _echo_of(errors)
    new = _around_nothing(_new(errors, echo))
    spread = math.sqrt(sum(error * error for error in new) / max(1, len(new) - 1))
    widened = math.sqrt(len(new) / max(_FITTED, len(new) - _FITTED))
    return Fitted(
        level,
        drift,
        drift_doubt=max(speed, _SLOW_DOUBT) * spread / math.sqrt(len(values)) / (1 - _ECHO_WIDENS * echo),
        speed=speed,
        echo=echo,
        last_error=errors[-1] or 0.0,
        errors=tuple(error * widened for error in new),
        spread=spread,
        season=indices,
        length=len(values),
    )


def simulate(fitted: Fitted, steps: int, seed: int, paths: int = PATHS) -> tuple[tuple[float, ...], ...]:
    """So many ways to go on for so many steps; the same seed gives the same ones."""
    random = Random(seed)
    return tuple(tuple(_way(fitted, steps, random)) for _ in range(paths))


def _believed(slope: float, doubt: float, reserve: float) -> float:
    if not doubt:
        return 1.0
    strength = (slope / doubt) ** 2
    return strength / (strength + reserve)


_Smoothed = tuple[float, float, list[float | None]]


def _smoothed(values: Sequence[float | None], drift: float, speed: float) -> _Smoothed:
    """The last level, the speed, and the error at each value but the first."""
    level = values[0] or 0.0
    errors: list[float | None] = []
    for value in values[1:]:
        level += drift
        error = None if value is None else value - level
        errors.append(error)
        level += speed * (error or 0.0)
    return level, speed, errors


def _sum_of_squares(smoothed: _Smoothed) -> float:
    return sum(error * error for error in smoothed[2] if error is not None)


def _echo_of(errors: Sequence[float | None]) -> float:
    """The errors' first autocorrelation, corrected for few values (Kendall 1954), and believed by its t²/(t² + 1)."""
    whole = sum(error * error for error in errors if error is not None)
    if not whole:
        return 0.0
    count = sum(error is not None for error in errors)
    found = sum(a * b for a, b in pairwise(errors) if a is not None and b is not None) / whole
    found += (1 + 3 * found) / count
    strength = found * found / max(1 - found * found, 0.001) * count
    return max(0.0, min(_MOST_ECHO, found * strength / (strength + 1)))


def _new(errors: Sequence[float | None], echo: float) -> list[float]:
    """What in each error is no echo; the first, of which half a story is known, as Prais and Winsten (1954) take it."""
    first = [] if errors[0] is None else [errors[0] * math.sqrt(1 - echo * echo)]
    return first + [error - echo * last for last, error in pairwise(errors) if last is not None and error is not None]


def _around_nothing(errors: Sequence[float]) -> list[float]:
    """Errors that lean to one side would be a drift that nobody has weighed."""
    middle = fmean(errors)
    return [error - middle for error in errors]


def _way(fitted: Fitted, steps: int, random: Random) -> Iterator[float]:
    level, error = fitted.level, fitted.last_error
    drift = fitted.drift + random.gauss(0, fitted.drift_doubt)
    noise = _SMOOTHING * fitted.spread
    for step in range(fitted.length, fitted.length + steps):
        level += drift
        drawn = fitted.errors[int(random.random() * len(fitted.errors))]
        error = fitted.echo * error + drawn + random.gauss(0, noise)
        yield level + error + fitted.season[step % len(fitted.season)]
        level += fitted.speed * error
