"""The steps and points of a two-way table as people write them: `80 100`; `40 60; 70 80; 100 120`."""

from __future__ import annotations

import re
from decimal import Decimal

from kpi_engine.intake.typed import tidy

_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,4})?")
_BETWEEN = re.compile(r"[\s,、]+")
_ROWS = re.compile(r"\s*[;/|\n]\s*")


def read_steps(text: str) -> tuple[Decimal, ...] | None:
    """Numbers with blanks or commas between them; None where something is none, or there is nothing."""
    pieces = [piece for piece in _BETWEEN.split(tidy(text).strip()) if piece]
    if not pieces or not all(map(_NUMBER.fullmatch, pieces)):
        return None
    return tuple(map(Decimal, pieces))


def read_points(text: str) -> tuple[tuple[Decimal, ...], ...] | None:
    """Rows of numbers, with semicolons, slashes or new lines between them; None where one is none."""
    rows = [read_steps(row) for row in _ROWS.split(tidy(text).strip()) if row]
    found = tuple(row for row in rows if row is not None)
    return found if found and len(found) == len(rows) else None


def written_steps(steps: tuple[Decimal, ...]) -> str:
    """What reads as these numbers again."""
    return " ".join(f"{step:f}" for step in steps)


def written_points(points: tuple[tuple[Decimal, ...], ...]) -> str:
    """What reads as these rows again."""
    return "; ".join(map(written_steps, points))
