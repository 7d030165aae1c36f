"""A company of any size as rows: the same rows for the same size, written past the services."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, Index, Table, insert, text

from kpi_engine.calendar.period import JANUARY, PeriodKind
from kpi_engine.calendar.presence import ALWAYS
from kpi_engine.calendar.working import WEEKDAYS
from kpi_engine.model.company import Role, SmallMode
from kpi_engine.model.kpi import Aggregation, Direction, Perspective, Target, Unit, UnitKind
from kpi_engine.model.name import Language, Name
from kpi_engine.model.scoring import PLAIN
from kpi_engine.store.base import Base

TODAY = date(2026, 12, 1)
"""The day of all questions; the last value is of the day before."""
OWN = 8
"""KPIs of a department itself; all others are its people's."""

Values = dict[str, Any]

_NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
_SORTS = (
    (Aggregation.SUM, Direction.HIGHER, UnitKind.MONEY, 11000),
    (Aggregation.SUM, Direction.LOWER, UnitKind.COUNT, 11000),
    (Aggregation.AVERAGE, Direction.LOWER, UnitKind.DURATION, 500),
    (Aggregation.RATIO, Direction.HIGHER, UnitKind.PERCENT, Decimal("0.6")),
)
"""How KPIs are counted, in turn, with a target for a month that most come near."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a company is; each KPI has `days` working days of values, all the latest."""

    departments: int
    people: int
    kpis: int
    days: int

    @property
    def actuals(self) -> int:
        """Lines in the record."""
        return self.kpis * self.days


def fill(engine: Engine, size: Size) -> None:
    """Writes the company, whose id is 1, into a migrated database without rows."""
    days = _working_days(size.days)
    with engine.begin() as connection:
        _add(connection, "company", [_company()])
        _add(connection, "department", ({"name": _name("Department", n)} for n in _ids(size.departments)))
        _add(connection, "person", (_person(n) for n in _ids(size.people)))
        _add(connection, "position", (_position(n, size) for n in _ids(size.people)))
        _add(connection, "kpi", (_kpi(n, size) for n in _ids(size.kpis)))
        _add(connection, "kpi_version", (_version(n, size, days[0]) for n in _ids(size.kpis)))
        _add_actuals(connection, days)
    if engine.dialect.name == "postgresql":
        # As it does by itself after a while; nobody does so on SQLite.
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _working_days(count: int) -> list[date]:
    found: list[date] = []
    day = TODAY
    while len(found) < count:
        day -= timedelta(days=1)
        if day.weekday() in WEEKDAYS:
            found.append(day)
    return found[::-1]


def _ids(count: int) -> range:
    return range(1, count + 1)


def _name(word: str, number: int) -> Name:
    return Name.same(f"{word} {number}")


def _company() -> Values:
    return {
        "id": 1,
        "name": Name.same("Large"),
        "language": Language.EN,
        "time_zone": "UTC",
        "working_days": WEEKDAYS,
        "country": "",
        "year_start": JANUARY,
        "currency": "EUR",
        "small": SmallMode.AUTO,
        "ranks_people": False,
        "founded_at": _NOW,
    }


def _person(number: int) -> Values:
    return {
        "name": _name("Person", number),
        "role": Role.OWNER if number == 1 else Role.MEMBER,
        "language": Language.EN,
        "time_zone": "UTC",
        "active": True,
        "ranked": True,
        "presence": ALWAYS,
    }


def _position(number: int, size: Size) -> Values:
    department = (number - 1) % size.departments + 1
    return {"person_id": number, "department_id": department, "title": Name.same("Clerk"), "share": Decimal(1)}


def _kpi(number: int, size: Size) -> Values:
    return {"department_id": _department(number, size), "person_id": _whose(number, size)}


def _department(number: int, size: Size) -> int:
    person = _whose(number, size)
    return ((number if person is None else person) - 1) % size.departments + 1


def _whose(number: int, size: Size) -> int | None:
    after = number - OWN * size.departments
    return (after - 1) % size.people + 1 if after > 0 else None


def _version(number: int, size: Size, begins: date) -> Values:
    aggregation, direction, kind, target = _SORTS[(number - 1) // size.departments % len(_SORTS)]
    return {
        "kpi_id": number,
        "number": 1,
        "in_force": begins.replace(day=1),
        "retired": False,
        "withdrawn": False,
        "reason": "",
        "author_id": 1,
        "published_at": _NOW,
        "name": _name("KPI", number),
        "unit": Unit(kind),
        "direction": direction,
        "aggregation": aggregation,
        "frequency": PeriodKind.DAY,
        "cycle": PeriodKind.MONTH,
        "perspective": Perspective.PROCESS,
        "weight": Decimal("12.5"),
        "target": Target(Decimal(target)),
        "owner_id": _whose(number, size) or _department(number, size),
        "formula": Name("", ""),
        "source": Name("", ""),
        "scoring": PLAIN,
        "expression": "",
    }


def _add(connection: Connection, table: str, rows: Iterator[Values] | list[Values]) -> None:
    mine = {} if table == "company" else {"company_id": 1}
    connection.execute(insert(_table(table)), [mine | row for row in rows])


def _table(name: str) -> Table:
    return Base.metadata.tables[name]


def _add_actuals(connection: Connection, days: list[date]) -> None:
    """Day by day, as values come; the database makes them itself, and its indexes afterwards."""
    indexes: list[Index] = sorted(_table("actual").indexes, key=lambda index: str(index.name))
    for index in indexes:
        index.drop(connection)
    if connection.dialect.name == "postgresql":
        # Every row is right: foreign keys need no checking.
        connection.execute(text("SET LOCAL session_replication_role = replica"))
    connection.execute(text("CREATE TEMPORARY TABLE day (number INTEGER, start DATE)"))
    numbered = [{"number": number, "start": day.isoformat()} for number, day in enumerate(days)]
    connection.execute(text("INSERT INTO day VALUES (:number, :start)"), numbered)
    connection.execute(text(_ACTUALS[connection.dialect.name]))
    for index in indexes:
        index.create(connection)


_SPREAD = "(kpi_id * 7919 + day.number * 10473) % 1009"
"""0 to 1008, and no two KPIs or days in step."""
_ENTERED = """
    INSERT INTO actual (company_id, kpi_id, kind, period_start, state, value, numerator, denominator, author_id,
        entered_at, channel, note, evidence, reason, is_current)
    SELECT 1, kpi_id, 'day', day.start, 'ok',
        CASE aggregation WHEN 'ratio' THEN {ratio} ELSE {value} END,
        CASE aggregation WHEN 'ratio' THEN {numerator} END,
        CASE aggregation WHEN 'ratio' THEN {denominator} END,
        owner_id, {moment}, 'chat', '', '', '', {true}
    FROM day CROSS JOIN kpi_version ORDER BY day.number, kpi_id
"""
_ACTUALS = {
    "sqlite": _ENTERED.format(
        value=f"printf('%.2f', {_SPREAD})",
        ratio=f"printf('%.4f', ({_SPREAD}) / 1000.0)",
        numerator=f"CAST({_SPREAD} AS TEXT)",
        denominator="'1000'",
        moment="'2026-12-01 09:00:00.000000'",
        true="1",
    ),
    "postgresql": _ENTERED.format(
        value=f"CAST({_SPREAD} AS NUMERIC(9, 2))",
        ratio=f"CAST(({_SPREAD}) / 1000.0 AS NUMERIC(9, 4))",
        numerator=_SPREAD,
        denominator="1000",
        moment="'2026-12-01 09:00:00+00'",
        true="TRUE",
    ),
}
