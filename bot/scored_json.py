"""Scorecards that were scored, as JSON for scripts: numbers are strings with every digit, percentages fractions."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TypeAlias

from bot.score import Scored, ScoredFile
from conversations.cards.sheet import derivation
from conversations.texts import Texts
from kpi_engine.intake.sheet.card_row import CardRow
from kpi_engine.measure.why.contributions import contributions
from kpi_engine.model.kpi import Target
from kpi_engine.model.score import KpiScore

Json: TypeAlias = "str | list[Json] | dict[str, Json] | None"


def as_json(scored: ScoredFile, *, why: bool) -> str:
    """One object: `sheets`, each with its total and its `kpis` in the order of the sheet."""
    sheets: list[Json] = [_sheet(scored.texts, sheet, why=why) for sheet in scored.sheets]
    return json.dumps({"sheets": sheets}, ensure_ascii=False, indent=2) + "\n"


def _sheet(texts: Texts, sheet: Scored, *, why: bool) -> Json:
    lines = sheet.scored.lines
    points = {one.line.version.kpi.id: one.points for one in contributions(sheet.scored)}
    return {
        "name": sheet.name,
        **_total(texts, sheet),
        "kpis": [
            _kpi(row, line, points.get(line.version.kpi.id)) | ({"why": derivation(texts, line)} if why else {})
            for row, line in zip(sheet.card.rows, lines, strict=True)
        ],
    }


def _total(texts: Texts, sheet: Scored) -> dict[str, Json]:
    total, grade = sheet.total, sheet.total.grade
    names = {line.version.kpi.id: row.name for row, line in zip(sheet.card.rows, sheet.scored.lines, strict=True)}
    return {
        "base": _number(total.base),
        "factor": _number(total.factor),
        "adjustments": [{"points": _number(one.points), "reason": one.reason} for one in total.adjustments],
        "raw": _number(total.raw),
        "score": _number(total.score),
        "coverage": _number(total.coverage),
        "grade": None if grade is None else texts.name(grade.name),
        "coefficient": None if grade is None else _number(grade.coefficient),
        "closed": [names[one] for one in total.closed],
        "waiting": [names[one] for one in total.waiting],
    }


def _kpi(row: CardRow, line: KpiScore, points: Decimal | None) -> dict[str, Json]:
    return {
        "name": row.name,
        "cell": row.place,
        "weight": _number(row.weight),
        "direction": row.direction.value,
        "unit": line.version.definition.unit.kind.value,
        "target": _levels(row.target),
        "actual": _number(row.reading.value if row.reading else None),
        "state": line.state.value,
        "raw": _number(line.raw),
        "score": _number(line.score),
        "points": _number(points),
    }


def _levels(target: Target) -> dict[str, Json]:
    return {
        "value": _number(target.value),
        "upper": _number(target.upper),
        "threshold": _number(target.threshold),
        "stretch": _number(target.stretch),
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
