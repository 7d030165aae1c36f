"""A scorecard on a sheet, scored: the table, the total with its grade, and how every score came about."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from conversations.cards.scorecard import weighed_table
from conversations.cards.total import by_hand, made_lines
from conversations.cards.why import sum_blocks
from conversations.cards.why_kpi import sum_of_curve
from conversations.texts import Texts
from conversations.view import Block, Message, Text
from conversations.words import quotable
from kpi_engine.intake.sheet.faults import RefusedRow
from kpi_engine.model.score import KpiScore, Scorecard
from kpi_engine.model.total import Total


def sheet_card(texts: Texts, name: str, card: Scorecard, total: Total) -> Message:
    """The total, a line for each KPI, and the points given by hand."""
    blocks: list[Block] = [Text(texts.say("sheet.total", name=name, total=total)), weighed_table(texts, card.lines)]
    if any(line.raw != line.score for line in card.lines):
        blocks.append(Text(texts.say("sheet.held")))
    return Message((*blocks, *by_hand(texts, total)))


def sheet_why(texts: Texts, card: Scorecard, total: Total) -> Message:
    """How each value became points, the points the total, and the total its grade."""
    blocks: list[Block] = [Text(_derived(texts, line)) for line in card.lines]
    if card.score is not None:
        blocks += [Text(texts.say("sheet.sum")), *sum_blocks(texts, card)]
    blocks += made_lines(texts, card, total)
    if total.grade is not None:
        blocks.append(Text(texts.say("sheet.grade", grade=total.grade)))
    return Message(tuple(blocks))


def derivation(texts: Texts, line: KpiScore) -> str:
    """How one value became points, as plain text."""
    return str(_derived(texts, line).striptags())


def fault_line(texts: Texts, file: str, row: RefusedRow) -> str:
    """What is wrong and where, as a line of plain text."""
    what = texts.say(f"faults.{row.fault}", **quotable(row.params))
    return texts.plain("faults.place", file=file, sheet=row.sheet, row=row.row, column=row.column, what=what)


def unreadable_line(texts: Texts, file: str, key: str, params: Mapping[str, object]) -> str:
    """Why nothing of the file can be read, as a line of plain text."""
    what = texts.say(f"unreadable.{key}", **quotable(params))
    return texts.plain("faults.place", file=file, sheet="", row=0, column="", what=what)


def _derived(texts: Texts, line: KpiScore) -> Markup:
    scored = line.curve is not None and line.reading is not None
    how = sum_of_curve(texts, line) if scored else texts.say("sheet.unscored", state=line.state)
    return texts.say("sheet.line", line=line, how=how)
