"""How the bot writes by itself: what the company has settled, and what somebody wants for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from kpi_engine.calendar.hours import OFFICE, Hours

MOST_A_WEEK = 20
MOST_MISSES = 10


@dataclass(frozen=True, slots=True)
class Reminding:
    """What the company has settled, for whoever wants nothing else."""

    hours: Hours = OFFICE
    """In which the bot writes by itself, on days that are worked, by the wall clock of whom it writes to."""
    at: time = time(16)
    """When values are asked for: towards the end of a day that may have its value by then."""
    budget: int = 5
    """Messages a week (Monday to Sunday), 0 to MOST_A_WEEK."""
    misses: int = 2
    """Values missed in a row after which who steps in sees it in a digest, up to MOST_MISSES; 0: nobody ever does."""


@dataclass(frozen=True, slots=True)
class Reminders:
    """What somebody wants for themselves; None: as the company has it."""

    hours: Hours | None = None
    at: time | None = None
    budget: int | None = None
    again: bool = True
    """Whether they are reminded a second time, on their next day, of what is still owed."""
    ladder: bool = False
    """Whether they have agreed that who steps in for them sees what they missed; nobody sees it unless they have."""
    snoozed_until: datetime | None = None
    """Aware; nothing is written before."""


USUAL = Reminding()
"""Of a company that has settled nothing."""
AS_USUAL = Reminders()
"""Of who wants nothing else."""


class Snooze(StrEnum):
    """For how long nothing is to be written."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    """Until the hour of their reminders on the day after."""
    WORKING_DAY = "working_day"
    """Until that hour on their next day that is worked."""
