"""What the bot will write to who is talking, and when next: by the functions that the clock obeys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from conversations.ask import Ask
from conversations.cards.remind import Rhythm, Rule, RuleKind
from kpi_engine.calendar.asking import asked_at, next_asking
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.writing import Wishes
from kpi_engine.commands import ClosePeriod
from kpi_engine.model.company import Company
from kpi_engine.model.wishes import misses_told, reminded_at, wishes
from kpi_engine.rights import may


def rhythm(ask: Ask) -> Rhythm:
    """Every rule that will write to them."""
    company = ask.know.company()
    mine = wishes(company, ask.me)
    rules = (*_values(ask, company, mine), *_others(ask, company, mine)) if mine.budget else ()
    deputy = next((one for one in ask.know.people() if one.id == ask.me.deputy_id), None)
    at, misses = reminded_at(company, ask.me), misses_told(company, ask.me)
    return Rhythm(ask.me, mine, at, rules, ask.written(), misses, company.reminding.misses, deputy, ask.now)


def _values(ask: Ask, company: Company, mine: Wishes) -> Iterator[Rule]:
    """The kinds of periods of the KPIs that they enter, from the shortest."""
    every = (version.definition for version in ask.know.kpis())
    kinds = {each.frequency for each in every if each.owner_id == ask.me.id and not each.expression}
    for kind in sorted(kinds, key=lambda each: each.rank):
        when = next_asking(kind, reminded_at(company, ask.me), mine, company.calendar, ask.now)
        yield Rule(RuleKind.VALUES, when, kind)


def _others(ask: Ask, company: Company, mine: Wishes) -> Iterator[Rule]:
    mine_to_do = [one.due for one in ask.know.open_actions() if one.person_id == ask.me.id]
    due = [day for day in mine_to_do if day >= ask.today]
    if due:
        yield Rule(RuleKind.ACTIONS, asked_at(min(due), mine.hours.start, mine, company.calendar))
    yield Rule(RuleKind.NEWS, None)
    if may(ask.me, ClosePeriod):
        yield Rule(RuleKind.BRIEF, _after(ask, company, mine, PeriodKind.WEEK))
        yield Rule(RuleKind.CLOSING, _after(ask, company, mine, PeriodKind.MONTH))


def _after(ask: Ask, company: Company, mine: Wishes, kind: PeriodKind) -> datetime | None:
    """At the beginning of the first day they are there after the last such period or, where that is past, this one."""
    period = company.calendar.holding(ask.today, kind)
    awake = replace(mine, snoozed_until=None)
    for day in (period.start, period.end):
        when = asked_at(day, mine.hours.start, awake, company.calendar)
        if when and when > ask.now:
            return asked_at(day, mine.hours.start, mine, company.calendar)
    return None
