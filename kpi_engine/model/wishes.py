"""What holds for somebody: their own word on reminders, or else the company's."""

from __future__ import annotations

from datetime import time

from kpi_engine.calendar.writing import Wishes
from kpi_engine.model.company import Company, Person


def wishes(company: Company, person: Person) -> Wishes:
    """When the person may be written to, and how often: for `calendar.writing.may_write`."""
    mine, usual = person.reminders, company.reminding
    budget = usual.budget if mine.budget is None else mine.budget
    return Wishes(person.time_zone, mine.hours or usual.hours, budget, mine.snoozed_until, person.presence)


def reminded_at(company: Company, person: Person) -> time:
    """The time of their wall clock at which the person is asked for values: for `calendar.asking`.

    Always within the hours in which they may be written to, also where these were changed for the whole company.
    """
    mine, usual = person.reminders, company.reminding
    return (mine.hours or usual.hours).nearest(mine.at or usual.at)


def misses_told(company: Company, person: Person) -> int:
    """After how many values missed in a row whoever steps in (`rights.steps_in`) sees it; 0: nobody ever does."""
    return company.reminding.misses if person.reminders.ladder else 0
