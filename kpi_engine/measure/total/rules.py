"""Which rules hold for a scorecard."""

from __future__ import annotations

from kpi_engine.measure.total.total import every_line
from kpi_engine.model.agreement import Agreements
from kpi_engine.model.score import Scorecard, SubjectKind
from kpi_engine.model.total import Gating, TotalRules


def rules_for(card: Scorecard, agreed: Agreements) -> TotalRules:
    """The company's grades and limits, and the gates and tables of the KPIs on the card.

    A gate holds for every card that its KPI is on: its department's, and those of people whose score the department's
    is a part of. The company's card is the mean of departments: it is not shut by a gate of one of them.
    """
    gating, on_card = agreed.gating(card.period), {line.version.kpi.id for line in every_line(card)}
    shuts = card.subject.kind is not SubjectKind.COMPANY
    return TotalRules(
        agreed.grading(card.period),
        Gating(
            tuple(gate for gate in gating.gates if shuts and gate.kpi_id in on_card),
            tuple(table for table in gating.tables if {table.row_kpi_id, table.column_kpi_id} <= on_card),
        ),
    )
