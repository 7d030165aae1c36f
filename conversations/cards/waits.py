"""What waits for somebody besides values: actions, votes, decisions, their own scorecard, reviews that they head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from conversations.cards.cause import reds_blocks, reds_buttons
from conversations.cards.names import subject_words
from conversations.cards.plan import closing_buttons
from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Button, Run, Text
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.model.action import Action
from kpi_engine.model.cause import Reds
from kpi_engine.model.proposal import Proposal
from kpi_engine.model.review import Review


@dataclass(frozen=True, slots=True)
class Waiting:
    """What one person is waited for with."""

    due: Sequence[Action]
    """What they were to do until today or earlier."""
    reds: Reds
    """What they are asked about KPIs that are red, or were."""
    votes: Sequence[Proposal]
    """Proposals for their department that they have not voted on."""
    decisions: Sequence[Proposal]
    own: Sequence[Review]
    """Their own scorecards that they have not said a word on."""
    headed: Sequence[Review]
    """Reviews that they have to close."""

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of what they have to close, oldest first."""
        return tuple(sorted({review.period for review in self.headed}))


def waiting_blocks(texts: Texts, waiting: Waiting, today: date) -> Iterator[Text]:
    """A line for each kind of thing, where there is any."""
    if waiting.due:
        yield Text(texts.say("plan.due", actions=waiting.due, today=today))
    yield from reds_blocks(texts, waiting.reds)
    if waiting.votes or waiting.decisions:
        yield Text(texts.say("waits.proposals", votes=len(waiting.votes), decisions=len(waiting.decisions)))
    for review in waiting.own:
        yield Text(texts.say("waits.own", review=review))
    for period in waiting.periods:
        yield Text(texts.say("waits.headed", period=period, counts=_counts(waiting, period)))


def waiting_buttons(texts: Texts, waiting: Waiting) -> Iterator[Button]:
    """One for each line; for one action alone, what can be done about it."""
    if len(waiting.due) == 1:
        yield from closing_buttons(texts, waiting.due[0])
    elif waiting.due:
        yield run_button(texts, "plan", "plan")
    yield from reds_buttons(texts, waiting.reds)
    if waiting.votes or waiting.decisions:
        yield run_button(texts, "proposals", "propose")
    for review in waiting.own:
        words = f"close {subject_words(review.subject)} {write_period(review.period)}"
        yield Button(texts.plain("waits.own_button", period=review.period), Run(words))
    for period in waiting.periods:
        yield Button(texts.plain("waits.headed_button", period=period), Run(f"close {write_period(period)}"))


def _counts(waiting: Waiting, period: Period) -> dict[str, int]:
    """How many are in review, and how many of these their people agree with, or don't."""
    seen = [each.acknowledgement for each in waiting.headed if each.period == period]
    agreed = [one.agrees for one in seen if one]
    return {"review": len(seen), "agreed": agreed.count(True), "not": agreed.count(False)}
