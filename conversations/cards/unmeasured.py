"""A period for which nothing is measured of somebody who has KPIs: why, and the report that there is instead."""

from __future__ import annotations

from datetime import date

from conversations.cards.names import Names, subject_words
from conversations.texts import Texts
from conversations.view import Button, Message, Run, Style, Text
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import write_period
from kpi_engine.calendar.working import Calendar
from kpi_engine.model.score import Scorecard


def unmeasured_card(texts: Texts, card: Scorecard, names: Names, calendar: Calendar, today: date) -> Message:
    """Offers the month that the day or week lies in, or the present one."""
    name = names.subject(card.subject)
    why = _why(card.period, calendar, today)
    shorter = card.period.kind.rank < PeriodKind.MONTH.rank and card.period.start <= today
    month = Period.holding(card.period.middle if shorter else today, PeriodKind.MONTH)
    words = f"report {subject_words(card.subject)} {write_period(month)}"
    button = Button(texts.format.period(month), Run(words), Style.PRIMARY)
    return Message((Text(texts.say("report.unmeasured", name=name, period=card.period, why=why)),), (button,))


def _why(period: Period, calendar: Calendar, today: date) -> str:
    if period.start > today:
        return "ahead"
    is_off = period.kind is PeriodKind.DAY and not calendar.is_working(period.start)
    return "day_off" if is_off else ""
