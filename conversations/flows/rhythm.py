"""What the bot will write to who is talking, and when next: by the functions that the clock obeys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.ask import Ask
from conversations.cards.remind import Rhythm, Rule, RuleKind
from kpi_engine.calendar.asking import asked_at, next_asking
from kpi_engine.calendar.occasions import Asked, next_occasion
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.writing import NoMore, Wishes, may_write, next_open
from kpi_engine.commands import ClosePeriod
from kpi_engine.model.company import Company
from kpi_engine.model.wishes import misses_told, reminded_at, wishes
from kpi_engine.rights import may

_SOON = timedelta(days=31)
"""As far ahead as anybody is asked again where no day is known on which they are asked."""


def rhythm(ask: Ask) -> Rhythm:
    """Every rule that will write to them."""
    company = ask.know.company()
    mine = wishes(company, ask.me)
    next_week = _next_week(ask, company, mine)
    since = next_week or ask.now
    rules = (*_values(ask, company, mine, since), *_others(ask, company, mine, since)) if mine.budget else ()
    deputy = next((one for one in ask.know.people() if one.id == ask.me.deputy_id), None)
    resumes = next_open(mine, company.calendar, next_week) if next_week else None
    at, misses = reminded_at(company, ask.me), misses_told(company, ask.me)
    return Rhythm(ask.me, mine, at, rules, ask.written(), misses, company.reminding.misses, deputy, ask.now, resumes)


def _next_week(ask: Ask, company: Company, mine: Wishes) -> datetime | None:
    """When the week begins for which there are messages again, where this week's are used up."""
    verdict = may_write(mine, company.calendar, ask.written(), ask.now)
    return verdict.until if isinstance(verdict, NoMore) else None


def _values(ask: Ask, company: Company, mine: Wishes, since: datetime) -> Iterator[Rule]:
    """The kinds of periods of the KPIs that they enter, from the shortest; before them what is still owed."""
    every = (version.definition for version in ask.know.kpis())
    kinds = {each.frequency for each in every if each.owner_id == ask.me.id and not each.expression}
    at = reminded_at(company, ask.me)
    rules = [
        Rule(RuleKind.VALUES, next_asking(kind, at, mine, company.calendar, since), kind)
        for kind in sorted(kinds, key=lambda each: each.rank)
    ]
    asked = Asked(at, ask.me.reminders.again, frozenset(kinds))
    first = min((rule.when for rule in rules if rule.when), default=since + _SOON)
    again = next_occasion(asked, mine, company.calendar, since, first)
    if again and again < first and ask.know.owed():
        yield Rule(RuleKind.AGAIN, again)
    yield from rules


def _others(ask: Ask, company: Company, mine: Wishes, since: datetime) -> Iterator[Rule]:
    mine_to_do = sorted({one.due for one in ask.know.open_actions() if one.person_id == ask.me.id})
    moments = (asked_at(day, mine.hours.start, mine, company.calendar) for day in mine_to_do)
    due = next((when for when in moments if when and when > since), None)
    if due:
        yield Rule(RuleKind.ACTIONS, due)
    yield Rule(RuleKind.NEWS, None)
    if may(ask.me, ClosePeriod):
        yield from _leading(ask, company, mine, since)
    elif any(one.deputy_id == ask.me.id for one in ask.know.people()):
        yield Rule(RuleKind.HANDS, _after(company, mine, PeriodKind.WEEK, since))


def _leading(ask: Ask, company: Company, mine: Wishes, since: datetime) -> Iterator[Rule]:
    yield Rule(RuleKind.LEFT_OPEN, None)
    if ask.know.kpis():
        yield Rule(RuleKind.BRIEF, _after(company, mine, PeriodKind.WEEK, since))
        yield Rule(RuleKind.CLOSING, _after(company, mine, PeriodKind.MONTH, since))


def _after(company: Company, mine: Wishes, kind: PeriodKind, since: datetime) -> datetime | None:
    """At the beginning of the first day they are there after the last such period or, where that is past, this one."""
    period = company.calendar.holding(since.astimezone(ZoneInfo(mine.zone)).date(), kind)
    awake = replace(mine, snoozed_until=None)
    for day in (period.start, period.end):
        when = asked_at(day, mine.hours.start, awake, company.calendar)
        if when and when > since:
            return asked_at(day, mine.hours.start, mine, company.calendar)
    return None
