"""Is the model looked after: acted upon, reviewed, and left alone while a period runs?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from kpi_engine.design.check.finding import Finding, Question, Topic
from kpi_engine.design.check.mend import of_kpi
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord, Part
from kpi_engine.design.check.series import last_closed
from kpi_engine.measure.score.status import status_of
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import Definition, KpiVersion
from kpi_engine.model.score import Status

_REWRITTEN = ("target", "formula", "expression", "aggregation", "direction", "unit", "scoring")
"""What decides about the score of a period."""


def period_missing(model: Model) -> Iterator[Finding]:
    """It is said which period a target is for."""
    for record in model.kpis:
        if Part.PERIOD in record.unsaid:
            yield of_kpi(RuleId.PERIOD_MISSING, record, Question(Topic.PERIOD))


def no_action(model: Model) -> Iterator[Finding]:
    """Something is being done about a KPI that is not on track (90 points), or new."""
    for record in model.kpis:
        if any(action.done_on is None for action in record.actions):
            continue
        line = last_closed(model, record)
        score = line.score if line else None
        if (score is None and not record.actuals) or status_of(score) in (Status.BEHIND, Status.AT_RISK):
            yield of_kpi(RuleId.NO_ACTION, record, Question(Topic.ACTION), score=score)


def not_reviewed(model: Model) -> Iterator[Finding]:
    """A KPI is looked at once in a cycle of review, and when the market has changed."""
    for record in model.kpis:
        since = record.reviewed_on or max(_begun(model, record))
        market = max((day for day in model.market_changes if since < day <= model.today), default=None)
        if market or model.company.calendar.holding(since, model.review_every).next().end <= model.today:
            yield of_kpi(RuleId.NOT_REVIEWED, record, Question(Topic.REVIEW), since=since, market=market)


def changed_inside(model: Model) -> Iterator[Finding]:
    """What decides about a score changes where a period begins, not inside one that still runs."""
    for record in model.kpis:
        for before, version in pairwise(record.versions):
            cycle = model.company.calendar.holding(version.in_force, version.definition.cycle)
            if cycle.start < version.in_force and model.today < cycle.end and _rewritten(before, version):
                params = {"since": version.in_force, "begins": cycle.end}
                yield of_kpi(RuleId.CHANGED_INSIDE, record, Question(Topic.REVIEW), **params)
                break


def _begun(model: Model, record: KpiRecord) -> tuple[date, ...]:
    """Whoever changes a KPI has looked at it."""
    return tuple(each.in_force for each in record.versions if each.in_force <= model.today) or (model.today,)


def _rewritten(before: KpiVersion, after: KpiVersion) -> bool:
    return not after.retired and _rule(before.definition) != _rule(after.definition)


def _rule(definition: Definition) -> tuple[object, ...]:
    return tuple(getattr(definition, name) for name in _REWRITTEN)
