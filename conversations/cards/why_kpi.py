"""Why a KPI's score is what it is: its value, what that is computed from, its target, and the piece of the curve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from conversations.cards.names import kpi_words
from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Block, Fields, Message, Table, Text
from kpi_engine.calendar.words import write_period
from kpi_engine.measure.formula.text import write_formula
from kpi_engine.measure.why.segment import Constant, Corner, Counted, Segment, segment
from kpi_engine.model.curve import Hyperbola, Line
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.score import KpiScore, Operand

_SIGNS = str.maketrans({"*": "×", "-": "−"})


def kpi_why_card(texts: Texts, line: KpiScore, said: Sequence[Text]) -> Message:
    """Value, operands of its formula, target as agreed, the piece of the curve, points and weight.

    `said` is what was said of it if it was red.
    """
    blocks: list[Block] = [Text(texts.say("why.kpi", line=line))]
    operands = _operands(texts, line)
    if line.reading is None or line.target is None or line.curve is None:
        blocks += [Text(texts.say("why.unscored", state=line.state, problem=line.problem)), *operands]
    else:
        blocks += [Fields(_facts(texts, line)), *operands, Text(sum_of_curve(texts, line))]
    blocks += said
    words, period = kpi_words(line.version), write_period(line.period)
    return Message(
        tuple(blocks),
        (
            run_button(texts, "history", f"history {words}"),
            run_button(texts, "report_kpi", f"report {words} {period}"),
        ),
    )


def _operands(texts: Texts, line: KpiScore) -> Iterator[Table]:
    """One row for each KPI that the value is computed from, after it what that is computed from."""
    if not line.operands:
        return
    rows = tuple(
        (
            texts.name(one.name),
            texts.format.told(one.reading.value, one.unit),
            texts.plain("why.operand", operand=one, formula=_computed(texts, one.expression, one.operands)),
        )
        for one in _every(line.operands)
    )
    yield Table(tuple(texts.label(f"why.{key}") for key in ("operand", "value", "made")), rows, "lrl")


def _every(operands: Sequence[Operand]) -> Iterator[Operand]:
    """Each once, however often it is named."""
    found: dict[int, Operand] = {}
    for one in operands:
        found.setdefault(one.kpi.id, one)
        for other in _every(one.operands):
            found.setdefault(other.kpi.id, other)
    yield from found.values()


def _computed(texts: Texts, expression: str, operands: Sequence[Operand]) -> str:
    """The formula with the values of its operands in it."""
    return _formula(expression, {one.kpi.id: texts.format.told(one.reading.value, one.unit) for one in operands})


def _formula(expression: str, words: Mapping[int, str]) -> str:
    return write_formula(expression.translate(_SIGNS), words)


def _facts(texts: Texts, line: KpiScore) -> tuple[tuple[str, str], ...]:
    definition = line.version.definition
    names = {one.kpi.id: texts.name(one.name) for one in line.operands}
    computed = _computed(texts, definition.expression, line.operands)
    facts = [
        ("value", texts.plain("why.value", line=line, formula=computed)),
        ("formula", _formula(definition.expression, names)),
        ("counted", texts.name(definition.formula)),
        ("target", texts.plain("why.target", line=line, shares=_shares(texts, line))),
        ("version", texts.plain("why.version", version=line.version)),
        ("weight", texts.plain("why.weight", weight=line.weight)),
    ]
    return tuple((texts.label(f"why.{key}"), fact) for key, fact in facts if fact)


def _shares(texts: Texts, line: KpiScore) -> list[str]:
    unit, unequal = line.version.definition.unit, len({share.counted for share in line.shares}) > 1
    return [texts.plain("why.share", share=share, unit=unit, unequal=unequal) for share in line.shares]


def sum_of_curve(texts: Texts, line: KpiScore) -> Markup:
    """How a value became points, of a line that is scored."""
    assert line.curve is not None
    assert line.reading is not None
    piece = segment(line.curve, line.reading.value)
    unit = Unit(line.version.definition.unit.kind)
    counted = unit.kind is UnitKind.YESNO and not isinstance(piece, Corner)
    return texts.say(_macro(piece), line=line, piece=piece, unit=Unit(UnitKind.RATIO) if counted else unit)


def _macro(piece: Segment) -> str:
    match piece:
        case Corner():
            return "why.point"
        case Constant(low=None) | Constant(high=None):
            return "why.beyond"
        case Constant():
            return "why.inside"
        case Line():
            return "why.line"
        case Counted():
            return "why.steps"
        case Hyperbola():
            return "why.reciprocal"
