"""What one may ask about a KPI that is red."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.model.cause import Verdict
from kpi_engine.model.change import PlannedAction
from kpi_engine.model.name import Name


@dataclass(frozen=True, slots=True)
class ExplainRed:
    """Why the KPI is red in that cycle, and what will be done about it, if anything."""

    kpi_id: int
    period: Period
    cause: Name
    action: PlannedAction | None = None


@dataclass(frozen=True, slots=True)
class PutOffRed:
    """Nothing is said now of why the KPI is red in that cycle: the next one that is red is asked about."""

    kpi_id: int
    period: Period


@dataclass(frozen=True, slots=True)
class LookAgain:
    """Whether what was done about an earlier cycle has helped by `now`.

    Where it has not and the KPI is still red, what was said holds for that cycle as well, with the new action or the
    one that goes on.
    """

    kpi_id: int
    period: Period
    now: Period
    verdict: Verdict
    action: PlannedAction | None = None
