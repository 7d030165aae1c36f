"""What somebody wants otherwise of how the bot writes to them, and who steps in for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from markupsafe import Markup

from conversations.cards.say import alone, run_button, say, undo_button
from conversations.texts import Texts
from conversations.view import Message, Text, Tone
from kpi_engine.model.company import Person
from kpi_engine.model.done import DeputySet, RemindersSet
from kpi_engine.model.reminders import AS_USUAL, Reminders
from kpi_engine.model.wishes import wishes

_WISHES = tuple(field.name for field in fields(Reminders))
_SAID = {"at": "remind.at", "hours": "remind.hours", "budget": "remind.budget", "again": "remind.again"}
"""What is said of a wish that is another one now."""


def reminders_message(texts: Texts, done: RemindersSet) -> Message:
    """What is otherwise from now on."""
    settings = run_button(texts, "remind", "remind")
    if done.person.reminders == done.before:
        return alone(say(texts, "settings.same", settings))
    return Message((Text(_said(texts, done)),), (undo_button(texts), settings), Tone.SUCCESS, only_you=True)


def none_already(texts: Texts) -> Message:
    """Where fewer are asked for than none."""
    buttons = run_button(texts, "wake", "remind on"), run_button(texts, "remind", "remind")
    return alone(say(texts, "remind.none_already", *buttons))


def deputy_message(texts: Texts, done: DeputySet) -> Message:
    """Who steps in, and what that means."""
    name = done.deputy and done.deputy.name
    return say(
        texts,
        "remind.deputy",
        undo_button(texts),
        tone=Tone.SUCCESS,
        name=done.person.name,
        deputy=name,
    )


def names_of(texts: Texts, people: Iterable[Person]) -> str:
    """Who they are, in a row; empty where there is nobody."""
    return texts.names(one.name for one in people)


def _said(texts: Texts, done: RemindersSet) -> Markup:
    """All of it where several wishes are as the company has it again; else the one that is another."""
    before, now, usual = done.before, done.person.reminders, done.company.reminding
    if now.snoozed_until and now.snoozed_until != before.snoozed_until:
        return texts.say("remind.snoozed", until=texts.format.moment(now.snoozed_until, done.person.time_zone))
    changed = [name for name in _WISHES if getattr(now, name) != getattr(before, name)]
    if now == AS_USUAL and len(changed) > 1:
        return texts.say("remind.usual", usual=usual)
    if "hours" in changed and "at" in changed:
        return texts.say("remind.moved", now=now, was=before.at or usual.at)
    if "ladder" in changed:
        return texts.say("remind.ladder", now=now, usual=usual, told=names_of(texts, done.steps_in))
    if _woken(done):
        return texts.say("remind.on_again", now=now, usual=usual)
    macro = next((_SAID[name] for name in changed if name in _SAID), "remind.budget")
    return texts.say(macro, now=now, usual=usual)


def _woken(done: RemindersSet) -> bool:
    """Whether they wanted nothing, for a time or at all, and are written to from now on."""
    before, now = done.before, done.person.reminders
    some = wishes(done.company, done.person).budget
    return bool(some) and (before.budget == 0 != now.budget or before.snoozed_until != now.snoozed_until)
