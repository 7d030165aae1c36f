"""The questions that are measured: each asked of the engine, and of the database alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from bench import raw
from bench.company import TODAY
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.company import Actor
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.reader.reader import Reader
from kpi_engine.store import load
from kpi_engine.store.scope import Scope

MONTH = Period(date(2026, 11, 1), PeriodKind.MONTH)
"""All its values are in."""
YEAR = Period(date(2026, 1, 1), PeriodKind.YEAR)


@dataclass(frozen=True, slots=True)
class Question:
    """Both answer with the same number."""

    title: str
    engine: Callable[[Reader], float]
    raw: Callable[[Connection], float]


def reader(session: Session) -> Reader:
    """What the owner may ask, who is also the first department's."""
    return Reader(session, Actor(1, load.person(Scope(session, 1), 1)), TODAY)


def _card(kind: SubjectKind, period: Period) -> Callable[[Reader], float]:
    def ask(of: Reader) -> float:
        return float(of.scorecard(Subject(kind, 1), period).score or 0)

    return ask


def _kpi(of: Reader) -> float:
    line = of.kpi_score(1, MONTH)
    return float((line and line.score) or 0)


QUESTIONS = {
    "kpi": Question("one KPI, a month", _kpi, lambda connection: raw.kpi(connection, 1, MONTH)),
    "department": Question(
        "department, a month",
        _card(SubjectKind.DEPARTMENT, MONTH),
        lambda connection: raw.department(connection, 1, MONTH),
    ),
    "year": Question(
        "department, a year",
        _card(SubjectKind.DEPARTMENT, YEAR),
        lambda connection: raw.department(connection, 1, YEAR),
    ),
    "company": Question(
        "company, a month",
        _card(SubjectKind.COMPANY, MONTH),
        lambda connection: raw.company(connection, MONTH),
    ),
    "owed": Question(
        "what a head owes", lambda of: float(len({one.version.kpi.id for one in of.owed()})), lambda c: raw.owed(c, 1)
    ),
}
