"""Why a score is what it is: the sum, line by line, and what would raise it."""

from __future__ import annotations

from conversations.cards.marks import mark
from conversations.cards.names import Names
from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Block, Button, Fields, Marked, Message, Run, Table, Text
from kpi_engine.calendar.words import write_period
from kpi_engine.measure.why import Contribution, Raise, contributions, five_more, segment
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.score import Edge, KpiScore, Scorecard, TargetShare

MOST_RAISES = 3
"""Ways to five more points that are worth reading."""


def why_card(texts: Texts, card: Scorecard, names: Names) -> Message:
    """Share of the whole x score = points for each KPI; the points are the total."""
    name = names.subject(card.subject)
    if card.score is None:
        return Message((Text(texts.say("why.nothing", name=name, period=card.period)),))
    lines = contributions(card)
    blocks: list[Block] = [Text(texts.say("why.total", name=name, card=card)), _sum(texts, card, lines)]
    if card.coverage < 1:
        blocks.append(Text(texts.say("why.coverage", card=card)))
    raises = five_more(card)[:MOST_RAISES]
    if raises:
        blocks.append(Text(texts.say("why.more", raises=[_raise(texts, found) for found in raises])))
    return Message(tuple(blocks), tuple(_about(texts, line.line) for line in lines))


def kpi_why_card(texts: Texts, line: KpiScore) -> Message:
    """Value, target as agreed, the piece of the curve, points and weight."""
    definition = line.version.definition
    blocks: list[Block] = [Text(texts.say("why.kpi", line=line))]
    if line.reading is None or line.target is None or line.curve is None:
        blocks.append(Text(texts.say("why.unscored", state=line.state)))
    else:
        blocks.append(Fields(_facts(texts, line)))
        blocks.append(Text(_sum_of_curve(texts, line)))
    period = write_period(line.period)
    name = texts.name(definition.name)
    return Message(
        tuple(blocks),
        (
            run_button(texts, "history", f"history {name}"),
            run_button(texts, "report_kpi", f"report {name} {period}"),
        ),
    )


def _sum(texts: Texts, card: Scorecard, lines: tuple[Contribution, ...]) -> Table:
    keys = ("kpi", "fraction", "score", "points")
    rows = [
        (
            Marked(mark(one.line.status), texts.name(one.line.version.definition.name)),
            texts.format.share(one.fraction),
            texts.format.points(one.line.score) if one.line.score is not None else "",
            texts.format.number(one.points),
        )
        for one in lines
    ]
    total = (
        texts.label("why.sum"),
        "100%",
        "",
        "" if card.score is None else texts.format.points(card.score),
    )
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), (*rows, total), "lrrr")


def _raise(texts: Texts, found: Raise) -> str:
    definition = found.line.version.definition
    if found.needed is None:
        return texts.say("why.at_most", name=definition.name, gain=found.gain)
    return texts.say("why.needed", name=definition.name, unit=definition.unit, needed=found.needed, gain=found.gain)


def _about(texts: Texts, line: KpiScore) -> Button:
    name = texts.name(line.version.definition.name)
    return Button(name, Run(f"why {name} {write_period(line.period)}"))


def _facts(texts: Texts, line: KpiScore) -> tuple[tuple[str, str], ...]:
    definition = line.version.definition
    formula = texts.name(definition.formula)
    facts = [
        ("value", texts.plain("why.value", line=line)),
        ("counted", formula),
        ("target", texts.plain("why.target", line=line, shares=[_share(texts, one) for one in line.shares])),
        ("version", texts.plain("why.version", version=line.version)),
        ("weight", texts.plain("why.weight", weight=line.weight)),
    ]
    return tuple((texts.label(f"why.{key}"), fact) for key, fact in facts if fact)


def _share(texts: Texts, share: TargetShare) -> str:
    return texts.plain("why.share", share=share, unit=share.version.definition.unit)


def _sum_of_curve(texts: Texts, line: KpiScore) -> str:
    assert line.curve is not None
    assert line.reading is not None
    piece = segment(line.curve, line.reading.value)
    unit = Unit(line.version.definition.unit.kind)
    plain = Unit(UnitKind.RATIO) if unit.kind is UnitKind.YESNO else unit
    macro = "why.line" if piece.left != piece.right else "why.point" if piece.edge is None else "why.beyond"
    zero = piece.edge is Edge.ZERO
    return texts.say(macro, line=line, piece=piece, unit=plain, zero=zero)
