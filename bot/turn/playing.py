"""A dialog is played over its answers, and what comes of it is asked, done or said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from bot.deeds import carry_out
from bot.groups import link_newcomers
from bot.post.outbox import Outbox
from bot.turn.chat import Chat, Views
from conversations import talk
from conversations.ask import Do
from conversations.asking import Pending
from conversations.cards.deed import with_deed
from conversations.cards.done import done_message, texts_after
from conversations.cards.waiting import still_open
from conversations.commands import DAYS, LINE, named
from conversations.run import Run, about_the_rest, in_sight, reopened
from conversations.show import shown
from conversations.talk import Played
from conversations.view import Message
from kpi_engine.commands import Command
from kpi_engine.errors import Refusal
from kpi_engine.model.done import GroupsTaken

Play: TypeAlias = Callable[[talk.Flow], Played]


def show(chat: Chat, run: Run) -> Views:
    """The question at which the dialog stands, or what it comes to now."""
    play = talk.come_back if run.aside else talk.play
    return go_on(chat, run, lambda flow: play(flow, run, chat.world))


def go_on(
    chat: Chat,
    run: Run,
    play: Play,
    come_of: Callable[[Played], Views] | None = None,
    then: Callable[[], Views] | None = None,
) -> Views:
    """Plays the dialog on; one whose command is gone is over, and one that is refused stays where it was.

    `then` brings what is shown behind a refusal, its question unless it says otherwise.
    """
    command = named(run.flow)
    if command is None:
        chat.runs.end(run)
        return (chat.say("talk.gone"),)
    views = come_of or (lambda played: settled(chat, played))
    return chat.or_refused(lambda: views(play(command.flow)), then or (lambda: present(chat, run)))


def settled(chat: Chat, played: Played) -> Views:
    """The next question; or the dialog is over, and what it ends with is done and said.

    Where it goes on with the rest of its words, the question about these comes behind.
    """
    if isinstance(played.result, Pending):
        chat.runs.save(in_sight(played.run))
        return (shown(played.result, played.run, chat.texts),)
    views = _ended(chat, played.result)
    if played.run.flow in DAYS:
        Outbox(chat.work.session, chat.work.actor.company_id, chat.work.now).drop_shown(chat.work.actor.person.id)
    if isinstance(played.result, Do) and played.result.rest:
        return (*views, *_on_with(chat, about_the_rest(played.run, played.result.rest)))
    _let_go(chat, played)
    return (*views, *_still_open(chat, played))


def _on_with(chat: Chat, rest: Run) -> Views:
    """The question about the rest; where that is refused, the dialog is over."""

    def over() -> Views:
        chat.runs.end(rest)
        return ()

    return go_on(chat, rest, lambda flow: talk.play(flow, rest, chat.world), then=over)


def _let_go(chat: Chat, played: Played) -> None:
    """The dialog is over, unless what it did was by the way."""
    if isinstance(played.result, Do) and played.result.reopens:
        chat.runs.save(reopened(played.run, played.result.reopens))
    else:
        chat.runs.end(played.run)


def present(chat: Chat, run: Run) -> Views:
    """The question at which the dialog stands, as far as there is one."""
    pending = open_question(chat, run)
    return (shown(pending, run, chat.texts),) if pending else ()


def open_question(chat: Chat, run: Run) -> Pending | None:
    """The form that waits for answers, without touching the dialog."""
    command = named(run.flow)
    try:
        result = talk.play(command.flow, run, chat.world).result if command else None
    except Refusal:
        return None
    return result if isinstance(result, Pending) else None


def refuses(chat: Chat, run: Run, values: Mapping[str, str]) -> bool:
    """Whether the question would take nothing of these answers, without touching the dialog."""
    command = named(run.flow)
    try:
        return command is not None and talk.answer(command.flow, run, chat.world, values).took_nothing_from(run)
    except Refusal:
        return False


def _ended(chat: Chat, result: Do | Message | tuple[Message, ...]) -> Views:
    match result:
        case Do(command=command):
            return (_done(chat, command),)
        case Message():
            return (result,)
        case tuple():
            return result


def _done(chat: Chat, command: Command) -> Message:
    """What came of it, in the language that the person reads from then on, and the button that takes it back."""
    done = carry_out(command, chat.work)
    chat.look_anew()
    if isinstance(done, GroupsTaken):
        link_newcomers(chat.work, chat.who, done)
    chat.texts = texts_after(chat.texts, done)
    has_groups = chat.world.groups is not None
    message = done_message(chat.texts, done, chat.world.join_link, has_groups=has_groups)
    return with_deed(message, chat.world.know.my_last_deed())


def _still_open(chat: Chat, played: Played) -> Views:
    """Whoever has done something, left a line, or looks at their day, is reminded of the dialog that waits for them.

    So is who is shown something by the command of an open dialog: by what it is called, one goes on with it.
    """
    reminded = isinstance(played.result, Do) or played.run.flow in (*DAYS, LINE.name)
    waiting = chat.runs.front() if reminded else chat.runs.of(played.run.flow)
    return (still_open(chat.texts, waiting),) if waiting and waiting.handed_by is None else ()
