"""What somebody who has to answer for a KPI says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Consent:
    """A person agrees to a KPI as it is on that day, or does not and says why."""

    kpi_id: int
    person_id: int
    agrees: bool
    word: str
    """Why not, or what else there is to say; may be empty where they agree."""
    on: date
