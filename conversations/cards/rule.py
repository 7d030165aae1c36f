"""What a rule makes of values, so that one sees whether it was understood."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from conversations.texts import Texts
from conversations.view import Block, Table, Text
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.model.kpi import Definition
from kpi_engine.model.scoring import Scoring

PARTS = tuple(map(Decimal, ("0.8", "0.9", "1", "1.1", "1.2")))
"""Of the target; values to try the rule on."""


def scored_blocks(texts: Texts, definition: Definition, scoring: Scoring) -> list[Block]:
    """A few values around the target with their points."""
    curve = curve_for(definition.direction, definition.target, scoring)
    rows = tuple(
        (texts.format.short(value, definition.unit), texts.format.points(points(curve, value)[1]))
        for value in _around(definition)
    )
    columns = (texts.label("columns.value"), texts.label("columns.score"))
    return [Text(texts.say("rule.so")), Table(columns, rows, "rr")]


def _around(definition: Definition) -> Sequence[Decimal]:
    target = definition.target.value
    return [part * target for part in PARTS] if target else list(map(Decimal, range(len(PARTS))))
