"""What is said while a question is open: an answer, words that steer the dialog, or something else."""

from __future__ import annotations

from collections.abc import Mapping

from bot.turn.beginning import begin
from bot.turn.chat import Chat, Views
from bot.turn.doubting import as_it_stands, no_answer
from bot.turn.playing import Play, go_on, open_question, present, settled, show
from bot.turn.steering import steered
from conversations import talk
from conversations.acts import asks_to_undo
from conversations.asking import Pending
from conversations.cards.waiting import still_open
from conversations.commands import UNDO
from conversations.courtesy import courtesy
from conversations.flows.actual.unnamed import with_name
from conversations.hearing import bare_number, meant_beside
from conversations.run import Run
from conversations.talk import Played
from conversations.value_field import named_field
from conversations.view import Form, QuestionKind


def answered(chat: Chat, run: Run, text: str) -> Views:
    """Typed words: they are for the first open question; `undo` only where that is what one looks at."""
    if run.aside and bare_number(text) and _is_choice(chat, run):
        return show(chat, run)
    if run.aside and asks_to_undo(text):
        return begin(chat, UNDO, "")
    text = as_it_stands(chat, run, {"": text})[""]
    views = steered(chat, run, {"": text}) or no_answer(chat, run, {"": text})
    return views or _taken(chat, run, text, lambda flow: talk.said(flow, run, chat.world, text))


def submitted(chat: Chat, run: Run, values: Mapping[str, str]) -> Views:
    """Answers by the names of their questions, as they were typed."""
    values = as_it_stands(chat, run, values)
    alone = next(iter(values.values())) if len(values) == 1 else ""
    views = steered(chat, run, values) or no_answer(chat, run, values)
    return views or _taken(chat, run, alone, lambda flow: talk.answer(flow, run, chat.world, values))


def chosen(chat: Chat, run: Run, values: Mapping[str, str]) -> Views:
    """Answers by the names of their questions, as they were meant: a button says that they are nothing else."""
    return steered(chat, run, values) or go_on(chat, run, lambda flow: talk.answer(flow, run, chat.world, values))


def _is_choice(chat: Chat, run: Run) -> bool:
    """Whether a number would choose an option: not one of a question that is out of sight."""
    pending = open_question(chat, run)
    return pending is not None and pending.asked.fields[pending.open[0]].kind in _CHOICES


def _taken(chat: Chat, run: Run, text: str, play: Play) -> Views:
    """What the question does not take, but means something by itself, is taken as that, and the dialog waits.

    So are words at a dialog that is refused as it stands, since a period was closed meanwhile: there is no question.
    """

    def come_of(played: Played) -> Views:
        return _otherwise(chat, run, played, text) or settled(chat, played)

    return go_on(chat, run, play, come_of, lambda: present(chat, run) or _beside(chat, run, text))


def _otherwise(chat: Chat, run: Run, played: Played, text: str) -> Views:
    """What comes of words of which the question took nothing: they may name another one of its form."""
    pending = played.result
    if not isinstance(pending, Pending):
        return _over(chat, run, played, text)
    if not played.took_nothing_from(run):
        return ()
    other = named_field(text, pending.asked.fields, pending.open)
    if other is None:
        return _beside(chat, run, with_name(text, run, pending, chat.world))
    if other == pending.open[0]:
        return ()
    return go_on(chat, run, lambda flow: talk.answer(flow, run, chat.world, {other: text}))


def _over(chat: Chat, run: Run, played: Played, text: str) -> Views:
    """A dialog that had no question any more has answered nothing: what was typed is heard after what it came to."""
    meant = meant_beside(text, chat.world.know, chat.world.me, run.flow) if played.run.answers == run.answers else None
    return (*settled(chat, played), *begin(chat, *meant)) if meant else ()


def _beside(chat: Chat, run: Run, text: str) -> Views:
    meant = meant_beside(text, chat.world.know, chat.world.me, run.flow)
    if meant:
        views = begin(chat, *meant)
    elif answer := courtesy(text, asked=True):
        views = (chat.say(answer),)
    else:
        return ()
    said_so = len(views) > 1 or isinstance(views[-1], Form)
    return views if said_so else (*views, still_open(chat.texts, run))


_CHOICES = (QuestionKind.CHOICE, QuestionKind.MANY, QuestionKind.YESNO)
