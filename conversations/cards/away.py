"""Who is away, and from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from conversations.cards.say import alone, run_button, say, undo_button
from conversations.texts import Texts
from conversations.view import Button, Message, Run, Table, Text, Tone
from kpi_engine.calendar.presence import Leave
from kpi_engine.model.company import Person
from kpi_engine.model.done import LeaveSet


def away_card(texts: Texts, me: Person, people: Sequence[Person], today: date) -> Message:
    """Everybody's leave that is not over, with what can be done about one's own."""
    rows = [(person, leave) for person in people for leave in _upcoming(person.presence.leave, today)]
    mine = [leave for person, leave in rows if person.id == me.id]
    columns = tuple(texts.label(f"columns.{key}") for key in ("person", "first_day", "last_day"))
    table = Table(columns, tuple(_row(texts, person, leave) for person, leave in rows), "lll")
    buttons = (run_button(texts, "away", "away add"), *(_ending(texts, leave, today) for leave in mine))
    return Message((Text(texts.say("away.card", leaves=len(rows))), table), buttons, only_you=True)


def not_away(texts: Texts, me: Person, person: Person, today: date) -> Message:
    """They can't be back; their leave that is still to come can be cancelled."""
    name, coming = None if person == me else person.name, _upcoming(person.presence.leave, today)
    whose = texts.name(person.name) if name else ""
    buttons = (_cancelling(texts, leave, whose) for leave in coming)
    return alone(say(texts, "away.not_away", *buttons, name=name, coming=coming))


def none_then(texts: Texts, day: date) -> Message:
    """There is no leave on that day that could be cancelled."""
    return alone(say(texts, "away.none_then", day=day))


def leave_message(texts: Texts, done: LeaveSet) -> Message:
    """What was said of somebody's leave, and what of it is to come; in a group to nobody but who said it."""
    return alone(_said(texts, done))


def _said(texts: Texts, done: LeaveSet) -> Message:
    name = None if done.own else done.person.name
    coming = _upcoming(done.person.presence.leave, done.today)
    undo = undo_button(texts)
    new = [leave for leave in done.person.presence.leave if leave not in done.before]
    if new and new[-1].end > done.today:
        return say(texts, "away.set", undo, tone=Tone.SUCCESS, name=name, leave=new[-1])
    if new and not any(leave.start == new[-1].start for leave in done.before):
        return say(texts, "away.was", undo, tone=Tone.SUCCESS, name=name, leave=new[-1])
    now = {leave.start for leave in done.person.presence.leave}
    gone = [leave for leave in done.before if leave.start not in now and leave.start != done.today]
    if gone:
        return say(texts, "away.cancelled", undo, tone=Tone.SUCCESS, name=name, leave=gone[-1], coming=coming)
    return say(texts, "away.back", undo, tone=Tone.SUCCESS, name=name, coming=coming)


def _upcoming(leave: Iterable[Leave], today: date) -> tuple[Leave, ...]:
    return tuple(one for one in leave if one.end > today)


def _row(texts: Texts, person: Person, leave: Leave) -> tuple[str, ...]:
    return texts.name(person.name), texts.format.day(leave.start), texts.format.day(leave.last_day)


def _ending(texts: Texts, leave: Leave, today: date) -> Button:
    if leave.start <= today:
        return run_button(texts, "back_again", "away back")
    return _cancelling(texts, leave)


def _cancelling(texts: Texts, leave: Leave, whose: str = "") -> Button:
    words = " ".join(filter(None, ("away", whose, "remove", str(leave.start))))
    return Button(texts.plain("away.cancel", day=leave.start), Run(words))
