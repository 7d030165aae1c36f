"""Whether rows that come from elsewhere refer to rows that come with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import Table

Ids: TypeAlias = dict[str, set[object]]
"""Those that there are, by table."""


class Unfit(Exception):
    """Rows that don't fit the tables; the message names the place."""


def check_ids(table: Table, rows: Sequence[Mapping[str, object]], there: Ids) -> None:
    """Adds the ids of the rows to those of the tables before; Unfit where one is there twice or refers to none."""
    mine = there[table.name] = set()
    for number, row in enumerate(rows, 1):
        if "id" in row and row["id"] in mine:
            raise Unfit(f"{table.name}, row {number}: id {row['id']} is there twice")
        mine.add(row.get("id"))
    parents = {column.name: key.column.table.name for column in table.columns for key in column.foreign_keys}
    for number, row in enumerate(rows, 1):
        for name, parent in parents.items():
            if row[name] is not None and row[name] not in there[parent]:
                raise Unfit(f"{table.name}, row {number}: {name} {row[name]!s:.60} is the id of no row of {parent}")
