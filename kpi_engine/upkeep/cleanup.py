"""What a KPI model can be tidied by each quarter: targets that are always passed, values that never come, twins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.design.check.model import Model
from kpi_engine.design.check.naming import twins
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.check.series import CYCLES_BACK, closed_scores
from kpi_engine.design.check.signals import late_periods
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import KpiVersion

EASY = Decimal(110)
"""Points that are passed in each of six cycles where a target is too low to say anything."""
HARDLY = Decimal("0.25")
"""Of the values that are late by now so few at most have come where one is hardly ever entered."""
ENOUGH = 3
"""Values that must be late before that is said."""

ALWAYS_GREEN, NEVER_ENTERED, TWICE = RuleId.NO_SIGNAL, RuleId.STALE, RuleId.DUPLICATE
"""Each is left alone where the rule of the check that it is kin to is muted for the KPI."""


@dataclass(frozen=True, slots=True)
class CleanUp:
    """A KPI that may be changed or given up, and why."""

    rule: RuleId
    version: KpiVersion
    least: Decimal | None = None
    """The lowest of its last six scores, of one that is always green."""
    entered: int = 0
    """Of one that is hardly ever entered: so many values came of so many."""
    of: int = 0
    other: KpiVersion | None = None
    """The twin."""


def clean_ups(model: Model) -> tuple[CleanUp, ...]:
    """Each KPI once, twins first; nothing that somebody wants left alone."""
    muted = {(mute.rule, mute.kpi_id) for mute in model.mutes}
    found: dict[int, CleanUp] = {}
    for one in (*_twice(model), *_never_entered(model), *_always_green(model)):
        if (one.rule, one.version.kpi.id) not in muted:
            found.setdefault(one.version.kpi.id, one)
    return tuple(found.values())


def _twice(model: Model) -> Iterator[CleanUp]:
    for _, one, other in twins(model):
        yield CleanUp(TWICE, other.version, other=one.version)


def _never_entered(model: Model) -> Iterator[CleanUp]:
    for record in (each for each in model.kpis if not each.definition.expression):
        late = set(late_periods(model, record))
        came = len(late & {line.period for line in record.actuals})
        if len(late) >= ENOUGH and came <= HARDLY * len(late):
            yield CleanUp(NEVER_ENTERED, record.version, entered=came, of=len(late))


def _always_green(model: Model) -> Iterator[CleanUp]:
    for record in model.kpis:
        scores = _last_scores(model, record)
        if len(scores) == CYCLES_BACK and min(scores) >= EASY:
            yield CleanUp(ALWAYS_GREEN, record.version, least=min(scores))


def _last_scores(model: Model, record: KpiRecord) -> list[Decimal]:
    return [line.score for line in closed_scores(model, record) if line.score is not None]
