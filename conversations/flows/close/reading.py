"""Whose scorecard of which period the words after `close` mean."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.ask import Ask
from conversations.flows.reading import own_subject, read_asked
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.errors import Refusal
from kpi_engine.model.review import ReviewState
from kpi_engine.model.score import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class WhichCard:
    """A scorecard and the period that it is of."""

    subject: Subject
    period: Period

    @property
    def key(self) -> str:
        """Answers belong to one scorecard of one period."""
        return f"{self.subject.kind}{self.subject.id}@{write_period(self.period)}"


def read_reviewed(ask: Ask, words: str) -> WhichCard:
    """`Sales 2026-10`, `@Tom`, `last quarter`; without a name what one looks after, without a period the last month.

    Refusal("words_left", words) where a KPI is named: a period is closed for whole scorecards.
    """
    if not words:
        return WhichCard(own_subject(ask), last_period(ask, own_subject(ask)))
    asked = read_asked(ask, words)
    if not isinstance(asked.about, Subject):
        raise Refusal("words_left", words=words)
    return WhichCard(asked.about, asked.period or last_period(ask, asked.about))


def my_period(ask: Ask, words: str) -> Period:
    """The period of one's own scorecard."""
    me = Subject(SubjectKind.PERSON, ask.me.id)
    return read_reviewed(ask, words).period if words else last_period(ask, me)


def last_period(ask: Ask, subject: Subject) -> Period:
    """The first that is in review, or the last that one has not looked at; else the month before this one."""
    waiting = [each for each in ask.know.reviews_waiting() if each.subject == subject]
    in_review = [each.period for each in waiting if each.state is ReviewState.REVIEW]
    before = Period.holding(ask.today, PeriodKind.MONTH).previous()
    return min(in_review) if in_review else max((each.period for each in waiting), default=before)
