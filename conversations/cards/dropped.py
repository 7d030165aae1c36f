"""What a dropped file holds, before anything of it is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from conversations.cards.say import say
from conversations.cards.sheet import fault_line
from conversations.texts import Texts
from conversations.view import Message, Text, Tone
from kpi_engine.intake.sheet.faults import RefusedRow

MOST_FAULTS = 20
"""Rows that are told one by one."""


def wrong_lines(texts: Texts, name: str, rows: Iterable[RefusedRow]) -> list[str]:
    """Every row that is wrong, with its place and why; what is wrong in each of its months is told once."""
    return list(dict.fromkeys(fault_line(texts, name, row) for row in rows))


def refused_card(texts: Texts, name: str, lines: Sequence[str]) -> Message:
    """Nothing of it can be taken."""
    return Message((Text(texts.say("import.refused", file=name)), *wrong_blocks(texts, lines)), tone=Tone.REFUSAL)


def wrong_blocks(texts: Texts, lines: Sequence[str]) -> Iterator[Text]:
    """The first of the lines that are wrong, and how many more there are."""
    if lines:
        yield Text(texts.say("import.wrong", rows=len(lines)))
    for line in lines[:MOST_FAULTS]:
        yield Text(texts.say("import.row", line=line))
    if len(lines) > MOST_FAULTS:
        yield Text(texts.say("import.more", rows=len(lines) - MOST_FAULTS))


def scorecard_card(texts: Texts, name: str) -> Message:
    """It is a scorecard: weights and targets, not values of known KPIs."""
    return say(texts, "import.scorecard", tone=Tone.REFUSAL, file=name)


def no_values_card(texts: Texts, name: str) -> Message:
    """No table in it names KPIs and periods."""
    return say(texts, "import.no_values", tone=Tone.REFUSAL, file=name)


def too_many_card(texts: Texts, name: str, values: int, most: int) -> Message:
    """More than is taken at once."""
    return say(texts, "import.too_many", tone=Tone.REFUSAL, file=name, values=values, most=most)
