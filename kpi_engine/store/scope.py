"""The one place where reading is narrowed to a company."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar, TypeVarTuple

from sqlalchemy import ARRAY, JSON, ColumnElement, Integer, Row, Select, any_, func, literal, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kpi_engine.errors import Refusal
from kpi_engine.store.base import OfCompany
from kpi_engine.store.tables import CompanyRow

T = TypeVar("T")
R = TypeVar("R", bound=OfCompany)
Id = TypeVar("Id", bound=Hashable)
Ts = TypeVarTuple("Ts")
Memory: TypeAlias = dict[Hashable, Any]
"""By question, what was read already."""
Ids: TypeAlias = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]

A_COMPANY = "0.002"
"""How much of a table is one company's, as SQLite is to see it: some thousands of the million rows that it expects."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The rows of one company; those of another do not exist here.

    A select made here is narrowed, and reads anew what it read before: somebody may have written meanwhile. What is
    written is not: who adds a row names its company, who updates or deletes does so by ids that were read here.
    """

    session: Session
    company_id: int
    known: Memory | None = field(default=None, compare=False)
    """For who only reads, and wants one picture of the moment: what is asked again is not read again."""

    def once(self, question: Hashable, read: Callable[[], T]) -> T:
        """What is read for the question; where there is a memory, once."""
        if self.known is None:
            return read()
        if question not in self.known:
            self.known[question] = read()
        found: T = self.known[question]
        return found

    def each_once(
        self, question: Hashable, ids: Iterable[int], read: Callable[[Sequence[int]], Mapping[int, T]]
    ) -> dict[int, T]:
        """What is read for each of these ids, in their order, as far as there is something; once as above."""
        known = {} if self.known is None else self.known.setdefault(question, {})
        wanted = sorted(set(ids))
        missing = [id for id in wanted if id not in known]
        if missing:
            found = read(missing)
            known |= {id: found.get(id) for id in missing}
        return {id: known[id] for id in wanted if known[id] is not None}

    def company(self) -> CompanyRow:
        """The company's own row."""
        # A session forgets the rows that nobody holds, and everything asks for this one.
        row = self.session.info[CompanyRow] = self.session.get_one(CompanyRow, self.company_id)
        return row

    def all(self, statement: Select[T]) -> Sequence[T]:
        """What a statement for one entity (or column) gives."""
        return self.session.scalars(self._narrowed(statement)).all()

    def lines(self, statement: Select[*Ts]) -> Sequence[Row[*Ts]]:
        """What a statement for several columns gives: cheap, for many rows."""
        return self.session.execute(self._narrowed(statement)).all()

    def find(self, table: type[R], id: int, unknown: str) -> R:
        """The row with that id; Refusal(unknown) where the company has none."""
        found = self.all(select(table).where(table.id == id))
        if not found:
            raise Refusal(unknown, id=id)
        return found[0]

    def mine(self, table: type[OfCompany]) -> ColumnElement[bool]:
        """Whether a row is the company's, for what is updated by something else that finds it sooner."""
        return _mine(table, self.company_id, self._is_sqlite())

    def among(self, column: Ids, ids: Iterable[int]) -> ColumnElement[bool]:
        """Whether the column has one of these ids, of which there may be as many as the company has KPIs.

        They are one parameter: each for itself would be more than SQLite (32,766) and PostgreSQL (65,535) take.
        """
        if self._is_sqlite():
            return column.in_(self.each(ids))
        return column == any_(literal(list(ids), ARRAY(Integer)))

    def each(self, ids: Iterable[int]) -> Select[int]:
        """These ids as rows, to insert something for each of them; one parameter too."""
        if self._is_sqlite():
            each = func.json_each(literal(list(ids), JSON())).table_valued("value").c.value
            # Without a WHERE, the ON of an "ON CONFLICT" that follows would be read as a join's.
            return select(each).where(each.is_not(None))
        return select(func.unnest(literal(list(ids), ARRAY(Integer)), type_=Integer))

    def hold(self, table: type[OfCompany], ids: Iterable[int]) -> None:
        """Makes others who want to hold these rows wait until this transaction ends."""
        held = select(table.id).where(self.among(table.id, ids)).order_by(table.id)
        self.all(held.with_for_update(key_share=True))

    def hold_company(self) -> CompanyRow:
        """The same for the company as a whole: its people, its strategy and its KPI sets."""
        return self.session.get_one(CompanyRow, self.company_id, with_for_update={"key_share": True})

    def _narrowed(self, statement: Select[*Ts]) -> Select[*Ts]:
        tables = {column["entity"] for column in statement.column_descriptions}
        mine = (self.mine(table) for table in tables)
        return statement.where(*mine).execution_options(populate_existing=True)

    def _is_sqlite(self) -> bool:
        return self.session.get_bind().dialect.name == "sqlite"


@lru_cache(maxsize=4096)
def _mine(table: type[OfCompany], company_id: int, is_sqlite: bool) -> ColumnElement[bool]:
    mine = table.company_id == company_id
    # SQLite takes a company for ten rows, and would go through all of it to find a few by their ids.
    return func.likelihood(mine, literal_column(A_COMPANY)) if is_sqlite else mine
