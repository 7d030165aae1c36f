"""What is read of the record for a report is what the record says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import Entry, Undo
from kpi_engine.model.actual import ActualState, Measured, Reading
from kpi_engine.model.kpi import Aggregation
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from tests.factories import Office, day, definition, entry


def test_what_is_measured_is_what_stands(office: Office) -> None:
    begun = date(2026, 7, 1)
    calls, rate = office.publish(
        definition("Calls", 50, frequency=PeriodKind.DAY),
        definition("Rate", 50, frequency=PeriodKind.DAY, aggregation=Aggregation.RATIO),
        today=begun,
    )
    third = Reading(Decimal(1) / 3, Decimal(1), Decimal(3))
    office.enter(
        entry(calls, day(18), 4),
        entry(calls, day(17), "3.50"),
        Entry(calls, day(19), ActualState.AWAY, None),
        Entry(rate, day(19), ActualState.OK, third),
    )
    office.enter(entry(calls, day(18), 5, reason="counted again"))
    office.enter(entry(calls, day(20), 9))
    office.do(Undo())
    scope = Scope(office.session, office.owner.company_id)

    found = load.measured(scope, [calls, rate], day(17).start, day(23).start)

    assert found[calls] == (
        Measured(day(17), ActualState.OK, Reading(Decimal("3.50"))),
        Measured(day(18), ActualState.OK, Reading(Decimal(5))),
        Measured(day(19), ActualState.AWAY, None),
    )
    assert found[rate] == (Measured(day(19), ActualState.OK, third),)
    for kpi_id, lines in load.current_actuals(scope, [calls, rate], day(17).start, day(23).start).items():
        assert found[kpi_id] == tuple(Measured(line.period, line.state, line.reading) for line in lines)
