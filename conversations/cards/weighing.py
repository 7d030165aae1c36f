"""What comparisons of two at a time come to, and whether they agree with each other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from conversations.texts import Texts
from conversations.view import Block, Table, Text
from kpi_engine.design.consistency import Triple
from kpi_engine.model.name import Name


def weighing_blocks(
    texts: Texts, names: Sequence[Name], weights: Sequence[Decimal], worst: Triple | None
) -> list[Block]:
    """The weights, heaviest first, and what the three judgements say that contradict each other."""
    heaviest_first = sorted(zip(names, weights, strict=True), key=lambda each: -each[1])
    rows = tuple((texts.name(name), texts.format.number(weight)) for name, weight in heaviest_first)
    table = Table((texts.label("columns.kpi"), texts.label("columns.weight")), rows, "lr")
    if worst is None:
        return [table, Text(texts.say("pairs.agree"))]
    of_three = [names[place] for place in (worst.first, worst.second, worst.third)]
    return [table, Text(texts.say("pairs.worst", of_three=of_three, worst=worst))]
