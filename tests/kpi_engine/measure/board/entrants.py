"""People with the scores of some periods, in a few words."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.model.name import Language, Name
from kpi_engine.model.ranking import Entrant, Result, Unranked
from kpi_engine.model.score import Subject, SubjectKind

EN = Language.EN


def subject(number: int) -> Subject:
    """A person."""
    return Subject(SubjectKind.PERSON, number)


def result(text: str) -> Result:
    """A score; `90@0.5` with its coverage, `90:1/2` with values entered and due, `-` without any."""
    score, _, rest = text.partition("@")
    score, _, values = score.partition(":")
    entered, _, due = (values or "1/1").partition("/")
    coverage = Decimal(rest or 1) if score != "-" else Decimal(0)
    return Result(None if score == "-" else Decimal(score), coverage, int(entered), int(due))


def entrant(number: int, scores: str, name: str = "", excuse: Unranked | None = None) -> Entrant:
    """Somebody with these results, oldest first."""
    called = Name.same(name or f"P{number:02}")
    return Entrant(subject(number), called, tuple(map(result, scores.split())), excuse)


def entrants(*scores: str) -> list[Entrant]:
    """One for each line of scores, numbered from 1."""
    return [entrant(number, each) for number, each in enumerate(scores, start=1)]
