"""What somebody wants otherwise of how the bot writes to them, and who steps in for them."""

from __future__ import annotations

from conversations.cards.say import run_button, say, undo_button
from conversations.texts import Texts
from conversations.view import Message, Tone
from kpi_engine.model.done import DeputySet, RemindersSet
from kpi_engine.model.reminders import AS_USUAL

_SAID = {
    "at": "remind.at",
    "hours": "remind.hours",
    "budget": "remind.budget",
    "again": "remind.again",
    "ladder": "remind.ladder",
}
"""What is said of a wish that is another one now."""


def reminders_message(texts: Texts, done: RemindersSet) -> Message:
    """What is otherwise from now on."""
    before, now, zone = done.before, done.person.reminders, done.person.time_zone
    buttons = undo_button(texts), run_button(texts, "remind", "remind")
    if now == before:
        return say(texts, "settings.same", buttons[1])
    if now.snoozed_until and now.snoozed_until != before.snoozed_until:
        until = texts.format.moment(now.snoozed_until, zone)
        return say(texts, "remind.snoozed", *buttons, tone=Tone.SUCCESS, until=until)
    if now == AS_USUAL:
        return say(texts, "remind.usual", *buttons, tone=Tone.SUCCESS, usual=done.company.reminding)
    changed = (said for name, said in _SAID.items() if getattr(now, name) != getattr(before, name))
    if now.hours != before.hours and now.at != before.at:
        was = before.at or done.company.reminding.at
        return say(texts, "remind.moved", *buttons, tone=Tone.SUCCESS, now=now, was=was)
    macro = "remind.on_again" if _woken(done) else next(changed, "remind.budget")
    return say(texts, macro, *buttons, tone=Tone.SUCCESS, now=now, usual=done.company.reminding)


def none_already(texts: Texts) -> Message:
    """Where fewer are asked for than none."""
    return say(
        texts, "remind.none_already", run_button(texts, "wake", "remind on"), run_button(texts, "remind", "remind")
    )


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


def _woken(done: RemindersSet) -> bool:
    """Whether they wanted nothing, for a time or at all, and are written to from now on."""
    before, now = done.before, done.person.reminders
    some = done.company.reminding.budget if now.budget is None else now.budget
    return bool(some) and (before.budget == 0 != now.budget or before.snoozed_until != now.snoozed_until)
