"""A command begins a dialog, or leads back to the one that is open."""

from __future__ import annotations

from dataclasses import replace

from bot.turn.chat import Chat, Views
from bot.turn.playing import settled, show
from conversations import talk
from conversations.ask import Do
from conversations.asking import Pending
from conversations.cards.waiting import begun_as, handed_to_you
from conversations.commands import ACTUAL, IMPORT, LINE, Command
from conversations.explained import IN_OWN_WORDS
from conversations.run import Run
from conversations.talk import Played
from conversations.words import quoted


def begin(chat: Chat, command: Command, words: str) -> Views:
    """A new dialog, unless one of the same command is open and this one would have to ask as well."""
    command = LINE if command is ACTUAL and words else command
    new = Run(chat.new_id(), command.name, words, begun="" if command is IMPORT else quoted(words))
    played = talk.play(command.flow, new, chat.world)
    present = chat.runs.of(command.name)
    if present is None or not _asks(played):
        return settled(chat, played)
    if _has_nothing_to_ask(chat, command, present):
        return settled(chat, _in_place_of(present, played))
    if _gives_way(present, new):
        return (
            chat.say("talk.left", text=begun_as(chat.texts, present)),
            *settled(chat, _in_place_of(present, played)),
        )
    return (*_first(chat, present, words), *show(chat, present))


def _asks(played: Played) -> bool:
    """Whether it has a question, be it only about a part of the words."""
    result = played.result
    return isinstance(result, Pending) or (isinstance(result, Do) and bool(result.rest))


def _has_nothing_to_ask(chat: Chat, command: Command, present: Run) -> bool:
    """Whether nothing was answered yet, and its question holds no more: that of `undo` once something else was done."""
    return not present.turns and not _asks(talk.play(command.flow, present, chat.world))


def _gives_way(present: Run, new: Run) -> bool:
    """Whether what was typed says something else than the open dialog is about: that is left for it.

    A conversation of many answers is not: it is shown as it stands, and only `cancel` leaves it.
    """
    something_else = new.begun not in ("", present.begun)
    return something_else and present.flow not in IN_OWN_WORDS and present.handed_by is None


def _in_place_of(present: Run, played: Played) -> Played:
    """Buttons of the dialog that was left are stale in the one that has its place."""
    return replace(played, run=replace(played.run, id=present.id, turn=present.turn + 1))


def _first(chat: Chat, present: Run, words: str) -> Views:
    """Why the open dialog is shown, if that is not what was asked for."""
    if present.handed_by is not None:
        return (handed_to_you(chat.texts, present, chat.world.know.everybody()),)
    return (chat.say_of(present, "talk.finish_first"),) if words else ()
