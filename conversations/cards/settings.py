"""How the company counts and works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from conversations.cards.say import run_button, say, undo_button
from conversations.cards.setting import OfPosts, OfReminding, OfTerms, Setting, Weekday
from conversations.texts import Texts
from conversations.view import Button, Fields, Message, Run, Text, Tone
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.working import next_holiday
from kpi_engine.design.size import is_small
from kpi_engine.model.company import Company, SmallMode
from kpi_engine.model.done import SettingsChanged
from kpi_engine.model.name import Name
from kpi_engine.model.reminders import Reminding
from kpi_engine.model.total import Grading


@dataclass(frozen=True, slots=True)
class TermsNow:
    """What is agreed about totals."""

    grading: Grading
    team_share: Decimal
    gated: Sequence[str]
    """The names of the departments that have gates."""


@dataclass(frozen=True, slots=True)
class Settled:
    """All that can be set, as it is."""

    company: Company
    people: int
    terms: TermsNow
    posted: Sequence[str] = ()
    """The names of the channels in which something is posted."""


def settings_card(texts: Texts, settled: Settled, by: Sequence[Name]) -> Message:
    """Every setting with its value; a button to change each, or `by` whom they are changed."""
    pairs = tuple((texts.member(one), _value(texts, one, settled)) for one in Setting)
    hint = texts.say("settings.read_only", by=by) if by else texts.say("settings.change")
    buttons = () if by else tuple(_button(texts, setting) for setting in Setting)
    return Message((Text(texts.say("settings.title", company=settled.company)), Fields(pairs), Text(hint)), buttons)


def settings_message(texts: Texts, done: SettingsChanged) -> Message:
    """What was changed, and what comes of it."""
    undo, every = undo_button(texts), run_button(texts, "settings", "settings")
    if done.before == done.company:
        return say(texts, "settings.same", every)
    return Message((Text(_told(texts, done)),), (undo, every), Tone.SUCCESS)


def _told(texts: Texts, done: SettingsChanged) -> str:
    before, now = done.before, done.company
    if now.time_zone != before.time_zone:
        return texts.say("settings.time_zone", zone=now.time_zone)
    if now.currency != before.currency:
        return texts.say("settings.currency", currency=texts.format.currency_name(now.currency))
    if now.small != before.small:
        return texts.say("settings.small", mode=now.small)
    if now.reminding != before.reminding:
        return texts.say("settings.reminding", before=before.reminding, now=now.reminding)
    if now.calendar.year_start != before.calendar.year_start:
        return _year(texts, done)
    if now.calendar.country != before.calendar.country:
        country, coming = _country(texts, now), next_holiday(now.calendar, done.today)
        return texts.say("settings.holidays", country=country, coming=coming)
    return texts.say("settings.working_days", days=_days(texts, now))


def _year(texts: Texts, done: SettingsChanged) -> str:
    calendar = done.company.calendar
    months = [texts.format.month((calendar.year_start + 3 * n - 1) % 12 + 1) for n in range(4)]
    quarter, year = (calendar.holding(done.today, kind) for kind in (PeriodKind.QUARTER, PeriodKind.YEAR))
    return texts.say("settings.fiscal_year", months=months, quarter=quarter, year=year)


def _value(texts: Texts, setting: Setting, settled: Settled) -> str:
    company = settled.company
    match setting:
        case Setting.WORKING_DAYS:
            return _days(texts, company)
        case Setting.HOLIDAYS:
            return _country(texts, company) or texts.label("settings.no_holidays")
        case Setting.TIME_ZONE:
            return company.time_zone
        case Setting.CURRENCY:
            return texts.format.currency_name(company.currency)
        case Setting.FISCAL_YEAR:
            return texts.plain("settings.begins", month=texts.format.month(company.calendar.year_start))
        case Setting.PEOPLE_BOARD:
            return _switch(texts, on=company.ranks_people)
        case Setting.SMALL_COMPANY:
            on = _switch(texts, on=is_small(settled.people, company.small))
            return texts.plain("settings.by_size", on=on) if company.small is SmallMode.AUTO else on
        case Setting.WRITING_HOURS | Setting.REMINDER_HOUR | Setting.MESSAGES | Setting.MISSES:
            return _of_reminding(texts, setting, company.reminding)
        case Setting.GRADES | Setting.TEAM_SHARE | Setting.GATES | Setting.POSTS:
            return _of_several(texts, setting, settled)


def _of_several(texts: Texts, setting: OfTerms | OfPosts, settled: Settled) -> str:
    """What is agreed elsewhere, place by place."""
    terms = settled.terms
    match setting:
        case Setting.POSTS:
            return texts.format.list(settled.posted) if settled.posted else texts.label("posts.none")
        case Setting.GRADES:
            return texts.format.list([texts.name(grade.name) for grade in terms.grading.grades])
        case Setting.TEAM_SHARE:
            return texts.format.share(terms.team_share)
        case Setting.GATES:
            return texts.plain("terms.gates_of", places=terms.gated)


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


def _days(texts: Texts, company: Company) -> str:
    return texts.format.list([texts.member(Weekday(str(day))) for day in sorted(company.calendar.weekdays)])


def _country(texts: Texts, company: Company) -> str:
    return texts.format.country(company.calendar.country) if company.calendar.country else ""


def _button(texts: Texts, setting: Setting) -> Button:
    return Button(texts.member(setting), Run(f"settings {texts.member(setting)}"))
