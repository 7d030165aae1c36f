"""Is the model looked after: acted upon, reviewed, and left alone while a period runs?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from kpi_engine.design.check.changes import rewritten
from kpi_engine.design.check.finding import Finding, Question, Topic
from kpi_engine.design.check.mend import of_kpi
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord, Part
from kpi_engine.design.check.series import last_closed, values
from kpi_engine.design.check.young import is_young
from kpi_engine.design.relevance import concepts_of_kpi, concepts_of_text
from kpi_engine.measure.score.status import status_of
from kpi_engine.model.check import RuleId
from kpi_engine.model.score import Status
from kpi_engine.model.strategy import SwotKind

_OUTSIDE = (SwotKind.OPPORTUNITY, SwotKind.THREAT)
"""What comes from the market."""


def period_missing(model: Model) -> Iterator[Finding]:
    """It is said which period a target is for."""
    for record in model.kpis:
        if Part.PERIOD in record.unsaid:
            yield of_kpi(RuleId.PERIOD_MISSING, record, Question(Topic.PERIOD))


def no_action(model: Model) -> Iterator[Finding]:
    """Something is being done about a KPI that is not on track (90 points), or should have a value by now."""
    for record in model.kpis:
        if any(action.is_open for action in record.actions) or is_young(model, record):
            continue
        line = last_closed(model, record)
        score = line.score if line else None
        if (score is None and not values(record)) or status_of(score) in (Status.BEHIND, Status.AT_RISK):
            yield of_kpi(RuleId.NO_ACTION, record, Question(Topic.ACTION), score=score)


def not_reviewed(model: Model) -> Iterator[Finding]:
    """A KPI is looked at once in a cycle of review, and when the market has changed in what it is about."""
    for record in model.kpis:
        since = record.reviewed_on or max(_begun(model, record))
        market = max((day for day in _changes_of_market(model, record) if since < day), default=None)
        if market or model.company.calendar.holding(since, model.review_every).next().end <= model.today:
            yield of_kpi(RuleId.NOT_REVIEWED, record, Question(Topic.REVIEW), since=since, market=market)


def changed_inside(model: Model) -> Iterator[Finding]:
    """What decides about a score changes where a period begins, not inside one that still runs."""
    for record in model.kpis:
        for before, version in pairwise(record.versions):
            cycle = model.company.calendar.holding(version.in_force, version.definition.cycle)
            if cycle.start < version.in_force and model.today < cycle.end and rewritten(before, version):
                params = {"since": version.in_force, "begins": cycle.end}
                yield of_kpi(RuleId.CHANGED_INSIDE, record, Question(Topic.REVIEW), **params)
                break


def _changes_of_market(model: Model, record: KpiRecord) -> Iterator[date]:
    """When an opportunity or a threat was written down that has to do with it."""
    about = concepts_of_kpi(record.definition)
    for entry in model.swot:
        if entry.written_on and entry.kind in _OUTSIDE and concepts_of_text(entry.text) & about:
            yield entry.written_on


def _begun(model: Model, record: KpiRecord) -> tuple[date, ...]:
    """Whoever changes a KPI has looked at it."""
    return tuple(each.in_force for each in record.versions if each.in_force <= model.today) or (model.today,)
