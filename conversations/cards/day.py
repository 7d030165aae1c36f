"""My day: what one owes, how one stands, where to go."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.cards.names import Names
from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Block, Message, Style, Table, Text
from kpi_engine.measure.moves import Move
from kpi_engine.model.company import Person, Role
from kpi_engine.model.owed import Owed
from kpi_engine.model.score import Scorecard, Subject, SubjectKind

MOST_MOVES = 3
"""What moved a score that is worth reading at a glance."""


def day_card(
    texts: Texts,
    me: Person,
    owed: Sequence[Owed],
    card: Scorecard,
    moved: Sequence[Move],
    names: Names,
    *,
    has_kpis: bool,
) -> Message:
    """Owed values first, then the score, then buttons to the rest."""
    blocks: list[Block] = [Text(texts.say("day.hello", name=me.name, owed=len(owed)))]
    if owed:
        blocks.append(owed_table(texts, owed))
    if has_kpis:
        blocks.append(Text(texts.say("day.score", card=card, name=_whose(me, card, names), moved=moved[:MOST_MOVES])))
    buttons = [run_button(texts, "enter_all", "actual", Style.PRIMARY)] if owed else []
    if has_kpis:
        buttons += [run_button(texts, "report", "report"), run_button(texts, "why", "why")]
    if not has_kpis and me.role in (Role.OWNER, Role.HEAD):
        blocks.append(Text(texts.say("day.no_kpis")))
        buttons += [run_button(texts, "strategy", "strategy")] if me.role is Role.OWNER else []
        buttons.append(run_button(texts, "build", "build", Style.PRIMARY))
    return Message(tuple(blocks), (*buttons, run_button(texts, "help", "help")))


def _whose(me: Person, card: Scorecard, names: Names) -> str:
    """Empty for one's own score."""
    own = card.subject == Subject(SubjectKind.PERSON, me.id)
    return "" if own else names.subject(card.subject)


def newcomer_card(texts: Texts, me: Person) -> Message:
    """What the bot will do, what it won't, and how to begin."""
    buttons = [run_button(texts, "start", "start", Style.PRIMARY)] if me.role is Role.OWNER else []
    other = run_button(texts, "other_language", f"language {texts.label('buttons.other_language_word')}")
    return Message(
        (Text(texts.say("day.newcomer", name=me.name)),), (*buttons, other, run_button(texts, "help", "help"))
    )


def owed_table(texts: Texts, owed: Sequence[Owed]) -> Table:
    """Each value owed with its period, the last value and the target."""
    keys = ("kpi", "period", "last", "target")
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), tuple(_row(texts, one) for one in owed), "llrr")


def _row(texts: Texts, one: Owed) -> tuple[str, ...]:
    definition = one.version.definition
    last = one.last.reading if one.last else None
    return (
        texts.name(definition.name),
        texts.format.period(one.period),
        texts.format.short(last.value, definition.unit) if last else "",
        texts.plain("day.target", definition=definition),
    )
