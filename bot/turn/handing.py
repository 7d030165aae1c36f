"""A dialog goes from one person to another: to whoever may run its command as well."""

from __future__ import annotations

from dataclasses import replace

from bot.turn.beginning import begin
from bot.turn.chat import Chat, Views
from bot.turn.playing import present, show
from conversations import talk
from conversations.cards.waiting import handed_to_you, handed_waits
from conversations.commands import MY_DAY, named
from conversations.hearing import meant_by_words
from conversations.run import Run
from conversations.view import Form
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person
from kpi_engine.reader.reader import Reader


def hand_over(chat: Chat, run: Run, receiver: Person) -> Views:
    """Gives the dialog away; whoever has it hears of it when they come."""

    def handed() -> Views:
        chat.runs.hand_over(run, receiver.id)
        _check_may_take(chat, run, receiver)
        return (chat.say_of(run, "talk.handed_over", name=receiver.name),)

    return chat.or_refused(handed, lambda: present(chat, run))


def received(chat: Chat, run: Run, text: str) -> Views:
    """Nothing answers a question that whoever has the dialog now has not seen yet."""
    meant = meant_by_words(text, chat.world.know, chat.world.me)
    if meant and meant[0].name not in (MY_DAY.name, run.flow):
        return begin(chat, *meant)
    return (handed_to_you(chat.texts, run, chat.world.know.everybody()), *show(chat, run))


def handed_unseen(chat: Chat, views: Views) -> Views:
    """Whoever was handed a dialog hears of it until they see its question."""
    front = chat.runs.front()
    if front is None or front.handed_by is None or any(isinstance(view, Form) for view in views):
        return ()
    return (handed_waits(chat.texts, front, chat.world.know.everybody()),)


def _check_may_take(chat: Chat, run: Run, receiver: Person) -> None:
    """Refusal("may_not_take", person) where the dialog would refuse the receiver: it would only be in their way."""
    command = named(run.flow)
    know = Reader(chat.work.session, replace(chat.work.actor, person=receiver), chat.world.today)
    try:
        if command:
            talk.play(command.flow, run, replace(chat.world, know=know, me=receiver))
    except Refusal as refusal:
        if refusal.key in _NOT_ALLOWED:
            raise Refusal("may_not_take", person=receiver.name) from refusal


_NOT_ALLOWED = frozenset({"not_allowed", "may_not_enter"})
"""The keys of refusals that have to do with rights."""
