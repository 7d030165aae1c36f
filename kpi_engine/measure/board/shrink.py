"""Rates of few cases are drawn towards everybody's: two out of two is no better than 95 out of 100."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kpi_engine.measure.curve.points import points
from kpi_engine.measure.exact import divide
from kpi_engine.measure.score.card import own_lines, rescored
from kpi_engine.measure.score.status import status_of
from kpi_engine.model.kpi import UnitKind
from kpi_engine.model.score import KpiScore, Scorecard

FEW = Decimal(30)
"""A rate of so many cases stands for itself."""
PULL = Decimal(10)
"""Cases at everybody's rate that are added to one's own."""


def shrunk_rate(numerator: Decimal, denominator: Decimal, of_all: Decimal) -> Decimal:
    """(x + k x rate of all) / (n + k), k = 10: the fewer cases, the nearer to everybody's rate."""
    return divide(numerator + PULL * of_all, denominator + PULL)


def shrunk(cards: Sequence[Scorecard]) -> tuple[Scorecard, ...]:
    """The cards, of one period, as they are to be compared: each card's own lines with rates of few cases are scored
    by the rate drawn towards that of all who have such a KPI. What has no parts, or nobody else, stays as it is.
    """
    rates = _rates_of_all(cards)
    return tuple(rescored(card, lambda line: _shrunk_line(line, rates)) for card in cards)


def _rates_of_all(cards: Sequence[Scorecard]) -> dict[Hashable, Decimal]:
    """By what the KPI is: the sum of numerators over the sum of denominators, where at least two have it."""
    parts = defaultdict(list)
    for card in cards:
        for line in own_lines(card):
            if cases := _cases(line):
                parts[_kind(line)].append(cases)
    return {
        kind: divide(sum((x for x, _ in each), Decimal(0)), sum((n for _, n in each), Decimal(0)))
        for kind, each in parts.items()
        if len(each) > 1
    }


def _shrunk_line(line: KpiScore, rates: Mapping[Hashable, Decimal]) -> KpiScore:
    of_all, cases = rates.get(_kind(line)), _cases(line)
    if of_all is None or cases is None or cases[1] >= FEW or line.curve is None:
        return line
    raw, score = points(line.curve, shrunk_rate(*cases, of_all))
    return replace(line, raw=raw, score=score, status=status_of(score))


def _cases(line: KpiScore) -> tuple[Decimal, Decimal] | None:
    """Numerator and denominator of a share; None of anything else."""
    reading = line.reading
    if line.version.definition.unit.kind is not UnitKind.PERCENT or reading is None:
        return None
    if reading.numerator is None or reading.denominator is None:
        return None
    return reading.numerator, reading.denominator


def _kind(line: KpiScore) -> Hashable:
    """People have KPIs of their own that are the same by where they come from, or by name."""
    definition = line.version.definition
    return definition.catalogue_id or definition.name
