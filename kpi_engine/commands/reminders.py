"""What one may ask about how the bot writes by itself."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.model.reminders import Reminders, Snooze


@dataclass(frozen=True, slots=True)
class SetReminders:
    """What the person who asks wants for themselves, in place of what they wanted."""

    reminders: Reminders


@dataclass(frozen=True, slots=True)
class SnoozeReminders:
    """Nothing is written to the person who asks for so long."""

    until: Snooze


@dataclass(frozen=True, slots=True)
class SetDeputy:
    """Who steps in for a person; None: nobody."""

    person_id: int
    deputy_id: int | None
