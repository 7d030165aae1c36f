"""Whether the company is small: then fewer and shorter questions are asked."""

from __future__ import annotations

from conversations.ask import Ask
from kpi_engine.design.size import is_small


def is_small_company(ask: Ask) -> bool:
    """By the people in it, unless it has said so itself."""
    return is_small(len(ask.know.people()), ask.know.company().small)
