"""What each scorecard of a desk waits for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conversations.ask import Ask
from conversations.cards.desk import DeskRow, Waits
from conversations.flows.close.page import may_judge
from kpi_engine.model.review import ReviewState, rests_on
from kpi_engine.model.score import Subject, SubjectKind


def waiting(ask: Ask, rows: Iterable[DeskRow]) -> list[DeskRow]:
    """The rows, with what others are made of before them, and what they wait for.

    What can be closed as it stands counts as closed for whatever is made of it.
    """
    settled: set[Subject] = set()
    found: list[DeskRow] = []
    for row in rows:
        waits = _waits(ask, row, settled)
        found.append(replace(row, waits=waits))
        if row.review.state is ReviewState.CLOSED or waits in (Waits.CLOSING, Waits.WORD):
            settled.add(row.card.subject)
    return found


def _waits(ask: Ask, row: DeskRow, settled: set[Subject]) -> Waits:
    review, subject = row.review, row.card.subject
    if review.state is not ReviewState.REVIEW or not may_judge(ask, subject):
        return Waits.NOTHING
    if review.acknowledgement and not review.acknowledgement.agrees:
        return Waits.TALK
    if any(part not in settled and not _is_closed(ask, part, row) for part in rests_on(row.card)):
        return Waits.PARTS
    said = review.acknowledgement or subject.kind is not SubjectKind.PERSON
    return Waits.CLOSING if said else Waits.WORD


def _is_closed(ask: Ask, part: Subject, row: DeskRow) -> bool:
    """Whether a part that is not on this desk is closed."""
    return ask.know.review(part, row.card.period).state is ReviewState.CLOSED
