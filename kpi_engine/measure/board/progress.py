"""How somebody gets on, measured against nobody but themselves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kpi_engine.measure.exact import mean, rounded
from kpi_engine.measure.score.status import ENOUGH
from kpi_engine.model.ranking import Result
from kpi_engine.model.scoring import AT_TARGET

MEAN_OF = 3


def counting(result: Result) -> Decimal | None:
    """The score, if enough of the weight is behind it."""
    return result.score if result.coverage >= ENOUGH else None


def own_mean(before: Sequence[Result]) -> Decimal | None:
    """The mean of the last three results that count; None where there are fewer."""
    scores = _scores(before)[-MEAN_OF:]
    return mean(scores) if len(scores) == MEAN_OF else None


def improvement(results: Sequence[Result]) -> Decimal | None:
    """Points of the last result above the own mean before it."""
    score, mean = counting(results[-1]), own_mean(results[:-1])
    return None if score is None or mean is None else score - mean


def is_best(results: Sequence[Result]) -> bool:
    """Whether the last result is better, as it is shown, than every one before; not where there is none before."""
    score, before = counting(results[-1]), _scores(results[:-1])
    return score is not None and bool(before) and rounded(score) > rounded(max(before))


def on_target(results: Sequence[Result]) -> int:
    """Periods on target in a row, counted back from the last; one without a result that counts is passed over."""
    scores = [rounded(score) for score in _scores(results)]
    return _run([score >= AT_TARGET for score in scores])


def reported(results: Sequence[Result]) -> int:
    """Periods in a row with every value that was due; one in which none was due is passed over."""
    return _run([result.entered >= result.due for result in results if result.due])


def _scores(results: Sequence[Result]) -> list[Decimal]:
    return [score for result in results if (score := counting(result)) is not None]


def _run(held: Sequence[bool]) -> int:
    """How many at the end are true."""
    return next((count for count, good in enumerate(reversed(held)) if not good), len(held))
