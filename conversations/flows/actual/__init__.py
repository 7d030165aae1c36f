"""`actual`: values are entered, in one form with everything owed or in one line with several values."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.cards.say import say
from conversations.flows.actual.at_once import at_once
from conversations.flows.actual.barred import check_may_enter
from conversations.flows.actual.begun import as_begun
from conversations.flows.actual.naming import named
from conversations.flows.actual.standing import settled
from conversations.flows.actual.sure import sure
from conversations.flows.actual.values import said_of
from conversations.flows.actual.wanted import Wanted, entry
from conversations.flows.rights import check_may
from conversations.view import Message
from kpi_engine.calendar.impossible import impossible_day
from kpi_engine.commands import EnterActuals
from kpi_engine.errors import Refusal


def actual(ask: Ask) -> Do | Message:
    """Reads the line after the command, or asks for what is owed; what looks like a slip, or stands already, is
    asked back once. What of a line needs no question does not wait for the answer to one.
    """
    words = ask.take_words()
    if wrong := impossible_day(words):
        raise Refusal("no_such_day", said=wrong.said, days=wrong.days)
    check_may(ask, EnterActuals)
    clear, doubts = named(ask, words) if words else (_owed(ask), [])
    check_may_enter(ask, [*clear, *doubts])
    _check(ask, clear)
    if words and (sound := at_once(ask, clear, [doubt.typed for doubt in doubts])):
        return sound
    wanted = [*clear, *(doubt.asked() for doubt in doubts)]
    check_may_enter(ask, wanted)
    _check(ask, wanted)
    answers = said_of(ask, wanted)
    given = [(one, entry(one, sure(ask, one, said))) for one in wanted if (said := answers[one.key])]
    if not given:
        raise Refusal("nothing_given")
    entries = settled(ask, given)
    return Do(EnterActuals(entries)) if entries else say(ask.texts, "actual.kept")


def _owed(ask: Ask) -> list[Wanted]:
    owed = as_begun(ask, [Wanted(one.version, one.period) for one in ask.know.owed()])
    if not owed:
        raise Refusal("nothing_owed")
    return owed


def _check(ask: Ask, wanted: Sequence[Wanted]) -> None:
    twice = next((one for n, one in enumerate(wanted) if one.key in {other.key for other in wanted[:n]}), None)
    if twice:
        raise Refusal("entered_twice", kpi=twice.version.definition.name)
    ask.know.check_open([(one.version.kpi.id, one.period) for one in wanted])
