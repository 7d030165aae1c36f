"""`close together`: what is in review without anything open is closed in one go."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.asking import Asking
from conversations.cards.desk import DeskRow
from conversations.cards.names import subject_words
from conversations.cards.say import say
from conversations.cards.together import left_out, moved_on, together_blocks
from conversations.fields import YesNoField
from conversations.flows.close.desk import desk
from conversations.flows.close.reading import read_reviewed
from conversations.flows.reading import all_names
from conversations.flows.rights import check_may
from conversations.view import Message
from kpi_engine.commands import CloseTogether
from kpi_engine.errors import Refusal
from kpi_engine.model.total import Total
from kpi_engine.rights import review_place


def together(ask: Ask, words: str) -> Do | Message:
    """What is frozen is shown, and is what was shown: where something else would be by now, nothing is closed."""
    asked = read_reviewed(ask, words)
    check_may(ask, CloseTogether, review_place(asked.subject, ask.know.people()))
    found = desk(ask, asked.subject, asked.period)
    totals = [(row, ask.know.total(row.card)) for row in found.together]
    now = _shown(totals)
    if ask.begun_about(now) != now:
        return moved_on(ask.texts, asked.subject, asked.period)
    if not totals:
        raise Refusal("nothing_to_close", period=asked.period)
    left = left_out(found.rows, found.together)
    intro = tuple(together_blocks(ask.texts, asked.period, totals, left, all_names(ask)))
    agreed = ask.field(
        Asking(f"together:{asked.key}", "close_together", {"agreed": YesNoField()}, intro),
        bool,
    )
    if not agreed:
        return say(ask.texts, "close.kept_open")
    return Do(CloseTogether(tuple(row.card.subject for row in found.together), asked.period))


def _shown(totals: Sequence[tuple[DeskRow, Total]]) -> str:
    """All that a person agrees to, so that it can be told from what it is later."""
    return " ".join(f"{subject_words(row.card.subject)}={total.score}" for row, total in totals) or "nothing"
