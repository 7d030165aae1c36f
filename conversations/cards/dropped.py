"""What a dropped file holds, before anything of it is written down."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.cards.say import say
from conversations.cards.sheet import fault_line
from conversations.texts import Texts
from conversations.view import Message, Text, Tone
from kpi_engine.intake.sheet.faults import RefusedRow

MOST_FAULTS = 20
"""Rows that are told one by one."""


def refused_card(texts: Texts, name: str, rows: Sequence[RefusedRow], fine: int) -> Message:
    """Every row that is wrong, with its place and why."""
    # A KPI that nobody knows is wrong in each of its months.
    lines = list(dict.fromkeys(fault_line(texts, name, row) for row in rows))
    told = [Text(texts.say("import.row", line=line)) for line in lines[:MOST_FAULTS]]
    more = len(lines) - len(told)
    rest = [Text(texts.say("import.more", rows=more))] if more else []
    head = Text(texts.say("import.refused", file=name, rows=len(lines), fine=fine))
    return Message((head, *told, *rest), tone=Tone.REFUSAL)


def scorecard_card(texts: Texts, name: str) -> Message:
    """It is a scorecard: weights and targets, not values of known KPIs."""
    return say(texts, "import.scorecard", tone=Tone.REFUSAL, file=name)


def no_values_card(texts: Texts, name: str) -> Message:
    """No table in it names KPIs and periods."""
    return say(texts, "import.no_values", tone=Tone.REFUSAL, file=name)


def too_many_card(texts: Texts, name: str, values: int, most: int) -> Message:
    """More than is taken at once."""
    return say(texts, "import.too_many", tone=Tone.REFUSAL, file=name, values=values, most=most)
