"""Which dialog or command an event is for."""

from __future__ import annotations

from collections.abc import Callable

from bot.dropped import words_of
from bot.turn.answering import answered, chosen, submitted
from bot.turn.beginning import begin
from bot.turn.chat import Chat, Views
from bot.turn.handing import handed_unseen, received
from bot.turn.playing import show
from bot.turn.steering import steer
from conversations.acts import act_word
from conversations.commands import IMPORT, MY_DAY
from conversations.courtesy import courtesy
from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.hearing import commanded, finished, meant_by_command, meant_by_words
from conversations.just_entered import put_right, which_card
from conversations.lost import lost_card
from conversations.run import Run
from conversations.view import Act, Action, Form, Message
from conversations.view import Run as RunWords
from conversations.view import Turn as TurnAction
from conversations.words import printable


def handle(chat: Chat, event: Event) -> Views:
    """What the person is to be shown."""
    views = _heard(chat, event)
    views = (*views, *handed_unseen(chat, views))
    chat.runs.put_aside({view.run for view in views if isinstance(view, Form)})
    return views


def _heard(chat: Chat, event: Event) -> Views:
    match event:
        case Said(text=text):
            return chat.or_refused(lambda: _said(chat, printable(text).strip()))
        case Pressed(action=action):
            return _pressed(chat, action)
        case Submitted(run=id, turn=turn, values=values):
            return _in_run(chat, id, turn, Act.ANSWER, lambda run: submitted(chat, run, values))
        case Dropped():
            return chat.or_refused(lambda: _dropped(chat, event))


def _pressed(chat: Chat, action: Action) -> Views:
    match action:
        case RunWords(words=words):
            return chat.or_refused(lambda: _commanded(chat, printable(words).strip()))
        case TurnAction(run=id, turn=turn, act=act, key=key, value=value):
            return _in_run(chat, id, turn, act, lambda run: _acted(chat, run, act, key, value))


def _dropped(chat: Chat, event: Dropped) -> Views:
    """A file takes the place of one that still waits to be confirmed."""
    words = words_of(event, chat.world)
    if isinstance(words, Message):
        return (words,)
    if present := chat.runs.of(IMPORT.name):
        chat.runs.end(present)
    return begin(chat, IMPORT, words)


def _said(chat: Chat, text: str) -> Views:
    words, front = commanded(text), chat.runs.front()
    if front and front.handed_by is not None and (words is None or act_word(words)):
        return received(chat, front, text)
    if words is not None:
        return _commanded(chat, words)
    if front:
        return answered(chat, front, text)
    meant = meant_by_words(text, chat.world.know, chat.world.me)
    return begin(chat, *meant) if meant else _not_understood(chat, text)


def _commanded(chat: Chat, words: str) -> Views:
    front, act = chat.runs.front(), act_word(words)
    if front and act:
        return steer(chat, front, act)
    return begin(chat, *meant_by_command(words, chat.world.know, chat.world.me))


def _not_understood(chat: Chat, text: str) -> Views:
    if act_word(text):
        return (chat.say("talk.nothing_open"),)
    if finished(text) or not chat.world.know.departments():
        return begin(chat, MY_DAY, "")
    if answer := courtesy(text):
        return (chat.say(answer),)
    if meant := put_right(text, chat.world.know):
        return (which_card(chat.texts, meant),)
    return (lost_card(chat.texts, text, chat.world.know, chat.world.me, chat.world.today),)


def _acted(chat: Chat, run: Run, act: Act, key: str, value: str) -> Views:
    return chosen(chat, run, {key: value}) if act is Act.ANSWER else steer(chat, run, act, key)


def _in_run(chat: Chat, id: str, turn: int, act: Act, do: Callable[[Run], Views]) -> Views:
    """Of a dialog that is gone or has gone on since, the person is told so, and nothing is done."""
    run = chat.runs.get(printable(id))
    if run is None:
        return (chat.say("talk.gone"),)
    if turn != run.turn and act is not Act.SHOW:
        return (chat.say("talk.stale"), *show(chat, run))
    return do(run)
