"""Values that were entered, or taken back, said back as they were understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from conversations.cards.cause import reds_blocks, reds_buttons
from conversations.cards.deed import about, leave_ended
from conversations.cards.names import kpi_words
from conversations.cards.say import run_button, undo_button
from conversations.cards.value import value_words
from conversations.texts import Texts
from conversations.view import Block, Message, Table, Text, Tone
from kpi_engine.calendar.words import write_period
from kpi_engine.model.actual import Actual, Channel
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import Entered, EnteredItem, Undone
from kpi_engine.model.kpi import Unit

MOST_SHOWN = 20
"""Values of one message that are said back one by one; a file has hundreds."""


def entered_message(texts: Texts, done: Entered) -> Message:
    """What stands now, what stood before, and what is to be said of it."""
    first = done.items[0]
    about = f"{kpi_words(first.version)} {write_period(first.period)}"
    undo = (undo_button(texts),) if any(item.changed for item in done.items) else ()
    buttons = (
        *undo,
        *reds_buttons(texts, done.reds),
        run_button(texts, "report", f"report {about}" if len(done.items) == 1 else "report"),
        run_button(texts, "why", f"why {about}" if len(done.items) == 1 else "why"),
    )
    shown, more = done.items[:MOST_SHOWN], len(done.items) - MOST_SHOWN
    blocks = (
        Text(texts.say("done.entered", items=done.items)),
        values_table(texts, shown),
        *([Text(texts.say("done.more", values=more))] if more > 0 else []),
        *_remarks(texts, [item for item in done.items if item.actual.channel is Channel.CHAT]),
        *reds_blocks(texts, done.reds),
    )
    return Message(blocks, buttons, Tone.SUCCESS)


def values_table(texts: Texts, items: Sequence[EnteredItem]) -> Table:
    """A line for each value."""
    columns = tuple(texts.label(f"columns.{key}") for key in ("kpi", "period", "value", "was"))
    return Table(columns, tuple(_row(texts, item) for item in items), "llrr")


def _remarks(texts: Texts, items: Sequence[EnteredItem]) -> Iterator[Block]:
    for item in items:
        if item.remark:
            yield Text(texts.say("done.remark", name=item.version.definition.name, remark=item.remark))
    late = [_of_period(texts, item) for item in items if item.late and item.previous is None]
    if late:
        yield Text(texts.say("done.late", items=late, all=len(items)))


def _of_period(texts: Texts, item: EnteredItem) -> str:
    name, period = texts.name(item.version.definition.name), texts.format.period(item.period)
    return texts.plain("done.noted", words=name, note=period)


def _row(texts: Texts, item: EnteredItem) -> tuple[str, ...]:
    definition = item.version.definition
    return (
        texts.name(definition.name),
        texts.format.period(item.period),
        _noted(texts, item.actual, definition.unit),
        _noted(texts, item.previous, definition.unit) if item.previous and item.changed else "",
    )


def _noted(texts: Texts, actual: Actual, unit: Unit) -> str:
    """With its note and its evidence."""
    words = value_words(texts, actual.state, actual.reading, unit)
    beside = texts.label("history.between").join(filter(None, (actual.note, actual.evidence)))
    return texts.plain("done.noted", words=words, note=beside) if beside else words


def undone_message(texts: Texts, done: Undone) -> Message:
    """What was taken back, and of values what stands now."""
    blocks: list[Block] = [Text(_taken_back(texts, done))]
    if done.items:
        blocks.append(values_table(texts, done.items))
    private = done.what in (Deed.SET_LEAVE, Deed.SET_REMINDERS)
    return Message(tuple(blocks), (run_button(texts, "my_day", ""),), Tone.SUCCESS, only_you=private)


def _taken_back(texts: Texts, done: Undone) -> Markup:
    if again := leave_ended(done.what, done.changes):
        return texts.say("away.again", name=None if done.own else done.subject, leave=again)
    told = replace(done, subject=about(texts, done.what, done.subject, done.changes))
    return texts.say("done.undone", done=told)
