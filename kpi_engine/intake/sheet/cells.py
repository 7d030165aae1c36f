"""What stands in one cell: nothing, a number, or a word for why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi_engine.design.match import bare
from kpi_engine.intake.sheet.grid import Cell, text_of
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.model.actual import ActualState


def is_blank(cell: Cell) -> bool:
    """Whether nothing was entered: an empty cell, or a stroke through it."""
    return tidy(text_of(cell)).strip() in _STROKES


def state_in(cell: Cell) -> ActualState | None:
    """The word for why there is no value, if it is one."""
    return _STATES.get(lowered(tidy(text_of(cell)).strip()))


def is_total(cells: Iterable[Cell]) -> bool:
    """Whether a row that begins so sums up the others: 合计, Total."""
    return any(bare(text_of(cell).strip(":： ")) in _TOTALS for cell in cells)


def is_failed(cell: Cell) -> bool:
    """Whether a formula has left no value: it was never calculated (its text), or it failed (`#DIV/0!`)."""
    text = text_of(cell)
    return text.startswith("=") or bool(_FAILED.fullmatch(text))


def typed(cell: Cell, unit: str) -> str:
    """The number in a cell as one would type it, with the unit that the sheet gives beside it or in its head."""
    text = text_of(cell)
    return text + unit if text[-1:].isdigit() else text


_STROKES = frozenset({"", "-", "--", "---", "—", "——", "/", "\\"})
_FAILED = re.compile(r"#[A-Z0-9/]+[!?]?")
_TOTALS = frozenset(
    {
        "total",
        "totals",
        "sum",
        "subtotal",
        "grandtotal",
        "合计",
        "总计",
        "小计",
        "总分",
        "总得分",
        "合计得分",
        "加分合计",
        "减分合计",
        "扣分合计",
        "加减分合计",
    }
)
_STATES = {
    **dict.fromkeys(("n/a", "na", "not applicable", "不适用", "不考核", "无需考核"), ActualState.NOT_APPLICABLE),
    **dict.fromkeys(("away", "on leave", "请假", "休假"), ActualState.AWAY),
}
