"""Everything of a company, with what it scores, so that whoever puts it back can tell that it is the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.model.archive import Archive, Scores
from kpi_engine.model.company import Actor
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.reader.cards import cards_of
from kpi_engine.rights import check_takes_all
from kpi_engine.store import load
from kpi_engine.store.archive import taken_out
from kpi_engine.store.scope import Scope

MONTHS = 3
"""Of which scorecards are held against one another, the present one among them."""


def everything(scope: Scope, actor: Actor, today: date) -> Archive:
    """The company; Refusal("not_allowed", by) for anybody but an owner."""
    check_takes_all(actor, load.people(scope))
    return Archive(today, scores(scope, today), taken_out(scope.session, scope.company_id))


def scores(scope: Scope, today: date) -> Scores:
    """What the company, its departments and its people score in the last months."""
    subjects = tuple(_subjects(scope))
    month = Period.holding(today, PeriodKind.MONTH)
    return {
        f"{card.subject.kind} {card.subject.id} {write_period(period)}": None if card.score is None else str(card.score)
        for period in (month.back(count) for count in range(MONTHS))
        for card in cards_of(scope, subjects, period, today)
    }


def _subjects(scope: Scope) -> Iterator[Subject]:
    yield Subject(SubjectKind.COMPANY, scope.company_id)
    yield from (Subject(SubjectKind.DEPARTMENT, one.id) for one in load.departments(scope))
    yield from (Subject(SubjectKind.PERSON, one.id) for one in load.people(scope))
