"""What other terms would have come to."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.model.score import Subject
from kpi_engine.model.total import Total


@dataclass(frozen=True, slots=True)
class TotalChange:
    """A scorecard's total as it came out, and as it would have."""

    subject: Subject
    before: Total
    after: Total


@dataclass(frozen=True, slots=True)
class TermsPreview:
    """Whose totals or grades of one period would not have been the same, and of how many that had one."""

    period: Period
    changes: tuple[TotalChange, ...]
    scored: int
