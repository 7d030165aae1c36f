"""Does every value get points, and never more than there are?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from kpi_engine.design.check.finding import Finding, Question, Topic
from kpi_engine.design.check.mend import apply_or_ask, latest, of_kpi
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.check.series import values
from kpi_engine.measure.exact import divide
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import Definition
from kpi_engine.model.scoring import AT_STRETCH, Band, Bands, Reciprocal

ENDLESS = Decimal(200)
"""Whoever may score more than twice the target's points has no cap to speak of."""
_FIRST, _LAST = Decimal("-Infinity"), Decimal("Infinity")


def cap_missing(model: Model) -> Iterator[Finding]:
    """One KPI cannot make up for all the others, and a small value not run away with the score."""
    for record in model.kpis:
        cap, runs_away = record.definition.scoring.cap, _runs_away(record)
        if cap > ENDLESS or (runs_away and cap > AT_STRETCH):
            fix = apply_or_ask(model, record, _capped(latest(record).definition), Topic.LEVELS)
            yield of_kpi(RuleId.CAP_MISSING, record, fix, reciprocal=runs_away, most=cap, cap=AT_STRETCH)


def bands_wrong(model: Model) -> Iterator[Finding]:
    """Every value is in one band and in no other."""
    for record in model.kpis:
        method = record.definition.scoring.method
        gap, overlap = _faults(method.bands) if isinstance(method, Bands) else (None, None)
        if gap is not None or overlap is not None:
            params = {"gap": gap, "overlap": overlap, "unit": record.definition.unit}
            yield of_kpi(RuleId.BANDS_WRONG, record, Question(Topic.LEVELS), **params)


def _runs_away(record: KpiRecord) -> bool:
    """Whether a value was less than half the target, of what is scored by target / value."""
    if not isinstance(record.definition.scoring.method, Reciprocal):
        return False
    small = divide(record.definition.target.value, Decimal(2))
    return any(value < small for value in values(record).values())


def _capped(definition: Definition) -> Definition:
    return replace(definition, scoring=replace(definition.scoring, cap=AT_STRETCH))


def _faults(bands: tuple[Band, ...]) -> tuple[Decimal | None, Decimal | None]:
    """Where the first gap begins, and where the first overlap does; a band without an end is no fault."""
    spans = sorted((_start(band), _end(band)) for band in bands)
    gap = next((high for (_, high), (low, _) in pairwise(spans) if low > high), None)
    overlap = next((low for (_, high), (low, _) in pairwise(spans) if low < high), None)
    return gap, overlap


def _start(band: Band) -> Decimal:
    return _FIRST if band.low is None else band.low


def _end(band: Band) -> Decimal:
    return _LAST if band.high is None else band.high
