"""`chart`: how a KPI went and where it is going, drawn; `chart revenue file` gives a picture."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.chart import chart_card, charts_card
from conversations.cards.day import newcomer_card
from conversations.cards.pictured import pictured
from conversations.flows.course import course
from conversations.flows.picture import without_file
from conversations.flows.reading import all_names, kpi_line, present_card, read_asked
from conversations.view import Message
from kpi_engine.calendar.period import Period
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import KpiScore, Subject

BEFORE, AHEAD = 11, 2
"""Periods that are drawn before the one asked for: with it a year of months; and after it, where it is the present."""


def chart(ask: Ask) -> Message:
    """Asks nothing: of a KPI its chart, of anything else its KPIs to choose from."""
    words = ask.take_words()
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    about, as_file = without_file(ask, words)
    asked = read_asked(ask, about)
    if isinstance(asked.about, Subject):
        card, names = present_card(ask, asked.about, asked.period), all_names(ask)
        called, period, message = names.subject(card.subject), card.period, charts_card(ask.texts, card, names)
    else:
        line = _line(ask, asked.about, asked.period)
        called, period = ask.texts.name(line.version.definition.name), line.period
        message = chart_card(ask.texts, line, course(ask, line, BEFORE, AHEAD))
    return pictured(ask.texts, message, called, period) if as_file else message


def _line(ask: Ask, version: KpiVersion, period: Period | None) -> KpiScore:
    """Where the chart ends: without a period with the present cycle, as what is to come of it is drawn as well."""
    cycle = ask.know.company().calendar.holding(ask.today, version.definition.cycle)
    present = None if period else ask.know.kpi_score(version.kpi.id, cycle)
    return present or kpi_line(ask, version, period)
