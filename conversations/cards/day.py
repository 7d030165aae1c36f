"""My day: what one owes, how one stands, where to go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from conversations.cards.actions import Abouts, own_table
from conversations.cards.names import Names, subject_words
from conversations.cards.say import run_button
from conversations.cards.waits import Waiting, waiting_blocks, waiting_buttons
from conversations.texts import Texts
from conversations.view import Block, Button, Message, Run, Style, Table, Text
from kpi_engine.commands import PublishKpis, SetStrategy, SetUpCompany
from kpi_engine.measure.why.moves import Move
from kpi_engine.model.action import Action
from kpi_engine.model.company import Person
from kpi_engine.model.owed import Owed
from kpi_engine.model.score import Scorecard, Subject, SubjectKind
from kpi_engine.model.total import Total
from kpi_engine.rights import may

SOON = timedelta(days=14)
"""How far ahead somebody's actions are shown."""
MOST_MOVES = 3
"""What moved a score that is worth reading at a glance."""


@dataclass(frozen=True, slots=True)
class Day:
    """What somebody's day begins with."""

    me: Person
    today: date
    owed: Sequence[Owed]
    actions: Sequence[Action]
    """What they have to do soon."""
    abouts: Abouts
    has_kpis: bool
    """Whether there are any that they may see."""
    has_goals: bool
    card: Scorecard
    total: Total
    moved: Sequence[Move]
    waiting: Waiting


def day_card(texts: Texts, day: Day, names: Names) -> Message:
    """Owed values first, then the score and what is to be done, then buttons to the rest."""
    blocks: list[Block] = [Text(texts.say("day.hello", name=day.me.name, owed=len(day.owed)))]
    if day.owed:
        blocks.append(owed_table(texts, day.owed))
    blocks += waiting_blocks(texts, day.waiting, day.today)
    blocks += _standing(texts, day, names) if day.has_kpis else _beginning(texts, day)
    buttons = [run_button(texts, "enter_all", "actual", Style.PRIMARY)] if day.owed else []
    buttons += waiting_buttons(texts, day.waiting)
    buttons += [run_button(texts, "report", "report"), run_button(texts, "why", "why")] if day.has_kpis else []
    buttons += [] if day.has_kpis else _beginnings(texts, day)
    return Message(tuple(blocks), (*buttons, run_button(texts, "help", "help")), only_you=True)


def elsewhere_card(texts: Texts, cards: Sequence[Subject], names: Names) -> Message:
    """Ways to these scorecards, to one's reminders and to the settings."""
    buttons = [Button(names.subject(card), Run(f"report {subject_words(card)}")) for card in cards]
    others = [run_button(texts, "remind", "remind"), run_button(texts, "settings", "settings")]
    return Message((Text(texts.say("day.elsewhere")),), (*buttons, *others), only_you=True)


def _standing(texts: Texts, day: Day, names: Names) -> Iterator[Block]:
    whose = _whose(day.me, day.card, names)
    yield Text(texts.say("day.score", card=day.card, total=day.total, name=whose, moved=day.moved[:MOST_MOVES]))
    if day.actions:
        yield Text(texts.say("day.actions", days=SOON.days))
        yield own_table(texts, day.actions, day.abouts, day.today)


def _beginning(texts: Texts, day: Day) -> Iterator[Block]:
    if may(day.me, PublishKpis):
        yield Text(texts.say("day.no_kpis", has_goals=day.has_goals))
    else:
        yield Text(texts.say("day.no_kpis_yet"))


def _beginnings(texts: Texts, day: Day) -> Iterator[Button]:
    if may(day.me, SetStrategy) and not day.has_goals:
        yield run_button(texts, "strategy", "strategy")
    if may(day.me, PublishKpis):
        yield run_button(texts, "build", "build", Style.PRIMARY)
    else:
        yield _other_language(texts)


def _whose(me: Person, card: Scorecard, names: Names) -> str:
    """Empty for one's own score."""
    own = card.subject == Subject(SubjectKind.PERSON, me.id)
    return "" if own else names.subject(card.subject)


def newcomer_card(texts: Texts, me: Person) -> Message:
    """What the bot will do, what it won't, and how to begin."""
    buttons = [run_button(texts, "start", "start", Style.PRIMARY)] if may(me, SetUpCompany) else []
    buttons += [_other_language(texts), run_button(texts, "help", "help")]
    return Message((Text(texts.say("day.newcomer", name=me.name)),), tuple(buttons), only_you=True)


def _other_language(texts: Texts) -> Button:
    return run_button(texts, "other_language", f"language {texts.label('buttons.other_language_word')}")


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
