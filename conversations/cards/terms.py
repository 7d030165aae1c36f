"""What is agreed about totals, and what it would have come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from conversations.cards.names import Names
from conversations.texts import Texts
from conversations.view import Block, Table, Text
from kpi_engine.model.agreement import Terms
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.terms import TermsPreview
from kpi_engine.model.total import CappedUntilMet, Gate, Gating, Grading, TeamShare, Total, TwoWay

MOST_ROWS = 12
"""Of a hundred people whose grade would be another, the first give the picture."""


def terms_words(texts: Texts, terms: Terms, kpis: Sequence[KpiVersion] = (), place: str = "") -> Text:
    """The terms in a sentence; `kpis` are those that may be gates, `place` whose share it is, if not everybody's."""
    match terms:
        case Grading():
            return Text(texts.say("terms.grading", grading=terms))
        case TeamShare(share=share):
            return Text(texts.say("terms.team_share", share=share, place=place))
        case Gating():
            names = {each.kpi.id: texts.name(each.definition.name) for each in kpis}
            gates = [_gate(texts, gate, names[gate.kpi_id]) for gate in terms.gates if gate.kpi_id in names]
            return Text(texts.say("terms.gating", gates=gates, tables=len(terms.tables)))


def table_blocks(texts: Texts, gating: Gating, kpis: Sequence[KpiVersion]) -> Sequence[Block]:
    """The two-way tables, each cell with its points."""
    if not gating.tables:
        return [Text(texts.say("terms.no_tables"))]
    names = {each.kpi.id: texts.name(each.definition.name) for each in kpis}
    return [
        Text(texts.say("terms.tables", tables=len(gating.tables))),
        *(_table(texts, table, names) for table in gating.tables),
    ]


def _table(texts: Texts, table: TwoWay, names: Mapping[int, str]) -> Table:
    """A row for each step of the one, a column for each step of the other."""
    heads = [texts.plain("terms.steps", steps=steps) for steps in _steps(table.column_from)]
    rows = tuple(
        (texts.plain("terms.steps", steps=steps), *map(texts.format.number, points))
        for steps, points in zip(_steps(table.row_from), table.points, strict=True)
    )
    caption = texts.plain("terms.table", row=names[table.row_kpi_id], column=names[table.column_kpi_id])
    return Table((names[table.row_kpi_id], *heads), rows, "l" + "r" * len(heads), caption)


def _steps(starts: Sequence[Decimal]) -> Sequence[tuple[Decimal | None, Decimal | None]]:
    """From where on and below where each step holds."""
    return list(pairwise((None, *starts, None)))


def preview_blocks(texts: Texts, preview: TermsPreview, names: Names) -> Sequence[Block]:
    """Whose total or grade of the last month would have been another."""
    said = texts.say(
        "terms.preview", period=preview.period, changed=len(preview.changes), scored=preview.scored, most=MOST_ROWS
    )
    if not preview.changes:
        return [Text(said)]
    columns = tuple(texts.label(f"columns.{key}") for key in ("item", "was", "after"))
    rows = tuple(
        (names.subject(one.subject), _total(texts, one.before), _total(texts, one.after))
        for one in preview.changes[:MOST_ROWS]
    )
    return [Text(said), Table(columns, rows, "lrr")]


def _total(texts: Texts, total: Total) -> str:
    score = "–" if total.score is None else texts.format.points(total.score)
    return texts.plain("terms.total", score=score, grade=total.grade)


def _gate(texts: Texts, gate: Gate, name: str) -> str:
    cap = gate.cap if isinstance(gate, CappedUntilMet) else None
    return texts.plain("terms.gate", name=name, cap=cap)
