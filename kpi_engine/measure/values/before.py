"""What is known of a KPI's time before it was in force, given as proof that there are data."""

from __future__ import annotations

from kpi_engine.calendar.period import Period
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.measure.values.slots import in_order, rule_of
from kpi_engine.measure.values.source import Source
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import KpiVersion


def known_before(source: Source, period: Period) -> Reading | None:
    """What the period came to, if it was over before the KPI began: given as a whole, or put together from its parts.

    Of what adds up a part is no whole, so that only the whole counts.
    """
    first = in_order(source.versions)[0]
    if period.middle >= first.in_force:
        return None
    if whole := source.known.get(period):
        return whole.reading
    how, kind = first.definition.aggregation, first.definition.frequency
    inside = sorted(one for one in source.known if one.kind is kind and one.middle in period)
    parts = [reading for one in inside if (reading := source.known[one].reading)]
    return None if how.adds_up else aggregate(how, parts)


def whole_cycles(version: KpiVersion, source: Source) -> dict[Period, Reading]:
    """The cycles given as wholes of a KPI that is entered more often, by the version's rule; none otherwise."""
    kind, first = version.definition.cycle, in_order(source.versions)[0]
    if kind is version.definition.frequency or rule_of(first) != rule_of(version):
        return {}
    return {one: line.reading for one, line in source.known.items() if one.kind is kind and line.reading}
