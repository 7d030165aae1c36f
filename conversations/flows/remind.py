"""`remind`: what the bot will write to somebody by itself and when, and how they change that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from decimal import Decimal
from types import MappingProxyType

from conversations.ask import Ask, Do
from conversations.cards.remind import remind_card
from conversations.cards.wished import none_already
from conversations.count_field import CountField
from conversations.fields import Taken
from conversations.flows.rhythm import rhythm
from conversations.forms import clock, count, form, hours
from conversations.view import Message
from conversations.words import first_word
from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.times import read_hours, read_time
from kpi_engine.commands import SetReminders, SnoozeReminders
from kpi_engine.errors import Refusal
from kpi_engine.model.reminders import AS_USUAL, MOST_A_WEEK, Reminders, Snooze
from kpi_engine.model.wishes import reminded_at, wishes

SWITCHES = {"on": True, "yes": True, "off": False, "no": False, "开": True, "开启": True, "关": False, "关闭": False}
ON = ("on", "now", "wake", "resume", "继续", "恢复提醒", "开", "开启", "打开")
FEWER = ("fewer", "less", "少些", "少一些", "少点", "少一点", "少发些", "少发点", "少发一些", "少发一点")
SNOOZES: Mapping[str, Snooze] = MappingProxyType(
    {
        "": Snooze.HOUR,
        "1h": Snooze.HOUR,
        "1 h": Snooze.HOUR,
        "1 hour": Snooze.HOUR,
        "an hour": Snooze.HOUR,
        "一小时": Snooze.HOUR,
        "1小时": Snooze.HOUR,
        "tomorrow": Snooze.TOMORROW,
        "until tomorrow": Snooze.TOMORROW,
        "明天": Snooze.TOMORROW,
        "next working day": Snooze.WORKING_DAY,
        "working day": Snooze.WORKING_DAY,
        "下个工作日": Snooze.WORKING_DAY,
    }
)
"""What may stand behind `snooze`."""


@form
class ReminderHour:
    """When values are asked for."""

    at: time = clock()


@form
class ReminderHours:
    """Between which hours one may be written to."""

    hours: Hours = hours()


@form
class ReminderBudget:
    """How many messages a week are enough."""

    budget: Decimal = count(least=0, most=MOST_A_WEEK)


def remind(ask: Ask) -> Do | Message:
    """Without words what is set; `remind 17:30`, `remind snooze tomorrow`, `remind second off`, `remind fewer`."""
    words = ask.take_words()
    if not words:
        return remind_card(ask.texts, rhythm(ask))
    first, rest = first_word(words)
    word = first.casefold()
    if word in ("snooze", "later", "稍后"):
        return Do(SnoozeReminders(_snooze(rest)))
    if word in FEWER and not _budget(ask):
        return none_already(ask.texts)
    wanted = _bare(ask, words) or _wanted(ask, word, rest)
    if wanted is None:
        raise Refusal("words_left", words=words)
    return Do(SetReminders(wanted))


def _bare(ask: Ask, words: str) -> Reminders | None:
    """What a time, hours or a number of messages change by themselves: `17:30`, `9-18`, `三条`, `off`."""
    mine = ask.me.reminders
    if at := read_time(words):
        return replace(mine, at=at)
    if between := read_hours(words):
        return _between(ask, between)
    match CountField(least=Decimal(0), most=Decimal(MOST_A_WEEK)).read(words, ask.today):
        case Taken(value=Decimal() as budget):
            return replace(mine, budget=int(budget))
        case _:
            return None


def _wanted(ask: Ask, word: str, rest: str) -> Reminders | None:
    """What the words after the first change; None where it names nothing."""
    mine = ask.me.reminders
    if word in FEWER:
        return replace(mine, budget=_budget(ask) // 2)
    if word in ON:
        return replace(mine, snoozed_until=None, budget=_some(ask))
    match word:
        case "at" | "hour" | "时间":
            return replace(mine, at=ask(ReminderHour, given=_given("at", rest)).at)
        case "hours" | "时段":
            return _between(ask, ask(ReminderHours, given=_given("hours", rest)).hours)
        case "week" | "budget" | "每周":
            return replace(mine, budget=int(ask(ReminderBudget, given=_given("budget", rest)).budget))
        case "second" | "再次":
            return replace(mine, again=_switch(rest))
        case "ladder" | "代办":
            return replace(mine, ladder=_switch(rest))
        case "usual" | "reset" | "恢复" | "默认" | "恢复默认":
            return AS_USUAL
        case _:
            return None


def _between(ask: Ask, between: Hours) -> Reminders:
    """Those hours; values are asked for within them, and at the same time as before where that can be."""
    mine, at = ask.me.reminders, reminded_at(ask.know.company(), ask.me)
    inside = between.nearest(at)
    return replace(mine, hours=between, at=mine.at if inside == at else inside)


def _budget(ask: Ask) -> int:
    return wishes(ask.know.company(), ask.me).budget


def _some(ask: Ask) -> int | None:
    """How many a week of who wants to be written to: as they have it, or else the company; asked where that is none."""
    mine = ask.me.reminders.budget or None
    if mine or ask.know.company().reminding.budget:
        return mine
    return int(ask(ReminderBudget).budget)


def _switch(words: str) -> bool:
    """On, where nothing else is said."""
    if not words:
        return True
    if words.casefold() not in SWITCHES:
        raise Refusal("words_left", words=words)
    return SWITCHES[words.casefold()]


def _snooze(words: str) -> Snooze:
    said = " ".join(words.casefold().split())
    if said not in SNOOZES:
        raise Refusal("snooze_unknown", words=words)
    return SNOOZES[said]


def _given(field: str, value: str) -> dict[str, str]:
    return {field: value} if value else {}
