"""What one may ask about values."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.model.actual import ActualState, Channel, Reading


@dataclass(frozen=True, slots=True)
class Entry:
    """One value for one KPI and period; a value already there is corrected."""

    kpi_id: int
    period: Period
    state: ActualState
    reading: Reading | None
    note: str = ""
    evidence: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EnterActuals:
    """All values of one message: all of them are recorded, or none."""

    entries: tuple[Entry, ...]
    channel: Channel = Channel.CHAT
