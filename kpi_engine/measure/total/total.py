"""What a scorecard comes to: gates, points added and taken, floor and cap, and its grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kpi_engine.measure.exact import divide, rounded
from kpi_engine.measure.score.status import ENOUGH
from kpi_engine.measure.total.two_way import base_of, cells_of
from kpi_engine.model.score import KpiScore, Scorecard
from kpi_engine.model.scoring import AT_TARGET
from kpi_engine.model.total import Adjustment, CappedUntilMet, Grade, Multiplier, Total, TotalRules


def total(card: Scorecard, rules: TotalRules, adjustments: Sequence[Adjustment] = ()) -> Total:
    """base x factor + adjustments, between floor and cap; never more than the gates that are not met allow.

    A gate that multiplies waits until its KPI has a score; one that caps is closed until then.
    """
    grading, gates = rules.grading, rules.gating.gates
    base, coverage = base_of(card, rules.gating.tables)
    scores = {line.version.kpi.id: line.score for line in every_line(card)}
    multipliers = [gate.kpi_id for gate in gates if isinstance(gate, Multiplier)]
    closed = [gate for gate in gates if isinstance(gate, CappedUntilMet) and not _is_met(scores.get(gate.kpi_id))]
    factor = _factor([scores.get(kpi_id) for kpi_id in multipliers])
    raw = None if base is None else base * factor + sum((one.points for one in adjustments), Decimal(0))
    score = None if raw is None else max(min(raw, grading.cap, *(gate.cap for gate in closed)), grading.floor)
    return Total(
        base,
        factor,
        tuple(adjustments),
        raw,
        score,
        coverage,
        closed=tuple(gate.kpi_id for gate in closed),
        waiting=tuple(kpi_id for kpi_id in multipliers if scores.get(kpi_id) is None),
        grade=None if score is None or coverage < ENOUGH else grade_of(score, grading.grades),
        multipliers=tuple(kpi_id for kpi_id in multipliers if scores.get(kpi_id) is not None),
        cells=tuple(cells_of(every_line(card), rules.gating.tables)),
    )


def grade_of(score: Decimal, grades: Sequence[Grade]) -> Grade:
    """By the score as it is shown, so that a 90.0 on the screen is never less than 90."""
    shown = rounded(score)
    return next(grade for grade in grades if grade.least is None or shown >= grade.least)


def every_line(card: Scorecard) -> Iterator[KpiScore]:
    """The card's lines and those of its parts."""
    yield from card.lines
    for part in card.parts:
        yield from every_line(part.card)


def _is_met(score: Decimal | None) -> bool:
    """By the score as it is shown: a 100.0 on the screen opens the gate."""
    return score is not None and rounded(score) >= AT_TARGET


def _factor(scores: Sequence[Decimal | None]) -> Decimal:
    factor = Decimal(1)
    for score in scores:
        factor *= Decimal(1) if score is None else divide(score, AT_TARGET)
    return factor
