"""JSON → grid: a scorecard as a script would write it, one object for each KPI."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

from adapters.files.limits import MOST_COLUMNS, MOST_ROWS, check_cell
from adapters.files.unreadable import Unreadable
from kpi_engine.intake.sheet.grid import Cell, Figure, Grid, grid

Json: TypeAlias = "bool | Decimal | str | list[Json] | dict[str, Json] | None"


def read_objects(text: str) -> Grid:
    """The keys are the head of the grid, row 0; the objects are rows 1, 2, 3 ….

    The file is a list of objects, or an object with that list as `kpis` and perhaps a `name`. Unreadable:
    json(line), json_shape, json_value(number, column), and those of rows and cells.
    """
    whole = _parsed(text)
    objects = whole.get("kpis") if isinstance(whole, dict) else whole
    called = whole.get("name") if isinstance(whole, dict) else None
    if not isinstance(objects, list):
        raise Unreadable("json_shape")
    items = [each for each in objects if isinstance(each, dict)]
    if len(items) < len(objects):
        raise Unreadable("json_shape")
    return _grid(called if isinstance(called, str) else "", items)


_MOST_PLACES = 400
"""Of a number, as wide as those of a workbook can be: 1e999999999 would be a gigabyte to write out."""


def _parsed(text: str) -> Json:
    try:
        found: Json = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except json.JSONDecodeError as error:
        raise Unreadable("json", line=error.lineno) from None
    except RecursionError:
        raise Unreadable("json_shape") from None
    return found


def _grid(name: str, items: list[dict[str, Json]]) -> Grid:
    keys = tuple(dict.fromkeys(key for each in items for key in each))
    if len(keys) > MOST_COLUMNS:
        raise Unreadable("too_many_columns", limit=MOST_COLUMNS)
    if len(items) > MOST_ROWS:
        raise Unreadable("too_many_rows", limit=MOST_ROWS)
    rows = [list(_cells(number, each, keys)) for number, each in enumerate(items, 1)]
    return grid(name, [list(keys), *rows], list(range(len(rows) + 1)), keys)


def _cells(number: int, item: dict[str, Json], keys: tuple[str, ...]) -> Iterable[Cell]:
    for key in keys:
        match item.get(key):
            case None:
                yield ""
            case bool() as answer:
                yield "yes" if answer else "no"
            case Decimal() as value if value.is_finite() and abs(value.adjusted()) < _MOST_PLACES:
                yield Figure(value)
            case str() as text:
                yield check_cell(text)
            case _:
                raise Unreadable("json_value", number=number, column=key)
