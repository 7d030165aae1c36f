"""A pattern of a rule's text, and the clause that is made of what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.intake.rules.distance import Event
from kpi_engine.intake.rules.parts import At, Cap, Clause, Floor, FullMarks
from kpi_engine.intake.rules.quantity import read_level, read_number

Maker: TypeAlias = Callable[[re.Match[str]], Clause]
Pattern: TypeAlias = tuple[re.Pattern[str], Maker]

FULL_MARKS = Decimal(100)


def scored(kind: type[Cap | Floor | FullMarks | Event]) -> Maker:
    """The clause of that kind with the points that were found."""
    return lambda found: kind(read_number(found["points"]))


def always(clause: Clause) -> Maker:
    """The same clause wherever the pattern stands."""
    return lambda _: clause


def read_at(found: re.Match[str]) -> Clause:
    """A quantity and its points."""
    return At(read_level(found, "at"), read_number(found["points"]))
