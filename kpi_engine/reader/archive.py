"""Everything of a company, with what it scores, so that whoever puts it back can tell that it is the same."""

from __future__ import annotations

from collections.abc import Iterator

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.model.archive import Archive, Scores
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.reader.reader import Reader
from kpi_engine.rights import check_takes_all
from kpi_engine.store.archive import taken_out

MONTHS = 3
"""Of which scorecards are held against one another, the present one among them."""


def everything(reader: Reader) -> Archive:
    """The company of the reader's actor, who must be an owner: Refusal("not_allowed", by) for anybody else."""
    check_takes_all(reader.actor, reader.people())
    return Archive(reader.today, scores(reader), taken_out(reader.session, reader.actor.company_id))


def scores(reader: Reader) -> Scores:
    """What the company, its departments and its people score in the last months."""
    subjects = tuple(_subjects(reader))
    month = Period.holding(reader.today, PeriodKind.MONTH)
    return {
        f"{card.subject.kind} {card.subject.id} {write_period(period)}": None if card.score is None else str(card.score)
        for period in (month.back(count) for count in range(MONTHS))
        for card in reader.scorecards(subjects, period)
    }


def _subjects(reader: Reader) -> Iterator[Subject]:
    yield Subject(SubjectKind.COMPANY, reader.actor.company_id)
    yield from (Subject(SubjectKind.DEPARTMENT, one.id) for one in reader.departments())
    yield from (Subject(SubjectKind.PERSON, one.id) for one in reader.people())
