"""What is read of the record for a report is what the record says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import Entry, Undo
from kpi_engine.model.actual import ActualState, Measured, Reading
from kpi_engine.model.kpi import Aggregation
from kpi_engine.store import load, record
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiRow
from tests.factories import Office, day, definition, entry

SQLITE_TAKES, POSTGRESQL_TAKES = 32_766, 65_535
"""Parameters of one statement: https://www.sqlite.org/limits.html, https://www.postgresql.org/docs/current/limits.html."""


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

    found = record.measured(scope, [calls, rate], day(17).start, day(23).start)

    assert found[calls] == (
        Measured(day(17), ActualState.OK, Reading(Decimal("3.50"))),
        Measured(day(18), ActualState.OK, Reading(Decimal(5))),
        Measured(day(19), ActualState.AWAY, None),
    )
    assert found[rate] == (Measured(day(19), ActualState.OK, third),)
    for kpi_id, lines in record.current_actuals(scope, [calls, rate], day(17).start, day(23).start).items():
        assert found[kpi_id] == tuple(Measured(line.period, line.state, line.reading) for line in lines)


def test_more_ids_than_a_statement_takes_parameters_are_one_of_them(office: Office) -> None:
    (calls,) = office.publish(definition("Calls", frequency=PeriodKind.DAY), today=date(2026, 7, 1))
    office.enter(entry(calls, day(18), 4))
    scope, many = Scope(office.session, office.owner.company_id), range(1, 70_001)
    assert len(many) > POSTGRESQL_TAKES > SQLITE_TAKES

    scope.hold(KpiRow, many)
    assert load.versions(scope, scope.among(KpiRow.id, many)).keys() == {calls}
    assert record.measured(scope, many, date.min, date.max).keys() == {calls}
    assert record.current_actuals(scope, many).keys() == {calls}
    assert [line.kpi_id for line in record.actuals_with(scope, many).values()] == [calls]
    assert load.period_targets(scope, many) == {}
    assert load.versions(scope, scope.among(KpiRow.id, [])) == {}
