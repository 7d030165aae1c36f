"""Points given and taken by hand on a scorecard (加减分项): points and a reason, and neither weight nor target."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from kpi_engine.design.match import bare
from kpi_engine.intake.rules.scan import is_chinese
from kpi_engine.intake.sheet.card_line import Line, Wrong
from kpi_engine.intake.sheet.cells import is_blank, is_total
from kpi_engine.intake.sheet.faults import Fault, RefusedRow
from kpi_engine.intake.sheet.grid import Grid, Row, text_of
from kpi_engine.intake.sheet.headings import Column, without_bracket
from kpi_engine.intake.sheet.layout import Layout
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.model.total import Adjustment


class Hand(Enum):
    """What a section or a column is for: points of either kind, or of one only."""

    GIVEN = 1
    TAKEN = -1
    EITHER = 0


def rows_by_hand(grid: Grid, layout: Layout) -> dict[int, Hand]:
    """The rows of such points, by their place in the grid: under 加分项, or with points in a column of that name.

    A section ends with the next one; a row with a weight or a target is a KPI wherever it stands.
    """
    found: dict[int, Hand] = {}
    section: Hand | None = None
    for at, row in layout.below(grid):
        named = _named(layout, row)
        if named is not None or _begins_another(layout, row):
            section = named
        by_column = next((hand for column, hand in _COLUMNS.items() if not is_blank(layout.cell(row, column))), None)
        hand = section if section is not None else by_column
        if hand is not None and not _is_kpi(layout, row) and not is_total(row[: layout.columns[Column.KPI] + 1]):
            found[at] = hand
    return found


def read_by_hand(line: Line, hand: Hand) -> Adjustment | RefusedRow | None:
    """The points of a row and their reason; None where none are given, or 0."""
    try:
        points = _points(line, hand)
        return Adjustment(points, _reason(line)) if points else None
    except Wrong as wrong:
        return wrong.row


def beside_kpi(line: Line) -> RefusedRow | None:
    """Points by hand in the row of a KPI, of which nobody knows whether they are in its score already."""
    given = (column for column in _COLUMNS if not is_blank(line.cell(column)) and _is_something(line.text(column)))
    column = next(given, None)
    return None if column is None else line.fault(column, Fault.POINTS_BESIDE_KPI).row


_COLUMNS = {Column.BY_HAND: Hand.EITHER, Column.TAKEN: Hand.TAKEN}
_WORDS = {
    bare(word): hand
    for hand, words in {
        Hand.GIVEN: "加分项|加分|加分项目|奖励项|奖励加分|bonus|bonuses|bonus points|extra points",
        Hand.TAKEN: "扣分项|减分项|扣分|减分|扣分项目|减分项目|处罚扣分|deduction|deductions|penalty|penalties",
        Hand.EITHER: "加减分项|加减分|加减分项目|加扣分项|加扣分|奖惩项|奖惩|adjustment|adjustments",
    }.items()
    for word in words.split("|")
}
_NUMBERED = re.compile(r"^[(（]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)）.、．]\s*")
_POINTS = re.compile(r"(?P<sign>[+加奖-]|减|扣|−)? ?(?P<number>[0-9]{1,4}(?:\.[0-9]{1,4})?) ?(?:分|points?)?")
_PLUS = "+加奖"


def _named(layout: Layout, row: Row) -> Hand | None:
    cells = row[: layout.columns[Column.KPI] + 1]
    return next((hand for cell in cells if (hand := _split(text_of(cell))[0]) is not None), None)


def _split(text: str) -> tuple[Hand | None, str]:
    """What kind of points a cell names, and what it says besides: 加分项：客户表扬."""
    head, _, rest = _NUMBERED.sub("", text.strip()).replace("：", ":").partition(":")
    hand = _WORDS.get(bare(without_bracket(head)))
    return (None, text) if hand is None else (hand, rest.strip())


def _begins_another(layout: Layout, row: Row) -> bool:
    """Whether it is headed by other words: a section, or another dimension in a column before the names."""
    before = row[: layout.columns[Column.KPI]]
    if any(any(letter.isalpha() for letter in text_of(cell)) for cell in before):
        return True
    rest = row[layout.columns[Column.KPI] + 1 :]
    return not is_blank(layout.cell(row, Column.KPI)) and all(is_blank(cell) for cell in rest)


def _is_kpi(layout: Layout, row: Row) -> bool:
    return not all(is_blank(layout.cell(row, column)) for column in (Column.WEIGHT, Column.TARGET))


def _points(line: Line, hand: Hand) -> Decimal:
    column = next(
        (column for column in (*_COLUMNS, Column.SCORE) if not is_blank(line.cell(column))),
        None,
    )
    if column is None:
        if not is_blank(line.cell(Column.ACTUAL)):
            raise line.fault(Column.ACTUAL, Fault.NO_POINTS)
        return Decimal(0)
    wanted = _COLUMNS[column] if hand is Hand.EITHER and column in _COLUMNS else hand
    found = _POINTS.fullmatch(_plain(line.text(column)))
    sign = found and found["sign"] and (1 if found["sign"] in _PLUS else -1)
    if found is None or (sign and wanted is not Hand.EITHER and sign != wanted.value):
        raise line.fault(column, Fault.UNREAD_POINTS, raw=line.text(column))
    return Decimal(found["number"]) * (sign or wanted.value or 1)


def _reason(line: Line) -> str:
    """The name of the row, unless it only says what kind of points they are; and the note."""
    _, name = _split(" ".join(line.text(Column.KPI).split()))
    said = [part for part in (_NUMBERED.sub("", name), line.text(Column.NOTE)) if part]
    if not said:
        raise line.fault(Column.KPI, Fault.NO_REASON)
    return ("；" if is_chinese(said[0]) else "; ").join(said)


def _plain(text: str) -> str:
    return lowered(tidy(text)).strip()


def _is_something(text: str) -> bool:
    found = _POINTS.fullmatch(_plain(text))
    return found is None or Decimal(found["number"]) != 0
