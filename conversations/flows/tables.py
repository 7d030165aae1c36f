"""The two-way tables of a department: two KPIs that have one score together, by the cell in which their scores meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from conversations.ask import Ask
from conversations.choice_fields import record_id, record_value
from conversations.fields import Rejected
from conversations.flows.finding import find_kpi
from conversations.flows.gates import NONE, standing
from conversations.forms import choice, form, points, steps
from conversations.view import Option, Text
from kpi_engine.errors import Refusal
from kpi_engine.intake.two_way import read_points, read_steps
from kpi_engine.measure.total.problems import total_problems
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.total import Gating, TotalRules, TwoWay

_TIMES = re.compile(r"\s+[×xX*]\s+|\s*[×＊]\s*")


@form
class TableRow:
    """Which KPI makes the rows."""

    row: str = choice()


@form
class TableColumn:
    """Which KPI has one score together with it."""

    column: str = choice()


@form
class TableSteps:
    """From which scores of each on the next step holds."""

    rows: tuple[Decimal, ...] = steps()
    columns: tuple[Decimal, ...] = steps()


@form
class TablePoints:
    """The points in the cells."""

    points: tuple[tuple[Decimal, ...], ...] = points()


def tabling(ask: Ask, department_id: int, words: str) -> Gating:
    """`none`, `Win rate 80 100 × Quotes sent 90 = 40 60; 70 80; 100 120`, or asked for.

    Gates stay as they are, and so do the tables of other KPIs.
    """
    kpis, now = standing(ask, department_id)
    if words.casefold() in NONE:
        return replace(now, tables=())
    table = _said(ask, words) if words else _asked(ask, kpis)
    pair = {table.row_kpi_id, table.column_kpi_id}
    others = tuple(each for each in now.tables if pair.isdisjoint({each.row_kpi_id, each.column_kpi_id}))
    wanted = replace(now, tables=(*others, table))
    for problem in total_problems(TotalRules(gating=wanted)):
        raise Refusal(problem)
    return wanted


def _said(ask: Ask, words: str) -> TwoWay:
    heads, _, cells = words.replace("＝", "=").partition("=")
    sides, found = _TIMES.split(heads), read_points(cells)
    if found is None or len(sides) != 2:
        raise Refusal("table_unread", words=words)
    (row, rows), (column, columns) = (_side(ask, side) for side in sides)
    return TwoWay(row, column, rows, columns, found)


def _side(ask: Ask, side: str) -> tuple[int, tuple[Decimal, ...]]:
    """A KPI by the longest name with numbers behind it, and these numbers."""
    words = side.split()
    for count in range(len(words) - 1, 0, -1):
        found, levels = find_kpi(ask, " ".join(words[:count])), read_steps(" ".join(words[count:]))
        if found and levels:
            return found.kpi.id, levels
    raise Refusal("table_unread", words=side.strip())


def _asked(ask: Ask, kpis: Sequence[KpiVersion]) -> TwoWay:
    if len(kpis) < 2:
        raise Refusal("table_apart")
    options = [Option(record_value(each.kpi.id), ask.texts.name(each.definition.name)) for each in kpis]
    row = ask(TableRow, options={"row": options}).row
    column = ask(TableColumn, options={"column": [one for one in options if one.value != row]}).column
    names = {record_value(each.kpi.id): each.definition.name for each in kpis}
    intro = [Text(ask.texts.say("terms.table_of", row=names[row], column=names[column]))]
    found = ask(TableSteps, intro=intro)
    rows, columns = len(found.rows) + 1, len(found.columns) + 1
    size = Rejected("points_shape", {"rows": rows, "columns": columns})
    cells = ask(
        TablePoints,
        intro=[*intro, Text(ask.texts.say("terms.table_size", rows=rows, columns=columns))],
        check=lambda said: None if _fits(said.points, rows, columns) else size,
    ).points
    return TwoWay(int(record_id(row)), int(record_id(column)), found.rows, found.columns, cells)


def _fits(cells: Sequence[Sequence[Decimal]], rows: int, columns: int) -> bool:
    return len(cells) == rows and all(len(row) == columns for row in cells)
