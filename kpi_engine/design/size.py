"""What a company's size means for how much it should measure."""

from __future__ import annotations

from kpi_engine.model.company import SmallMode

SMALL = 30
"""A company of fewer people than this is small: nobody there counts numbers all day."""
FEW = 5
"""KPIs in one set of a small company."""


def is_small(people: int, mode: SmallMode = SmallMode.AUTO) -> bool:
    """Whether a company measures as little as a small one: by its people, unless it has said so itself."""
    return people < SMALL if mode is SmallMode.AUTO else mode is SmallMode.ON
