"""`undo`: takes back the last thing one did."""

from __future__ import annotations

from conversations.ask import Ask, Do
from kpi_engine.commands import Undo


def undo(ask: Ask) -> Do:
    """Asks nothing: what was taken back is said, and can be done again."""
    return Do(Undo())
