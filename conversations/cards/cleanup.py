"""KPIs that may be changed or given up, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conversations.cards.names import kpi_words
from conversations.texts import Texts
from conversations.view import Button, Message, Run, Text
from kpi_engine.upkeep.cleanup import ALWAYS_GREEN, NEVER_ENTERED, TWICE, CleanUp

SHOWN = 5
"""With three buttons each they fill a screen; the others come once these are dealt with."""


_WHY = {ALWAYS_GREEN: "cleanup.no_signal", NEVER_ENTERED: "cleanup.stale", TWICE: "cleanup.duplicate"}


def cleanup_card(texts: Texts, found: Sequence[CleanUp], name: str, mutable: frozenset[int]) -> Message:
    """A line for each and, below, its buttons; `mutable` are the KPIs of which the reader may mute findings."""
    shown = list(enumerate(found[:SHOWN], start=1))
    lines = (Text(texts.say(_WHY[one.rule], number=number, found=one)) for number, one in shown)
    head = Text(texts.say("cleanup.head", name=name, count=len(found)))
    buttons = (button for number, one in shown for button in _buttons(texts, number, one, mutable))
    return Message((head, *lines), tuple(buttons))


def cleanup_words(one: CleanUp) -> str:
    """How a button says that it is to be left alone, as of a finding of the check."""
    return f"{one.rule}#kpi:{one.version.kpi.id}"


def _buttons(texts: Texts, number: int, one: CleanUp, mutable: frozenset[int]) -> Iterator[Button]:
    if one.other:
        for keep, drop in ((one.other, one.version), (one.version, one.other)):
            label = texts.plain("cleanup.merge", number=number, name=keep.definition.name)
            yield Button(label, Run(f"propose retire {kpi_words(drop)} into {kpi_words(keep)}"))
    if one.rule is ALWAYS_GREEN:
        yield _button(texts, "cleanup.raise", number, f"target {kpi_words(one.version)}")
    if one.rule is NEVER_ENTERED:
        yield _button(texts, "cleanup.enter", number, f"actual {kpi_words(one.version)}")
    if not one.other:
        yield _button(texts, "cleanup.retire", number, f"propose retire {kpi_words(one.version)}")
    if one.version.kpi.id in mutable:
        yield _button(texts, "cleanup.keep", number, f"check mute {cleanup_words(one)}")


def _button(texts: Texts, macro: str, number: int, words: str) -> Button:
    return Button(texts.plain(macro, number=number), Run(words))
