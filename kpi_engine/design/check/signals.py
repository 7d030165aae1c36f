"""Do the values of a KPI say anything?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, takewhile

from kpi_engine.calendar.due import owed_periods
from kpi_engine.calendar.late import is_late
from kpi_engine.calendar.period import Period
from kpi_engine.design.check.finding import Finding, Question, Topic
from kpi_engine.design.check.mend import of_kpi
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.check.series import CYCLES_BACK, closed_scores, last_closed, paired, presence_of
from kpi_engine.design.correlation import linear
from kpi_engine.measure.values.slots import version_in
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import UnitKind
from kpi_engine.model.scoring import AT_STRETCH, AT_TARGET

SILENT = 2
"""So many periods without a value in a row are too many."""
STRONG = 0.9
FEW = 30
"""Cases under which a rate jumps about by chance."""
BACK = 20
"""Periods that are looked at: far enough for two working days after any holiday."""
_FLAT = (0, AT_TARGET, AT_STRETCH)


def stale(model: Model) -> Iterator[Finding]:
    """One of the last two values that are late by now is there."""
    for record in (each for each in model.kpis if not each.definition.expression):
        late = tuple(islice(late_periods(model, record), SILENT))
        known = {line.period for line in record.actuals}
        if len(late) == SILENT and not known.intersection(late):
            yield of_kpi(RuleId.STALE, record, Question(Topic.VALUE), periods=late[::-1])


def late_periods(model: Model, record: KpiRecord) -> Iterator[Period]:
    """The periods whose value is late if it is not there, newest first, of those in which the KPI is measured."""
    frequency, calendar, presence = record.definition.frequency, model.company.calendar, presence_of(model, record)
    begins = max(record.asked_since, calendar.holding(model.today, frequency).back(BACK).start)
    return (
        period
        for period in reversed(owed_periods(frequency, begins, model.today, calendar))
        if is_late(period, model.today, calendar)
        and version_in(record.versions, period, calendar)
        and presence.part(period, calendar)
    )


def no_signal(model: Model) -> Iterator[Finding]:
    """Six scores in a row are not all nothing, or all full."""
    for record in model.kpis:
        known = (line.score for line in closed_scores(model, record) if line.score is not None)
        scores = list(takewhile(_FLAT.__contains__, known))
        if len(scores) == CYCLES_BACK and len(set(scores)) == 1 and scores[0] in _FLAT:
            params = {"score": scores[0], "count": CYCLES_BACK, "yesno": record.definition.unit.kind is UnitKind.YESNO}
            yield of_kpi(RuleId.NO_SIGNAL, record, Question(Topic.TARGET), **params)


def small_numbers(model: Model) -> Iterator[Finding]:
    """A rate is made of thirty cases or more."""
    for record in model.kpis:
        line = last_closed(model, record)
        made_of = line.reading.denominator if line and line.reading else None
        if record.definition.unit.kind is UnitKind.PERCENT and made_of is not None and made_of < FEW:
            yield of_kpi(RuleId.SMALL_NUMBERS, record, Question(Topic.MEASURE), cases=made_of, enough=FEW)


def moves_together(model: Model) -> Iterator[Finding]:
    """No two KPIs of a set rise and fall together (r beyond 0.9 over twelve values or more)."""
    for kpi_set in model.sets():
        for one, other in combinations(kpi_set.kpis, 2):
            found = linear(*paired(model, one, other))
            if found and abs(found.r) > STRONG:
                params = {"other": one.definition.name, "opposite": found.r < 0}
                yield of_kpi(RuleId.MOVES_TOGETHER, other, Question(Topic.FEWER), **params)
