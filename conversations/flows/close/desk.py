"""The scorecards that somebody looks after, with the states of their reviews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from conversations.ask import Ask
from conversations.cards.desk import Desk, DeskRow, Waits
from conversations.flows.close.page import is_measured, may_judge
from conversations.flows.close.waiting import waiting
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.cause import Explained
from kpi_engine.model.company import Person, Role
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.review import Review, ReviewState
from kpi_engine.model.score import KpiScore, Scorecard, ScoreState, Subject, SubjectKind
from kpi_engine.rights import review_place
from kpi_engine.upkeep.red import is_red


def desk(ask: Ask, about: Subject, period: Period) -> Desk:
    """A department's card and those of its people, or the company's departments and their heads; what is measured."""
    begun = {review.subject: review for review in ask.know.reviews(period)}
    cards = ask.know.scorecards(tuple(_subjects(ask, about)), period)
    rows = waiting(ask, [DeskRow(_review(begun, card), card) for card in cards if is_measured(card)])
    over = period.end <= ask.today
    may_begin = over and any(row.review.state is ReviewState.OPEN and may_judge(ask, row.card.subject) for row in rows)
    quarter = ask.know.company().calendar.holding(period.middle, PeriodKind.QUARTER)
    return Desk(
        about,
        period,
        tuple(rows),
        tuple(_missing(rows)),
        _reds(ask, rows),
        may_begin,
        tuple(row for row in rows if row.waits in (Waits.CLOSING, Waits.WORD)),
        over and quarter.end == period.end,
        tuple(_others(ask, period, rows)),
    )


def to_begin(ask: Ask, about: Subject, period: Period) -> tuple[Subject, ...]:
    """The scorecards of that desk whose review can begin."""
    rows = desk(ask, about, period).rows
    subjects = (row.card.subject for row in rows if row.review.state is ReviewState.OPEN)
    return tuple(subject for subject in subjects if may_judge(ask, subject))


def _review(begun: Mapping[Subject, Review], card: Scorecard) -> Review:
    return begun.get(card.subject) or Review(card.subject, card.period, ReviewState.OPEN)


def _subjects(ask: Ask, about: Subject) -> Iterator[Subject]:
    """Those that are made of others come after them."""
    people = ask.know.people()
    if about.kind is SubjectKind.COMPANY:
        yield from (Subject(SubjectKind.DEPARTMENT, each.id) for each in ask.know.departments())
        yield from _judged_at(ask, people, None)
        yield about
    else:
        yield about
        yield from _judged_at(ask, people, about.id)


def _judged_at(ask: Ask, people: Sequence[Person], department_id: int | None) -> Iterator[Subject]:
    """The people who are judged there, where who is talking judges them; nobody is who only looks on."""
    for person in people:
        subject = Subject(SubjectKind.PERSON, person.id)
        here = review_place(subject, people).department_id == department_id and person.positions
        if here and person.role is not Role.VIEWER and may_judge(ask, subject):
            yield subject


def _missing(rows: Sequence[DeskRow]) -> Iterator[KpiVersion]:
    """Each KPI once."""
    lines = {line.version.kpi.id: line for row in rows for line in _lines(row.card)}
    yield from (line.version for line in lines.values() if line.state is ScoreState.MISSING)


def _reds(ask: Ask, rows: Sequence[DeskRow]) -> tuple[tuple[KpiScore, Explained | None], ...]:
    """Each KPI once, with what was said of it."""
    lines = {line.version.kpi.id: line for row in rows for line in _lines(row.card) if is_red(line)}
    said = {(one.cause.kpi_id, one.cause.period): one for one in ask.know.causes(list(lines))} if lines else {}
    return tuple((line, said.get((id, line.period))) for id, line in lines.items())


def _lines(card: Scorecard) -> Iterator[KpiScore]:
    yield from card.lines
    for part in card.parts:
        yield from part.card.lines


def _others(ask: Ask, period: Period, rows: Sequence[DeskRow]) -> list[Period]:
    subjects = {row.card.subject for row in rows}
    waiting = (each for each in ask.know.reviews_waiting() if each.state is ReviewState.REVIEW)
    return sorted({each.period for each in waiting if each.subject in subjects} - {period})
