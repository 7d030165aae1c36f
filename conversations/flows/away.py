"""`away`: when somebody is on leave, said by themselves or by their head."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.cards.away import away_card, none_then, not_away
from conversations.flows.people import the_only
from conversations.flows.rights import check_may
from conversations.forms import away as days_away
from conversations.forms import form
from conversations.view import Message, Text
from conversations.words import first_word
from kpi_engine.calendar.away import Said, back, read_away, with_leave, without
from kpi_engine.calendar.dates import read_date
from kpi_engine.calendar.words import plain
from kpi_engine.commands import SetLeave
from kpi_engine.design.match import first_names
from kpi_engine.model.company import Person
from kpi_engine.rights import leave_place, may

ADD = ("add", "new", "添加", "新增")
REMOVE = ("remove", "delete", "删除", "取消")
BACK = ("back", "i'm back", "im back", "i am back", "is back", "回来", "回来了", "我回来了", "销假", "已回来")


@form
class Away:
    """The days of a leave."""

    days: Said = days_away()


def away(ask: Ask) -> Do | Message:
    """Shows who is away when; `until Wed` says so, `back` ends it, `remove 24 Dec` cancels it; of another by name."""
    person, words = _whose(ask, ask.take_words())
    check_may(ask, SetLeave, leave_place(person, ask.know.people()))
    first, rest = first_word(words)
    if plain(words) in BACK:
        return _back(ask, person)
    if first.casefold() in REMOVE:
        return _removed(ask, person, rest)
    if first.casefold() in ADD:
        return _said(ask, person, rest)
    away_now = tuple(one for one in (person, *_others(ask)) if any(each.end > ask.today for each in one.presence.leave))
    return away_card(ask.texts, ask.me, away_now, ask.today) if away_now and not words else _said(ask, person, words)


def _said(ask: Ask, person: Person, words: str) -> Do:
    intro = () if person.id == ask.me.id else (Text(ask.texts.say("away.whose", name=person.name)),)
    said = ask(Away, f"away:{person.id}", given={"days": words} if words else {}, intro=intro).days
    return Do(SetLeave(person.id, with_leave(person.presence.leave, said, ask.today)))


def _back(ask: Ask, person: Person) -> Do | Message:
    now = back(person.presence.leave, ask.today)
    if now == person.presence.leave:
        return not_away(ask.texts, ask.me, person, ask.today)
    return Do(SetLeave(person.id, now))


def _whose(ask: Ask, words: str) -> tuple[Person, str]:
    """The person whose name the words begin with, and the rest; else who is talking. Days are no first name: May."""
    said = words.lstrip("@")
    full = [(name, one) for one in ask.know.people() for name in {one.name.en, one.name.zh} if _begins(said, name)]
    first = [(name, one) for one in ask.know.people() for name in first_names(one.name) if _begins(said, name)]
    named = full or ([] if read_away(said, ask.today) else first)
    longest = max((len(name) for name, _ in named), default=0)
    found = {one.id: one for name, one in named if len(name) == longest}
    person = the_only(said[:longest], list(found.values()))
    return (person, said[longest:].strip(" ,，:：")) if person else (ask.me, words)


def _begins(words: str, name: str) -> bool:
    after = words[len(name) : len(name) + 1]
    ends = not (after.isascii() and after.isalnum() and name[-1:].isascii())
    return words.casefold().startswith(name.casefold()) and ends


def _removed(ask: Ask, person: Person, words: str) -> Do | Message:
    day = read_date(words, ask.today) or ask.today
    now = without(person.presence.leave, day)
    if now == person.presence.leave:
        return none_then(ask.texts, day)
    return Do(SetLeave(person.id, now))


def _others(ask: Ask) -> tuple[Person, ...]:
    """The people whose leave one may set."""
    people = tuple(ask.know.people())
    return tuple(one for one in people if one.id != ask.me.id and may(ask.me, SetLeave, leave_place(one, people)))
