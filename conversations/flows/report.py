"""`report`: where the company, a department, a person or a KPI stands."""

from __future__ import annotations

from collections.abc import Mapping

from conversations.ask import Ask
from conversations.cards.actions import plan_table
from conversations.cards.brief import brief_card
from conversations.cards.day import newcomer_card
from conversations.cards.kpi import kpi_card
from conversations.cards.names import Names
from conversations.cards.scorecard import scorecard_card
from conversations.flows.course import course
from conversations.flows.reading import all_names, kpi_line, present_card, read_asked
from conversations.view import Message, Table
from conversations.words import first_word
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import EnterActuals
from kpi_engine.model.company import Person
from kpi_engine.model.pace import Pace
from kpi_engine.model.score import KpiScore, Scorecard, Subject, SubjectKind
from kpi_engine.rights import Place, may

BRIEF = ("brief", "简报")
BEFORE = 5
"""Periods before the one asked for that a KPI's report draws."""


def report(ask: Ask) -> Message:
    """Asks nothing: without words it is about one's own company, department or self, now."""
    words = ask.take_words()
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    first, rest = first_word(words)
    if first.casefold() in BRIEF:
        return _brief(ask, rest)
    asked = read_asked(ask, words)
    names = all_names(ask)
    if isinstance(asked.about, Subject):
        card = present_card(ask, asked.about, asked.period)
        return scorecard_card(ask.texts, card, names, paces_now(ask, card), _people(ask, card.subject))
    line = kpi_line(ask, asked.about, asked.period)
    moments = course(ask, line, BEFORE, ahead=0)
    return kpi_card(ask.texts, line, moments, names, plan=_plan(ask, line, names), may_enter=_may_enter(ask, line))


def _brief(ask: Ask, words: str) -> Message:
    """Of this month, or of the last one while there is nothing in this; for a KPI of its department."""
    asked = read_asked(ask, words)
    about = asked.about
    subject = about if isinstance(about, Subject) else Subject(SubjectKind.DEPARTMENT, about.kpi.department_id)
    month = Period.holding(ask.today, PeriodKind.MONTH)
    found = ask.know.brief(subject, asked.period or month)
    if asked.period is None and found.card.score is None and found.before.score is not None:
        found = ask.know.brief(subject, month.previous())
    return brief_card(ask.texts, found, all_names(ask))


def paces_now(ask: Ask, card: Scorecard) -> Mapping[int, Pace]:
    """Where the card's KPIs are heading while its period runs; what is over is heading nowhere."""
    return ask.know.paces(card) if ask.today in card.period else {}


def _people(ask: Ask, subject: Subject) -> list[Person]:
    """Those with KPIs of their own in the department, as far as one may see them."""
    if subject.kind is not SubjectKind.DEPARTMENT:
        return []
    measured = {version.kpi.person_id for version in ask.know.kpis(department_id=subject.id)}
    return [person for person in ask.know.people() if person.id in measured]


def _plan(ask: Ask, line: KpiScore, names: Names) -> Table | None:
    still_open = [one for one in ask.know.actions(line.version.kpi.id) if one.done_on is None]
    return plan_table(ask.texts, still_open, names, ask.today) if still_open else None


def _may_enter(ask: Ask, line: KpiScore) -> bool:
    return may(ask.me, EnterActuals, Place(line.version.kpi.department_id, line.version.definition.owner_id))
