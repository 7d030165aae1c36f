"""`actual`: values are entered, in one form with everything owed or in one line with several values."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.flows.actual.naming import named
from conversations.flows.actual.sure import sure
from conversations.flows.actual.values import said_of
from conversations.flows.actual.wanted import Wanted
from conversations.flows.rights import check_may
from kpi_engine.commands import EnterActuals, Entry
from kpi_engine.errors import Refusal
from kpi_engine.intake.said import Said


def actual(ask: Ask) -> Do:
    """Reads the line after the command, or asks for what is owed; what looks like a slip is asked back, once."""
    words = ask.take_words()
    check_may(ask, EnterActuals)
    wanted = named(ask, words) if words else _owed(ask)
    check_may(ask, EnterActuals, *(one.place for one in wanted))
    answers = said_of(ask, wanted)
    entries = [_entry(one, sure(ask, one, said)) for one in wanted if (said := answers[one.key])]
    if not entries:
        raise Refusal("nothing_given")
    return Do(EnterActuals(tuple(entries)))


def _owed(ask: Ask) -> list[Wanted]:
    owed = [Wanted(one.version, one.period) for one in ask.know.owed()]
    if not owed:
        raise Refusal("nothing_owed")
    return owed


def _entry(one: Wanted, said: Said) -> Entry:
    reading = said.read.reading if said.read else None
    return Entry(one.version.kpi.id, one.period, said.state, reading, note=said.note or one.note)
