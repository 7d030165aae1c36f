"""`chart`: how a KPI went and where it is going, drawn; `chart revenue file` gives a picture."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.chart import chart_card, charts_card
from conversations.cards.day import newcomer_card
from conversations.flows.course import course
from conversations.flows.finding import find_kpi
from conversations.flows.reading import all_names, kpi_line, present_card, read_asked
from conversations.view import Message
from kpi_engine.model.score import Subject

FILE = ("file", "png", "文件", "图片")
BEFORE, AHEAD = 11, 2
"""Periods that are drawn before the one asked for: with it a year of months; and after it, where it is the present."""


def chart(ask: Ask) -> Message:
    """Asks nothing: of a KPI its chart, of anything else its KPIs to choose from."""
    words = ask.take_words()
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    about, as_file = _without_file(ask, words)
    asked = read_asked(ask, about)
    if isinstance(asked.about, Subject):
        return charts_card(ask.texts, present_card(ask, asked.about, asked.period), all_names(ask))
    line = kpi_line(ask, asked.about, asked.period)
    return chart_card(ask.texts, line, course(ask, line, BEFORE, AHEAD), as_file=as_file)


def _without_file(ask: Ask, words: str) -> tuple[str, bool]:
    """What it is about, and whether a picture is wanted; a KPI may be called `audit file`."""
    about, _, last = words.rpartition(" ")
    as_file = last.casefold() in FILE and find_kpi(ask, words) is None
    return (about.strip(), True) if as_file else (words, False)
