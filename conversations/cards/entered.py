"""Values that were entered, or taken back, said back."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.cards.names import kpi_words
from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Message, Table, Text, Tone
from kpi_engine.calendar.words import write_period
from kpi_engine.model.actual import Actual, ActualState
from kpi_engine.model.done import Entered, EnteredItem, Undone


def entered_message(texts: Texts, done: Entered) -> Message:
    """What was understood, with a word about what is odd."""
    first = done.items[0]
    about = f"{kpi_words(first.version)} {write_period(first.period)}"
    undo = (run_button(texts, "undo", "undo"),) if any(item.changed for item in done.items) else ()
    buttons = (
        *undo,
        run_button(texts, "report", f"report {about}" if len(done.items) == 1 else "report"),
        run_button(texts, "why", f"why {about}" if len(done.items) == 1 else "why"),
    )
    odd = [item for item in done.items if item.remark]
    blocks: tuple[Text | Table, ...] = (
        Text(texts.say("done.entered", items=done.items)),
        _values(texts, done.items),
        *(Text(texts.say("done.remark", name=item.version.definition.name, remark=item.remark)) for item in odd),
    )
    return Message(blocks, buttons, Tone.SUCCESS)


def _values(texts: Texts, items: Sequence[EnteredItem]) -> Table:
    columns = tuple(texts.label(f"columns.{key}") for key in ("kpi", "period", "value", "was"))
    return Table(columns, tuple(_item(texts, item) for item in items), "llrr")


def _item(texts: Texts, item: EnteredItem) -> tuple[str, ...]:
    definition = item.version.definition
    return (
        texts.name(definition.name),
        texts.format.period(item.period),
        _value_words(texts, item.actual, item),
        _value_words(texts, item.previous, item) if item.previous and item.changed else "",
    )


def _value_words(texts: Texts, actual: Actual, item: EnteredItem) -> str:
    """The value with every digit, and its note."""
    if actual.state is not ActualState.OK or actual.reading is None:
        words = texts.member(actual.state)
    else:
        words = texts.format.exact(actual.reading.value, item.version.definition.unit)
    return texts.plain("done.noted", words=words, note=actual.note) if actual.note else words


def undone_message(texts: Texts, done: Undone) -> Message:
    """What was taken back, and of values what stands now."""
    blocks: list[Text | Table] = [Text(texts.say("done.undone", done=done))]
    if done.items:
        blocks.append(_values(texts, done.items))
    return Message(tuple(blocks), (run_button(texts, "my_day", ""),), Tone.SUCCESS)
