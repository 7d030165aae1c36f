"""The questions for how the bot writes by itself in this company."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from decimal import Decimal

from conversations.ask import Ask
from conversations.cards.setting import OfReminding, Setting
from conversations.forms import clock, count, form, hours
from kpi_engine.calendar.hours import Hours
from kpi_engine.model.reminders import MOST_A_WEEK, MOST_MISSES, Reminding


@form
class NewHours:
    """Between which hours people are written to."""

    hours: Hours = hours()


@form
class NewHour:
    """When people are asked for values."""

    at: time = clock()


@form
class NewMessages:
    """How many messages a week somebody gets at most."""

    budget: Decimal = count(least=0, most=MOST_A_WEEK)


@form
class NewMisses:
    """After how many values missed who steps in is told."""

    misses: Decimal = count(least=0, most=MOST_MISSES)


def reminding(ask: Ask, setting: OfReminding, value: str) -> Reminding:
    """Asks for the new value, unless it was typed; the others stay as they are."""
    now = ask.know.company().reminding
    match setting:
        case Setting.WRITING_HOURS:
            between = ask(NewHours, given=_given("hours", value)).hours
            return replace(now, hours=between, at=between.nearest(now.at))
        case Setting.REMINDER_HOUR:
            return replace(now, at=ask(NewHour, given=_given("at", value)).at)
        case Setting.MESSAGES:
            return replace(now, budget=int(ask(NewMessages, given=_given("budget", value)).budget))
        case Setting.MISSES:
            return replace(now, misses=int(ask(NewMisses, given=_given("misses", value)).misses))


def _given(field: str, value: str) -> dict[str, str]:
    return {field: value} if value else {}
