"""What the bot will write to who is talking, and when next: by the functions that the clock obeys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.ask import Ask
from conversations.cards.remind import Rhythm, Rule, RuleKind
from conversations.flows.close.whose import is_open, judged_departments
from kpi_engine.calendar.asking import asked_at, first_asking, next_asking
from kpi_engine.calendar.occasions import Asked, next_occasion
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.writing import NoMore, Wishes, may_write, next_open, week_start
from kpi_engine.commands import ClosePeriod
from kpi_engine.model.company import Company
from kpi_engine.model.wishes import misses_told, reminded_at, wishes
from kpi_engine.rights import may, steps_in

_SOON = timedelta(days=31)
"""As far ahead as anybody is asked again where no day is known on which they are asked."""
_MOST_ANSWERED = 31
"""Askings that are looked through for one to which nobody has answered yet: those of a month of days."""


def rhythm(ask: Ask) -> Rhythm:
    """Every rule that will write to them."""
    company = ask.know.company()
    mine = wishes(company, ask.me)
    next_week = _next_week(ask, company, mine)
    since = next_week or ask.now
    rules = (*_values(ask, company, mine, since), *_others(ask, company, mine, since)) if mine.budget else ()
    told = steps_in(ask.me, ask.know.people())
    resumes = next_open(mine, company.calendar, next_week) if next_week else None
    at, misses = reminded_at(company, ask.me), misses_told(company, ask.me)
    return Rhythm(ask.me, mine, at, rules, ask.written(), misses, company.reminding.misses, told, ask.now, resumes)


def _next_week(ask: Ask, company: Company, mine: Wishes) -> datetime | None:
    """When the week begins for which there are messages again, where this week's are used up."""
    verdict = may_write(mine, company.calendar, ask.written(), ask.now)
    return verdict.until if isinstance(verdict, NoMore) else None


def _values(ask: Ask, company: Company, mine: Wishes, since: datetime) -> Iterator[Rule]:
    """The kinds of periods of the KPIs that they enter, from the shortest; before them what they still owe.

    What was put off before anybody asked for it is asked for then, and not once more.
    """
    every = (version.definition for version in ask.know.kpis())
    kinds = {each.frequency for each in every if each.owner_id == ask.me.id and not each.expression}
    comes = {kind: _asked_next(ask, company, mine, kind, since) for kind in sorted(kinds, key=lambda each: each.rank)}
    first = min((when for when in comes.values() if when), default=since + _SOON)
    asked = Asked(reminded_at(company, ask.me), ask.me.reminders.again, frozenset(kinds))
    soon = next_occasion(asked, mine, company.calendar, since, first)
    owed = _owed_at(ask, mine, soon) if soon and soon < first else set()
    new = {one for one in owed if not _was_asked(ask, mine, one, since)}
    if owed - new:
        yield Rule(RuleKind.AGAIN, soon)
    early = {one.kind for one in new}
    yield from (Rule(RuleKind.VALUES, soon if kind in early else when, kind) for kind, when in comes.items())


def is_asked(ask: Ask, period: Period, now: datetime) -> bool:
    """Whether the moment has come at which they are first asked for that period's values, put off or not."""
    company = ask.know.company()
    when = first_asking(period.last_day, reminded_at(company, ask.me), wishes(company, ask.me), company.calendar)
    return when is not None and when <= now


def _owed_at(ask: Ask, mine: Wishes, when: datetime) -> set[Period]:
    """What they are reminded of at that moment, if nothing more comes in until then."""
    return {one.period for one in ask.know.owed(_day(mine, when)) if is_asked(ask, one.period, when)}


def _asked_next(ask: Ask, company: Company, mine: Wishes, kind: PeriodKind, since: datetime) -> datetime | None:
    """The first asking that has a value of that kind in it, with what is in by now."""
    when: datetime | None = since
    for _ in range(_MOST_ANSWERED):
        when = when and next_asking(kind, reminded_at(company, ask.me), mine, company.calendar, when)
        if when is None or any(one.period.kind is kind for one in ask.know.owed(_day(mine, when))):
            break
    return when


def _was_asked(ask: Ask, mine: Wishes, period: Period, since: datetime) -> bool:
    """Whether its moment is over, and was not in a week in which nothing has been sent."""
    return is_asked(ask, period, since if ask.written() else week_start(ask.now, mine.zone))


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
    if judged_departments(ask):
        yield Rule(RuleKind.CLOSING, _after(company, mine, PeriodKind.MONTH, since, lambda month: is_open(ask, month)))


def _after(
    company: Company,
    mine: Wishes,
    kind: PeriodKind,
    since: datetime,
    is_told: Callable[[Period], bool] = lambda period: True,
) -> datetime | None:
    """At the beginning of the first day they are there after the last such period or, where that is past, this one."""
    period = company.calendar.holding(_day(mine, since), kind)
    for each in (period.previous(), period):
        when = first_asking(each.end, mine.hours.start, mine, company.calendar)
        if when and when > since and is_told(each):
            return asked_at(each.end, mine.hours.start, mine, company.calendar)
    return None


def _day(mine: Wishes, when: datetime) -> date:
    return when.astimezone(ZoneInfo(mine.zone)).date()
