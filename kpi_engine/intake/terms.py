"""Grades and gates in a line, as people write them: `S 110 1.5, A 100 1.2, B 0.8`; `Complaints 80, Backup`."""

from __future__ import annotations

import re
from decimal import Decimal

from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.model.name import Name
from kpi_engine.model.total import Grade

_PIECES = re.compile(r"\s*[,，;；、\n]\s*")
_GRADE = re.compile(
    r"(?P<name>[^\d\s:：=≥>≧<＜]+)\s*(?:[:：=]|≥|>=|≧|from)?\s*"
    r"(?:(?P<least>\d{1,6}(?:\.\d{1,4})?)\s*(?:\+|points|分以上|分及以上|以上|分)?[\s/(（]+)?"
    r"[(（]?(?:[×x*]|系数)?\s*(?P<times>\d{1,4}(?:\.\d{1,4})?)(?P<percent>%)?[)）]?",
    re.IGNORECASE,
)
_PERCENT = Decimal("0.01")


def read_grades(text: str) -> tuple[Grade, ...] | str:
    """The grades from the best to the worst, or the piece that is none.

    Each has a name, the points from which on it is given, and its coefficient. The worst is for all the rest: its
    points are left out, or 0. They may be written from the worst to the best as well.
    """
    pieces = [piece for piece in _PIECES.split(tidy(text).strip()) if piece]
    found = [_GRADE.fullmatch(piece) for piece in pieces]
    unread = next((piece for piece, match in zip(pieces, found, strict=True) if match is None), None)
    if unread is not None or not pieces:
        return unread or ""
    grades = [_grade(match) for match in found if match]
    if len(grades) > 1 and (grades[0].least or 0) < (grades[-1].least or 0):
        grades.reverse()
    last = grades[-1]
    return (*grades[:-1], last if last.least else Grade(last.name, None, last.coefficient))


def written_grades(grades: tuple[Grade, ...]) -> str:
    """The line that reads as these grades again."""
    return ", ".join(
        " ".join(
            filter(
                None, (one.name.en, "" if one.least is None else f"{one.least:f}", f"{one.coefficient.normalize():f}")
            )
        )
        for one in grades
    )


def _grade(match: re.Match[str]) -> Grade:
    times = Decimal(lowered(match["times"])) * (_PERCENT if match["percent"] else 1)
    return Grade(Name.same(match["name"].strip()), Decimal(match["least"]) if match["least"] else None, times)
