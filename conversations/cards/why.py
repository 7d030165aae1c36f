"""Why a score is what it is: the sum, line by line, and what would raise it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from conversations.cards.marks import mark
from conversations.cards.names import Names, kpi_words, subject_words
from conversations.cards.scorecard import part_name
from conversations.cards.total import by_hand, made_lines
from conversations.texts import Texts
from conversations.view import Block, Button, Mark, Marked, Message, Run, Table, Text
from kpi_engine.calendar.words import write_period
from kpi_engine.measure.exact import adding_up
from kpi_engine.measure.why.contributions import contributions
from kpi_engine.measure.why.lacking import lacking
from kpi_engine.measure.why.raises import Raise, five_more
from kpi_engine.model.kpi import Direction
from kpi_engine.model.score import Scorecard, SubjectKind
from kpi_engine.model.total import Total

_DOWNWARDS = (Direction.LOWER, Direction.AT_MOST, Direction.ZERO, Direction.MILESTONE)
"""Where a better value is a lesser one."""
_TENTH, _THOUSANDTH = Decimal("0.1"), Decimal("0.001")
MOST_RAISES = 3
"""Ways to more points that are worth reading."""


def why_card(texts: Texts, card: Scorecard, total: Total, names: Names) -> Message:
    """Share of the whole x score = points for each KPI, or each part; then what becomes of the sum, and its grade."""
    name = names.subject(card.subject)
    if card.score is None:
        return Message((Text(texts.say("why.nothing", name=name, period=card.period)),))
    terms = [*_part_terms(texts, card, names), *_line_terms(texts, card)]
    made: list[Block] = [*by_hand(texts, total), *made_lines(texts, card, total)]
    if total.grade is not None:
        made.append(Text(texts.say("why.grade", grade=total.grade, given=total.by_hand)))
    blocks = [Text(texts.say("why.total", name=name, card=card)), _sum(texts, card.score, terms), *made]
    blocks += _besides(texts, card, raised=_is_plain(total))
    alone = card.subject.kind is SubjectKind.PERSON
    return Message(tuple(blocks), tuple(Button(term.name, Run(term.words)) for term in terms), only_you=alone)


def sum_blocks(texts: Texts, card: Scorecard) -> tuple[Block, ...]:
    """The lines of a card that is scored as a sum, and what would raise it."""
    assert card.score is not None
    return _sum(texts, card.score, [*_line_terms(texts, card)]), *_besides(texts, card)


@dataclass(frozen=True, slots=True)
class _Term:
    """One summand of a score, and what to type to see why it is what it is."""

    name: str
    words: str
    mark: Mark
    fraction: Decimal
    score: Decimal


def _line_terms(texts: Texts, card: Scorecard) -> Iterator[_Term]:
    for one in contributions(replace(card, parts=())):
        name = texts.name(one.line.version.definition.name)
        words = f"why {kpi_words(one.line.version)} {write_period(one.line.period)}"
        assert one.line.score is not None
        yield _Term(name, words, mark(one.line.status), one.fraction, one.line.score)


def _part_terms(texts: Texts, card: Scorecard, names: Names) -> Iterator[_Term]:
    scored = [part for part in card.parts if part.card.score is not None]
    whole = sum(part.share for part in scored)
    for part in scored:
        assert part.card.score is not None
        words = f"why {subject_words(part.card.subject)} {write_period(card.period)}"
        yield _Term(
            part_name(texts, part.card, names), words, mark(part.card.status), part.share / whole, part.card.score
        )


def _besides(texts: Texts, card: Scorecard, *, raised: bool = True) -> Iterator[Text]:
    """What is not in the sum, and what would raise it: nothing where gates or limits make something else of it."""
    if card.coverage < 1:
        yield Text(texts.say("why.coverage", card=card))
    if raised:
        yield Text(_more(texts, card))


def _is_plain(total: Total) -> bool:
    """Whether nothing but the sum is in the total: no gate, limit or two-way table."""
    return total.factor == 1 and total.raw == total.score and not total.cells


def _sum(texts: Texts, total: Decimal, terms: Sequence[_Term]) -> Table:
    fractions = adding_up([term.fraction for term in terms], Decimal(1), _THOUSANDTH)
    points = adding_up([term.fraction * term.score for term in terms], total, _TENTH)
    rows = [
        (
            Marked(term.mark, term.name),
            texts.format.share(fraction),
            texts.format.points(term.score),
            texts.format.points(brought),
        )
        for term, fraction, brought in zip(terms, fractions, points, strict=True)
    ]
    last = (texts.label("why.sum"), "100%", "", texts.format.points(total))
    columns = tuple(texts.label(f"columns.{key}") for key in ("item", "fraction", "score", "points"))
    return Table(columns, (*rows, last), "lrrr")


def _more(texts: Texts, card: Scorecard) -> str:
    """What gives five more points, cheapest first; if nothing does alone, what met targets would add."""
    raises = five_more(card)[:MOST_RAISES]
    if raises:
        return texts.say("why.more", raises=[_raise(texts, found) for found in raises])
    return texts.say("why.most", lacking=lacking(card)[:MOST_RAISES])


def _raise(texts: Texts, found: Raise) -> str:
    definition = found.line.version.definition
    lower = definition.direction in _DOWNWARDS
    said = {"unit": definition.unit, "needed": found.needed, "gain": found.gain, "lower": lower}
    return texts.say("why.needed", name=definition.name, **said)
