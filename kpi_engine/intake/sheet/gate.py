"""A KPI of a scorecard that decides about the whole total: 一票否决, a multiplier, a cap until it is met."""

from __future__ import annotations

import re
from decimal import Decimal

from kpi_engine.intake.sheet.card_line import Line
from kpi_engine.intake.sheet.cells import is_blank
from kpi_engine.intake.sheet.faults import Fault, RefusedRow
from kpi_engine.intake.sheet.headings import Column
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.model.scoring import AT_TARGET, NO_POINTS
from kpi_engine.model.total import CappedUntilMet, Gate, Multiplier


def read_gate(line: Line, number: int) -> Gate | RefusedRow | None:
    """What the row's KPI, the card's `number`, does to the total; None where it is like any other."""
    if is_blank(line.cell(Column.GATE)):
        return None
    text = lowered(tidy(line.text(Column.GATE))).strip()
    if text in _MULTIPLIERS:
        return Multiplier(number)
    if text in _VETOES:
        return CappedUntilMet(number, NO_POINTS)
    if found := _CAP.fullmatch(text):
        return CappedUntilMet(number, Decimal(found[1]) if found[1] else AT_TARGET)
    return line.fault(Column.GATE, Fault.UNREAD_GATE, raw=line.text(Column.GATE)).row


_MULTIPLIERS = frozenset({"multiplier", "multiply", "乘数", "系数", "乘以总分"})
_VETOES = frozenset({"veto", "否决", "一票否决"})
_CAP = re.compile(r"(?:cap|capped|封顶|未达标封顶) ?(?:at )?([0-9]{1,3})?分?")
