"""What each setting is at the moment, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from conversations.cards.setting import OfBoard, OfReminding, OfTerms, Setting, Weekday
from conversations.texts import Texts
from kpi_engine.design.size import is_small
from kpi_engine.model.company import Company, SmallMode
from kpi_engine.model.reminders import Reminding
from kpi_engine.model.total import Grading

OfCalendar: TypeAlias = Literal[Setting.WORKING_DAYS, Setting.HOLIDAYS, Setting.FISCAL_YEAR]


@dataclass(frozen=True, slots=True)
class TermsNow:
    """What is agreed about totals."""

    grading: Grading
    team_share: Decimal
    gated: Sequence[str]
    """The names of the departments that have gates."""
    tabled: Sequence[str]
    """And of those that have two-way tables."""


@dataclass(frozen=True, slots=True)
class Settled:
    """All that can be set, as it is."""

    company: Company
    people: int
    terms: TermsNow
    posted: Sequence[str]
    """The names of the channels in which something is posted."""


def value_of(texts: Texts, setting: Setting, settled: Settled) -> str:
    """One of them."""
    company = settled.company
    match setting:
        case Setting.WORKING_DAYS | Setting.HOLIDAYS | Setting.FISCAL_YEAR:
            return _of_calendar(texts, setting, company)
        case Setting.TIME_ZONE:
            return company.time_zone
        case Setting.CURRENCY:
            return texts.format.currency_name(company.currency)
        case Setting.PEOPLE_BOARD | Setting.BOARD_LEAST | Setting.BOARD_TOP | Setting.BOARD_PERIOD:
            return _of_board(texts, setting, company)
        case Setting.SMALL_COMPANY:
            on = _switch(texts, on=is_small(settled.people, company.small))
            return texts.plain("settings.by_size", on=on) if company.small is SmallMode.AUTO else on
        case Setting.WRITING_HOURS | Setting.REMINDER_HOUR | Setting.MESSAGES | Setting.MISSES:
            return _of_reminding(texts, setting, company.reminding)
        case Setting.GRADES | Setting.TEAM_SHARE | Setting.GATES | Setting.TABLES:
            return _of_terms(texts, setting, settled.terms)
        case Setting.POSTS:
            return texts.format.list(settled.posted) if settled.posted else texts.label("posts.none")


def days_words(texts: Texts, company: Company) -> str:
    """The days of the week that are worked."""
    return texts.format.list([texts.member(Weekday(str(day))) for day in sorted(company.calendar.weekdays)])


def country_words(texts: Texts, company: Company) -> str:
    """Whose holidays are kept; empty where nobody's are."""
    return texts.format.country(company.calendar.country) if company.calendar.country else ""


def _of_calendar(texts: Texts, setting: OfCalendar, company: Company) -> str:
    match setting:
        case Setting.WORKING_DAYS:
            return days_words(texts, company)
        case Setting.HOLIDAYS:
            return country_words(texts, company) or texts.label("settings.no_holidays")
        case Setting.FISCAL_YEAR:
            return texts.plain("settings.begins", month=texts.format.month(company.calendar.year_start))


def _of_board(texts: Texts, setting: OfBoard | Literal[Setting.PEOPLE_BOARD], company: Company) -> str:
    rules = company.board
    match setting:
        case Setting.PEOPLE_BOARD:
            return _switch(texts, on=company.ranks_people)
        case Setting.BOARD_LEAST:
            return texts.plain("settings.ranked_from", least=rules.least)
        case Setting.BOARD_TOP:
            return texts.plain("settings.first_places", top=rules.top)
        case Setting.BOARD_PERIOD:
            return texts.member(rules.covers)


def _of_terms(texts: Texts, setting: OfTerms, terms: TermsNow) -> str:
    match setting:
        case Setting.GRADES:
            return texts.format.list([texts.name(grade.name) for grade in terms.grading.grades])
        case Setting.TEAM_SHARE:
            return texts.format.share(terms.team_share)
        case Setting.GATES:
            return texts.plain("terms.gates_of", places=terms.gated)
        case Setting.TABLES:
            return texts.plain("terms.gates_of", places=terms.tabled)


def _of_reminding(texts: Texts, setting: OfReminding, reminding: Reminding) -> str:
    match setting:
        case Setting.WRITING_HOURS:
            return texts.format.hours(reminding.hours)
        case Setting.REMINDER_HOUR:
            return texts.format.clock(reminding.at)
        case Setting.MESSAGES:
            return texts.plain("settings.a_week", budget=reminding.budget)
        case Setting.MISSES:
            return texts.plain("settings.in_a_row", misses=reminding.misses)


def _switch(texts: Texts, *, on: bool) -> str:
    return texts.label("switch.on" if on else "switch.off")
