"""What became of a score: gates, two-way tables, limits, points given by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from conversations.texts import Texts
from conversations.view import Table, Text
from kpi_engine.measure.total.total import every_line
from kpi_engine.model.name import Name
from kpi_engine.model.score import Scorecard
from kpi_engine.model.total import Total


def made_lines(texts: Texts, card: Scorecard, total: Total) -> Iterator[Text]:
    """How the total differs from the score, and what is still waited for; nothing where there is nothing to say."""
    tabled = total.base != card.score
    for cell in total.cells:
        row, column = _names(card, (cell.row_kpi_id, cell.column_kpi_id))
        yield Text(texts.say("total.cell", cell=cell, row=row, column=column))
    if total.base is not None and (tabled or total.raw != total.base or total.closed or total.raw != total.score):
        gates = {"closed": _names(card, total.closed), "multipliers": _names(card, total.multipliers)}
        yield Text(texts.say("total.made", total=total, tabled=tabled, **gates))
    if total.waiting:
        yield Text(texts.say("total.waiting", names=_names(card, total.waiting)))


def by_hand(texts: Texts, total: Total) -> Iterator[Table]:
    """The points given by hand, each with its reason."""
    if total.adjustments:
        rows = tuple((one.reason, texts.format.change(one.points)) for one in total.adjustments)
        yield Table((texts.label("columns.by_hand"), texts.label("columns.points")), rows, "lr")


def _names(card: Scorecard, kpi_ids: Collection[int]) -> list[Name]:
    names = {line.version.kpi.id: line.version.definition.name for line in every_line(card)}
    return [names[kpi_id] for kpi_id in kpi_ids]
