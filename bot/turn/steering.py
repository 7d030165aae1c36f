"""What is done to an open dialog without answering it: back, skip, cancel, continue, help, hand over."""

from __future__ import annotations

from collections.abc import Mapping

from bot.turn.chat import Chat, Views
from bot.turn.handing import hand_over
from bot.turn.playing import go_on, open_question, present, show
from conversations import talk
from conversations.acts import Steering, act_word, asks_for_help, asks_to_undo, handed_to
from conversations.cards.waiting import begun_as, begun_with, still_open
from conversations.choice_fields import find_option
from conversations.commands import ACTUAL, ENTERING, LINE
from conversations.courtesy import withdrawn
from conversations.explained import asks_back, explanation
from conversations.fields import Field
from conversations.run import Run
from conversations.show import shown
from conversations.view import Act, QuestionKind
from conversations.words import quoted


def steered(chat: Chat, run: Run, values: Mapping[str, str]) -> Views:
    """What comes of one answer alone that is words for an act; nothing where it is an answer."""
    if len(values) != 1:
        return ()
    ((name, text),) = values.items()
    act = act_word(text)
    if act:
        return steer(chat, run, act, name)
    pending = open_question(chat, run)
    if pending and withdrawn(text) and _is_left(pending.asked.fields.get(name or pending.open[0]), run.flow, text):
        return steer(chat, run, Act.CANCEL)
    if pending and (asks_for_help(text) or asks_back(pending, run.flow, text)):
        return (chat.say_of(run, "talk.help_here", about=explanation(chat.texts, pending)), *present(chat, run))
    if asks_to_undo(text):
        return (chat.say_of(run, "talk.undo_here"), *present(chat, run))
    receiver = handed_to(text, chat.world.know.people())
    return hand_over(chat, run, receiver) if receiver else ()


def _is_left(asked: Field | None, flow: str, text: str) -> bool:
    """Whether `never mind` ends the dialog: at a number and while values are entered, unless it is an answer there."""
    if asked is None or find_option(text, asked.options):
        return False
    return asked.kind is QuestionKind.NUMBER or flow in ENTERING


def steer(chat: Chat, run: Run, act: Steering, name: str = "") -> Views:
    """Does the act; `name` is the question that is skipped, the first open one without it."""
    match act:
        case Act.SHOW:
            return show(chat, run)
        case Act.BACK:
            return go_on(chat, run, lambda flow: talk.back(flow, run, chat.world))
        case Act.SKIP:
            return go_on(chat, run, lambda flow: talk.skip(flow, run, chat.world, name))
        case Act.CANCEL:
            return _cancelled(chat, run)


def _cancelled(chat: Chat, run: Run) -> Views:
    """Of a dialog whose question is out of sight it is told which one that was."""
    pending = open_question(chat, run) if run.aside else None
    chat.runs.end(run)
    if pending is None and run.flow == LINE.name and (text := begun_with(run)):
        return (chat.say("talk.not_entered", text=quoted(text)), *_form_behind(chat, run))
    if pending is None:
        return (chat.say_of(run, "talk.cancelled"), *_form_behind(chat, run))
    asked = shown(pending, run, chat.texts).questions[0].label
    said = chat.say("talk.cancelled_aside", flow=begun_as(chat.texts, run), text=quoted(asked))
    return (said, *_form_behind(chat, run))


def _form_behind(chat: Chat, line: Run) -> Views:
    """A line and the form beside it are called by the same command: the form is still there."""
    form = chat.runs.of(ACTUAL.name) if line.flow == LINE.name else None
    return (still_open(chat.texts, form),) if form else ()
