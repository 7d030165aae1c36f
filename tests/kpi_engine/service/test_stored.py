"""Whatever is done, in whatever order, the stored score is what the records give when they are read anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import EnterActuals, Entry, ReviseKpi, Undo
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import ActualState
from kpi_engine.model.kpi import Target, UnitKind
from tests.factories import TODAY, Office, definition, reading

MONEY = UnitKind.MONEY


@pytest.mark.parametrize("seed", range(2))
def test_stored_scores_are_recomputed(office: Office, seed: int) -> None:
    chance = Random(seed)
    kpis = office.publish(
        definition("Revenue", 25, frequency=PeriodKind.DAY, unit=MONEY),
        definition("Cost", 25, frequency=PeriodKind.WEEK, unit=MONEY),
        definition(
            "Margin", 25, unit=UnitKind.PERCENT, expression="(revenue - cost) / revenue", target=Target(Decimal("0.3"))
        ),
        definition("Twice", 25, unit=UnitKind.PERCENT, expression="margin * 2", target=Target(Decimal("0.6"))),
    )
    for _ in range(15):
        try:
            _anything(office, kpis, chance)
        except Refusal:
            continue
        _check(office, kpis)


def _anything(office: Office, kpis: list[int], chance: Random) -> None:
    """By the head, who can take back what he did and not that there are KPIs."""
    deed = chance.random()
    if deed < 0.8:
        office.do(EnterActuals(tuple(_entry(office, kpi_id, chance) for kpi_id in kpis[:2])), by=office.hal)
    elif deed < 0.9:
        kpi_id = chance.choice(kpis)
        changed = replace(
            office.reader().versions(kpi_id)[-1].definition, target=Target(Decimal(chance.randint(1, 90)))
        )
        office.do(ReviseKpi(kpi_id, changed, date(2026, 11, chance.randint(1, 28)), "so"), by=office.hal)
    else:
        office.do(Undo(), by=office.hal)


def _entry(office: Office, kpi_id: int, chance: Random) -> Entry:
    kind = office.reader().versions(kpi_id)[-1].definition.frequency
    period = Period.holding(date(2026, 11, chance.randint(1, 23)), kind)
    state = chance.choice([ActualState.OK] * 5 + [ActualState.AWAY])
    return Entry(kpi_id, period, state, reading(chance.randint(0, 20)) if state is ActualState.OK else None)


def _check(office: Office, kpis: list[int]) -> None:
    reader = office.reader()
    for kpi_id in kpis:
        for period in (Period.holding(TODAY, PeriodKind.MONTH), Period(date(2026, 10, 1), PeriodKind.MONTH)):
            now, stored = reader.kpi_score(kpi_id, period), office.stored_score(kpi_id, period)
            assert (now and replace(now, trend=())) == stored
