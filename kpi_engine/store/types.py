"""Column types that give back exactly what was put in, on SQLite as on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum as AnyEnum
from typing import Any, TypeVar

from sqlalchemy import JSON, DateTime, Dialect, Enum, Numeric, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from kpi_engine.store.plain import Hint, Json, from_plain, to_plain

T = TypeVar("T")

POSTGRESQL = "postgresql"


class Exact(TypeDecorator[Decimal]):
    """A Decimal to its last digit: NUMERIC on PostgreSQL, text on SQLite (which would make a float of it)."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Numeric() if dialect.name == POSTGRESQL else Text())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Json:
        return value if value is None or dialect.name == POSTGRESQL else format(value, "f")

    def process_result_value(self, value: Json, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Json], Decimal | None] | None:
        # The same without a call or two on the way: a report reads tens of thousands. psycopg gives Decimals itself.
        return None if dialect.name == POSTGRESQL else _decimal


class Moment(TypeDecorator[datetime]):
    """A point in time: aware in, UTC out. A naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        # SQLite has no zones: what it gives back is naive and was written in UTC.
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


class Value(TypeDecorator[T]):
    """A frozen value of the model, kept as JSON."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: Hint) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Json:
        return None if value is None else to_plain(value)

    def process_result_value(self, value: Json, dialect: Dialect) -> T | None:
        return None if value is None else from_plain(self.kind, value)


def _decimal(value: Json) -> Decimal | None:
    return None if value is None else Decimal(value)


def word(kind: type[AnyEnum]) -> Enum:
    """A member of an enumeration, kept as the short word that is its value."""
    return Enum(kind, native_enum=False, length=16, values_callable=_values)


def _values(kind: type[AnyEnum]) -> list[str]:
    return [member.value for member in kind]
