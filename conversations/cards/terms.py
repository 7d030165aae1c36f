"""What is agreed about totals, and what it would have come to."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.cards.names import Names
from conversations.texts import Texts
from conversations.view import Block, Table, Text
from kpi_engine.model.agreement import Terms
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.terms import TermsPreview
from kpi_engine.model.total import CappedUntilMet, Gate, Gating, Grading, TeamShare, Total

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
