"""Rows of every table as JSON, and back: told by the tables themselves, so that a new one is in without a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Enum,
    Executable,
    Integer,
    Table,
    Text,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from kpi_engine.model.archive import Row, Tables
from kpi_engine.store.base import Base
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.references import Ids, Unfit, check_ids
from kpi_engine.store.tables import CompanyRow
from kpi_engine.store.types import POSTGRESQL, Exact, Moment, Value

Read: TypeAlias = Callable[[Any], object]

AT_ONCE = 1000
"""Rows that are sent with one statement."""


def tables() -> Sequence[Table]:
    """All tables of companies, each behind those that it refers to.

    What processes keep among themselves, such as marks of what a platform has delivered, is no company's.
    """
    return [table for table in Base.metadata.sorted_tables if _company_of(table) is not None]


def taken_out(session: Session, company_id: int | None) -> Tables:
    """The company's rows by table, oldest first; without a company those of all."""
    return {table.name: _rows(session, table, company_id) for table in tables()}


def put_back(session: Session, rows: Tables) -> None:
    """Adds the rows, with the ids that they have, to tables that are empty; Unfit where they are no such rows."""
    _check_names("table", rows, {table.name for table in tables()})
    there: Ids = {}
    for table in tables():
        read = [_read(table, number, row) for number, row in enumerate(rows[table.name], 1)]
        check_ids(table, read, there)
        _add(session, table, read)
        _count_on(session, table)


def readers(table: Table) -> Mapping[str, Read]:
    """How what stands in JSON becomes the value of each column; ValueError, TypeError or KeyError where it can't."""
    return {column.name: _reader(column.type) for column in table.columns}


def _rows(session: Session, table: Table, company_id: int | None) -> list[Row]:
    own = _company_of(table)
    mine = [] if company_id is None or own is None else [own == company_id]
    found = session.execute(select(table).where(*mine).order_by(*table.primary_key.columns))
    return [{name: to_plain(value) for name, value in row.items()} for row in found.mappings()]


def _company_of(table: Table) -> Column[Any] | None:
    return table.c.id if table is CompanyRow.__table__ else table.c.get("company_id")


def _read(table: Table, number: int, row: Row) -> dict[str, object]:
    _check_names(f"{table.name}, row {number}: column", row, set(table.columns.keys()))
    return {name: _value(table, number, table.columns[name], read, row[name]) for name, read in readers(table).items()}


def _value(table: Table, number: int, column: Column[Any], read: Read, data: object) -> object:
    try:
        if data is None and column.nullable:
            return None
        return read(data)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        raise Unfit(f"{table.name}, row {number}: {column.name} can't be {data!r:.60}") from None


def _reader(kind: TypeEngine[Any]) -> Read:
    match kind:
        case Exact():
            return Decimal
        case Moment():
            return datetime.fromisoformat
        case Value(kind=hint):
            return partial(from_plain, hint)
        case Enum(enum_class=members) if members:
            return members
        case Date():
            return date.fromisoformat
        case Boolean():
            return partial(_only, bool)
        case Integer():
            return partial(_only, int)
        case JSON():
            return _as_it_is
        case Text():
            return partial(_only, str)
        case other:
            raise TypeError(f"no way is known to write {other} as JSON")


def _only(kind: type, data: object) -> object:
    if type(data) is not kind:
        raise TypeError(data)
    return data


def _as_it_is(data: object) -> object:
    if data is None:
        raise TypeError(data)
    return data


def _add(session: Session, table: Table, rows: Sequence[dict[str, object]]) -> None:
    """Rows refer to others of the same table once all are there: two may stand in for each other."""
    own = [key.parent.name for key in table.foreign_keys if key.column.table is table]
    _in_batches(session, insert(table), [row | dict.fromkeys(own) for row in rows])
    for name in own:
        refer = [{"this_one": row["id"], name: row[name]} for row in rows if row[name] is not None]
        _in_batches(session, update(table).where(table.c.id == bindparam("this_one")), refer)


def _in_batches(session: Session, statement: Executable, rows: Sequence[dict[str, object]]) -> None:
    for first in range(0, len(rows), AT_ONCE):
        session.connection().execute(statement, rows[first : first + AT_ONCE])


def _check_names(what: str, found: Mapping[str, object], known: set[str]) -> None:
    if missing := sorted(known - found.keys()):
        raise Unfit(f"{what} {missing[0]} is missing")
    if unknown := sorted(found.keys() - known):
        raise Unfit(f"{what} {unknown[0]!s:.60} is not known")


def _count_on(session: Session, table: Table) -> None:
    """PostgreSQL counts ids by itself: from the highest on."""
    counted = "id" in table.c and isinstance(table.c.id.type, Integer)
    if session.get_bind().dialect.name == POSTGRESQL and counted:
        highest = select(func.max(table.c.id)).scalar_subquery()
        session.execute(
            select(
                func.setval(
                    func.pg_get_serial_sequence(table.name, "id"), func.coalesce(highest, 1), highest.is_not(None)
                )
            )
        )
