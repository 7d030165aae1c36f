"""What a company's size means for how much it should measure."""

from __future__ import annotations

SMALL = 30
"""A company of fewer people than this is small: nobody there counts numbers all day."""
FEW = 5
"""KPIs in one set of a small company."""


def is_small(people: int | None) -> bool:
    """Whether that many people make a small company; where the number is not known, nothing is taken for granted."""
    return people is not None and people < SMALL
