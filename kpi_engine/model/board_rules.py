"""What a company has settled about its leaderboards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FEWEST, MOST = 5, 50
"""Between these so many may be asked for: of fewer than five, each would be pointed at."""
UNNAMED = 2
"""So many at least stand behind the places that everybody sees: of one alone all would know that it is the last."""
MOST_SHOWN = 10


class Covers(StrEnum):
    """The period of a board that is asked for without one."""

    MONTH = "month"
    """The present one; as long as nobody is ranked in it, the one before."""
    LAST_MONTH = "last_month"
    QUARTER = "quarter"
    """As of the month."""


@dataclass(frozen=True, slots=True)
class BoardRules:
    """From how many on there are ranks, and how much of them is for everybody."""

    least: int = 5
    """So many with a score are ranked; of fewer, each sees how they get on, and nobody's place."""
    top: int = 3
    """Places that everybody sees, and whoever shares the last of them."""
    covers: Covers = Covers.MONTH

    @property
    def most_shown(self) -> int:
        """Places that may be shown where so few are ranked."""
        return min(MOST_SHOWN, self.least - UNNAMED)


USUAL_BOARD = BoardRules()
"""Of a company that has settled nothing."""
