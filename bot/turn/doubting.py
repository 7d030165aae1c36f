"""Words typed where any would be taken, which are no answer all the same, or may be none."""

from __future__ import annotations

from collections.abc import Mapping

from bot.turn.chat import Chat, Views
from bot.turn.playing import open_question, present, refuses
from conversations import talk
from conversations.asking import Pending
from conversations.cards.waiting import command_or_answer, still_open, value_or_answer
from conversations.commands import ENTERING, JOIN, START, STRATEGY
from conversations.courtesy import courtesy, says_mistyped, says_yes, takes_what_stands
from conversations.explained import IN_OWN_WORDS, takes_own_words
from conversations.fields import Field, Rejected
from conversations.hearing import command_in, reads_like_a_value, reads_like_values
from conversations.left_out import leaves_open, leaves_out
from conversations.run import Run
from kpi_engine.errors import Refusal


def no_answer(chat: Chat, run: Run, values: Mapping[str, str]) -> Views:
    """Courtesy is no answer, nor is yes; and what reads like a value or a command may be none."""
    pending = open_question(chat, run)
    if pending is None or len(values) != 1:
        return ()
    ((name, text),) = values.items()
    name = name or pending.open[0]
    asked = pending.asked.fields.get(name)
    if asked is None or text == pending.drafts.get(name) or not takes_own_words(asked, text):
        return ()
    if run.flow not in ENTERING and says_mistyped(text):
        return chat.say_of(run, "talk.undo_here"), *present(chat, run)
    if leaves_open(asked, text) or leaves_out(asked, text):
        return ()
    return _courteous(chat, run, text) or _doubtful(chat, run, name, text)


def as_it_stands(chat: Chat, run: Run, values: Mapping[str, str]) -> Mapping[str, str]:
    """The one answer, or what is in sight in its field where the words only agree to that: `ok` at a suggestion."""
    ((name, text),) = values.items() if len(values) == 1 else (("", ""),)
    pending = open_question(chat, run) if takes_what_stands(text) and not run.aside else None
    if pending is None or pending.rejected:
        return values
    question = name or pending.open[0]
    asked, standing = pending.asked.fields.get(question), pending.drafts.get(question)
    return {name: standing} if asked and standing and _is_no_answer(chat, asked, text) else values


def _is_no_answer(chat: Chat, asked: Field, text: str) -> bool:
    return takes_own_words(asked, text) or isinstance(asked.read(text, chat.world.today), Rejected)


def _courteous(chat: Chat, run: Run, text: str) -> Views:
    if answer := courtesy(text, asked=True):
        return chat.say(answer), still_open(chat.texts, run)
    return (chat.say("talk.yes_to_words"), *present(chat, run)) if says_yes(text) else ()


def _doubtful(chat: Chat, run: Run, name: str, text: str) -> Views:
    if run.flow not in ENTERING and _reads_like_values(chat, run, text):
        return () if refuses(chat, run, {name: text}) else (value_or_answer(chat.texts, run, name, text),)
    return (command_or_answer(chat.texts, run, name, text),) if _reads_like_a_command(chat, text) else ()


def _reads_like_values(chat: Chat, run: Run, text: str) -> bool:
    """Goals have numbers: there only a value alone is one."""
    about = text, chat.world.know, chat.world.me
    return reads_like_a_value(*about) or (run.flow not in IN_OWN_WORDS and reads_like_values(*about))


def _reads_like_a_command(chat: Chat, text: str) -> bool:
    """Whether a command would know what to do with all of the words: "close the deal" is a goal."""
    command, words = command_in(text) or (None, "")
    if command is None or (words and command in _TAKES_ANYTHING):
        return False
    try:
        played = talk.play(command.flow, Run("", command.name, words), chat.world)
    except Refusal as refusal:
        return refusal.key not in _NOT_ITS_WORDS
    if isinstance(played.result, Pending) and not played.run.answers:
        return all(wrong.key != "choice_unknown" for wrong in played.result.rejected.values())
    return True


_TAKES_ANYTHING = (START, STRATEGY, JOIN)
"""Their words are names, goals and codes, so that any would do."""
_NOT_ITS_WORDS = frozenset({"nothing_called", "words_left", "no_command", "no_file", "line_unread"})
"""Why a command refuses words that were not meant for it."""
