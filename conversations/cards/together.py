"""Several scorecards that are closed in one go: what is frozen, and what stays open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conversations.cards.desk import DeskRow, Waits
from conversations.cards.names import Names, subject_words
from conversations.cards.say import run_button, say
from conversations.texts import Texts
from conversations.view import Block, Message, Table, Text
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.model.review import ReviewState
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.model.total import Total


def together_blocks(
    texts: Texts, period: Period, totals: Sequence[tuple[DeskRow, Total]], left: Sequence[DeskRow], names: Names
) -> Iterator[Block]:
    """What each comes to, with its grade and its person's word; then who is left out, and why."""
    yield Text(texts.say("close.freezing_all", period=period, scorecards=len(totals)))
    keys = ("whose", "score", "grade", "agreed")
    rows = tuple(_row(texts, row, total, names) for row, total in totals)
    yield Table(tuple(texts.label(f"columns.{key}") for key in keys), rows, "lrll")
    if left:
        waiting = [(names.subject(row.card.subject), row.waits) for row in left]
        yield Text(texts.say("close.left_open", left=waiting))


def left_out(rows: Sequence[DeskRow], together: Sequence[DeskRow]) -> list[DeskRow]:
    """Those in review that stay so."""
    chosen = {row.card.subject for row in together}
    return [row for row in rows if row.review.state is ReviewState.REVIEW and row.card.subject not in chosen]


def moved_on(texts: Texts, about: Subject, period: Period) -> Message:
    """Something is not as it was shown: nothing was closed."""
    words = f"{subject_words(about)} {write_period(period)}"
    return say(texts, "close.moved_on", run_button(texts, "desk", f"close {words}"))


def _row(texts: Texts, row: DeskRow, total: Total, names: Names) -> tuple[str, ...]:
    score = "–" if total.score is None else texts.format.points(total.score)
    grade = "–" if total.grade is None else texts.name(total.grade.name)
    if row.card.subject.kind is not SubjectKind.PERSON:
        word = ""
    else:
        word = texts.label("close.no_word" if row.waits is Waits.WORD else "close.agrees")
    return names.subject(row.card.subject), score, grade, word
