"""How a KPI went: its lines over periods in a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kpi_engine.calendar.period import Period
from kpi_engine.measure.score.kpi import line_before
from kpi_engine.model.kpi import Kpi, KpiVersion
from kpi_engine.model.review import carded_with
from kpi_engine.model.score import KpiScore
from kpi_engine.reader.cards import closed_line
from kpi_engine.reader.records import Records, read_records
from kpi_engine.store.reviews import frozen_cards
from kpi_engine.store.scope import Scope


def course(
    scope: Scope, versions: Sequence[KpiVersion], until: Period, before: int, today: date
) -> tuple[KpiScore | None, ...]:
    """The lines of so many periods before that one and its own, oldest first; None where it was not measured.

    Each as of today, or as it was frozen; of what was before the KPI was in force only the value, if it is known.
    """
    kpi = versions[0].kpi
    periods = [until.back(count) for count in range(before, -1, -1)]
    records = read_records(scope, {kpi.id: tuple(versions)}, periods[0].start, until.end)
    return tuple(_line(scope, records, kpi, period, today) for period in periods)


def _line(scope: Scope, records: Records, kpi: Kpi, period: Period, today: date) -> KpiScore | None:
    frozen = frozen_cards(scope, [carded_with(kpi)], period)
    if frozen:
        return closed_line(frozen.values(), kpi)
    return records.score(kpi.id, period, today) or line_before(records.sources[kpi.id], period)
