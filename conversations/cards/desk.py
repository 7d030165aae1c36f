"""A period that is over, as its head looks at it: who is reviewed, who is closed, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from conversations.cards.names import Names, kpi_words, subject_words
from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Block, Button, Message, Run, Style, Table, Text
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.model.cause import Explained
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.review import Review, ReviewState
from kpi_engine.model.score import KpiScore, Scorecard, Subject, SubjectKind

MOST_RED = 3
"""Buttons for what is red and has no cause yet."""


class Waits(StrEnum):
    """What a scorecard in review waits for."""

    NOTHING = "nothing"
    TALK = "talk"
    """With whoever does not agree."""
    PARTS = "parts"
    """What it is made of is to be closed first."""
    WORD = "word"
    """Of the person whose it is."""
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One scorecard of the period, and how far its review has come."""

    review: Review
    card: Scorecard
    waits: Waits = Waits.NOTHING


@dataclass(frozen=True, slots=True)
class Desk:
    """The scorecards that are judged together: a department's and its people's, or the company's departments."""

    about: Subject
    period: Period
    rows: tuple[DeskRow, ...]
    missing: tuple[KpiVersion, ...]
    """Of which no value came."""
    reds: tuple[tuple[KpiScore, Explained | None], ...]
    """What is red, with what was said of it."""
    may_begin: bool
    together: tuple[DeskRow, ...]
    """What can be closed as it stands, what others are made of first."""
    ends_quarter: bool
    """Whether a quarter ends with it: then the KPIs are looked through."""
    others: tuple[Period, ...]
    """Other periods in which something waits."""


def desk_card(texts: Texts, desk: Desk, names: Names) -> Message:
    """The scorecards and their states, the values that are missing, and what can be done next."""
    states = [row.review.state for row in desk.rows]
    counts = {state.value: states.count(state) for state in ReviewState}
    name = names.subject(desk.about)
    blocks: list[Block] = [Text(texts.say("close.desk", name=name, period=desk.period, counts=counts))]
    if desk.rows:
        blocks.append(_table(texts, desk.rows, names))
    if desk.missing:
        blocks.append(_missing(texts, desk.missing, names))
    if desk.reds:
        blocks.append(_reds(texts, desk.reds, names))
    return Message(tuple(blocks), tuple(_buttons(texts, desk, names)), only_you=True)


def _table(texts: Texts, rows: Sequence[DeskRow], names: Names) -> Table:
    """What waits has its column where anything does."""
    keys = ["whose", "score", "state", "comments", "agreed", "waits"]
    if all(row.waits is Waits.NOTHING for row in rows):
        keys.remove("waits")
    cells = tuple(_row(texts, row, names)[: len(keys)] for row in rows)
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), cells, "lrlrll"[: len(keys)])


def _row(texts: Texts, row: DeskRow, names: Names) -> tuple[str, ...]:
    seen, comments, frozen = row.review.acknowledgement, len(row.review.comments), row.review.frozen
    score = frozen.total.score if frozen else row.card.score
    agreed = "" if seen is None else texts.label("close.agrees" if seen.agrees else "close.disagrees")
    shown = "–" if score is None else texts.format.points(score)
    state = texts.member(row.review.state)
    waits = "" if row.waits is Waits.NOTHING else texts.member(row.waits)
    return names.subject(row.review.subject), shown, state, str(comments) if comments else "", agreed, waits


def _missing(texts: Texts, missing: Sequence[KpiVersion], names: Names) -> Table:
    rows = tuple((texts.name(each.definition.name), names.people.get(each.definition.owner_id, "")) for each in missing)
    columns = tuple(texts.label(f"columns.{key}") for key in ("kpi", "owner"))
    return Table(columns, rows, "ll", texts.label("close.missing"))


def _reds(texts: Texts, reds: Sequence[tuple[KpiScore, Explained | None]], names: Names) -> Table:
    rows = tuple(
        (
            texts.name(line.version.definition.name),
            "–" if line.score is None else texts.format.points(line.score),
            names.people.get(line.version.definition.owner_id, ""),
            texts.name(said.cause.cause) if said else "–",
            said.action.text if said and said.action else "",
        )
        for line, said in reds
    )
    columns = tuple(texts.label(f"columns.{key}") for key in ("kpi", "score", "owner", "cause", "action"))
    return Table(columns, rows, "lrlll", texts.label("close.red"))


def _buttons(texts: Texts, desk: Desk, names: Names) -> Iterator[Button]:
    period, about = write_period(desk.period), subject_words(desk.about)
    if desk.may_begin:
        yield run_button(texts, "begin_review", f"close start {about} {period}", Style.PRIMARY)
    if len(desk.together) > 1:
        label = texts.plain("close.together", scorecards=len(desk.together))
        yield Button(label, Run(f"close together {about} {period}"), Style.PRIMARY)
    yield from _cards(texts, desk, names)
    for line in [line for line, said in desk.reds if said is None][:MOST_RED]:
        label = texts.plain("close.why_red", name=line.version.definition.name)
        yield Button(label, Run(f"plan red {kpi_words(line.version)} {period}"))
    for other in desk.others:
        yield Button(texts.format.period(other), Run(f"close {about} {write_period(other)}"))
    if desk.ends_quarter:
        yield run_button(texts, "clean_up", f"check clean up {about}")
    yield run_button(texts, "previous_period", f"close {about} {write_period(desk.period.previous())}")


def _cards(texts: Texts, desk: Desk, names: Names) -> Iterator[Button]:
    """Each scorecard whose review has begun, and the people of each department."""
    period, reviews = write_period(desk.period), [row.review for row in desk.rows]
    for review in reviews:
        if review.state is not ReviewState.OPEN:
            yield Button(names.subject(review.subject), Run(f"close card {subject_words(review.subject)} {period}"))
    if desk.about.kind is SubjectKind.COMPANY:
        for review in reviews:
            if review.subject.kind is SubjectKind.DEPARTMENT:
                label = texts.plain("close.people_of", name=names.subject(review.subject))
                yield Button(label, Run(f"close {subject_words(review.subject)} {period}"))
