"""One event of one person: which dialog or command it is for, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.deeds import carry_out
from bot.handing import check_may_take
from bot.runs import Runs
from conversations import talk
from conversations.acts import act_word, asks_for_help, handed_to
from conversations.ask import Do, World
from conversations.asking import Pending
from conversations.cards.done import done_message, texts_after
from conversations.cards.say import refused, say
from conversations.cards.waiting import called, handed_to_you, handed_waits, still_open
from conversations.commands import ACTUAL, MY_DAY, Command, named
from conversations.event import Event, Pressed, Said, Submitted
from conversations.hearing import bare_number, commanded, meant_beside, meant_by_command, meant_by_words, thanks
from conversations.lost import lost_card
from conversations.run import Run, in_sight, reopened
from conversations.show import shown
from conversations.talk import Played
from conversations.value_field import named_field
from conversations.view import Act, Action, Form, Message, QuestionKind, View
from conversations.view import Run as RunWords
from conversations.view import Turn as TurnAction
from conversations.words import printable, quoted
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person
from kpi_engine.store.work import Work

Views = Sequence[View]


class Turn:
    """Handles one event inside the transaction that the loop has opened."""

    def __init__(self, world: World, work: Work, runs: Runs, new_id: Callable[[], str]) -> None:
        self._world = world
        self._texts = world.texts
        self._work = work
        self._runs = runs
        self._new_id = new_id

    def handle(self, event: Event) -> Views:
        """What the person is to be shown."""
        views = self._handled(event)
        views = (*views, *self._handed_unseen(views))
        self._runs.put_aside({view.run for view in views if isinstance(view, Form)})
        return views

    def _handled(self, event: Event) -> Views:
        match event:
            case Said(text=text):
                return self._refusable(None, lambda: self._said(printable(text).strip()))
            case Pressed(action=action):
                return self._pressed(action)
            case Submitted(run=run, turn=turn, values=values):
                return self._in_run(run, turn, Act.ANSWER, values)

    def _pressed(self, action: Action) -> Views:
        match action:
            case RunWords(words=words):
                return self._refusable(None, lambda: self._commanded(printable(words).strip()))
            case TurnAction(run=run, turn=turn, act=act, key=key, value=value):
                return self._in_run(run, turn, act, {key: value})

    def _said(self, text: str) -> Views:
        words, front = commanded(text), self._runs.front()
        if front and front.handed_by is not None and (words is None or act_word(words)):
            return self._received(front, text)
        if words is not None:
            return self._commanded(words)
        if front:
            return self._answered(front, text)
        meant = meant_by_words(text, self._world.know, self._world.me)
        if meant:
            return self._begin(*meant)
        return self._not_understood(text)

    def _received(self, run: Run, text: str) -> Views:
        """Nothing answers a question that whoever has the dialog now has not seen yet."""
        meant = meant_by_words(text, self._world.know, self._world.me)
        if meant and meant[0].name not in (MY_DAY.name, run.flow):
            return self._begin(*meant)
        return (handed_to_you(self._texts, run, self._world.know.everybody()), *self._show(run))

    def _answered(self, run: Run, text: str) -> Views:
        if run.aside and bare_number(text) and self._is_choice(run):
            return self._show(run)
        steered = self._steered(run, {"": text})
        return steered or self._taken(run, text, lambda flow: talk.said(flow, run, self._world, text))

    def _submitted(self, run: Run, values: Mapping[str, str]) -> Views:
        steered = self._steered(run, values)
        return steered or self._taken(run, _alone(values), lambda flow: talk.answer(flow, run, self._world, values))

    def _taken(self, run: Run, text: str, play: Callable[[talk.Flow], Played]) -> Views:
        """What the question does not take, but means something by itself, is taken as that, and the dialog waits."""

        def settled(played: Played) -> Views:
            pending = played.result
            if not isinstance(pending, Pending) or not played.took_nothing_from(run):
                return self._settled(played)
            other = named_field(text, pending.asked.fields, pending.open)
            if other == pending.open[0]:
                return self._settled(played)
            if other:
                return self._played(run, lambda flow: talk.answer(flow, run, self._world, {other: text}))
            return self._beside(run, text) or self._settled(played)

        return self._played(run, play, settled)

    def _beside(self, run: Run, text: str) -> Views:
        meant = meant_beside(text, self._world.know, self._world.me, run.flow)
        if meant:
            views = self._begin(*meant)
        elif thanks(text):
            views = (say(self._texts, "talk.thanks"),)
        else:
            return ()
        said_so = len(views) > 1 or isinstance(views[-1], Form)
        return views if said_so else (*views, still_open(self._texts, run))

    def _steered(self, run: Run, values: Mapping[str, str]) -> Views:
        """One answer alone may be words that stand for an act; nothing where it is an answer."""
        text = _alone(values)
        act = act_word(text)
        if act:
            return self._act(run, act, values)
        if asks_for_help(text):
            return (say(self._texts, "talk.help_here", flow=called(self._texts, run)), *self._present(run))
        receiver = handed_to(text, self._world.know.people())
        return self._refusable(run, lambda: self._hand_over(run, receiver)) if receiver else ()

    def _not_understood(self, text: str) -> Views:
        if act_word(text):
            return (say(self._texts, "talk.nothing_open"),)
        if not self._world.know.departments():
            return self._begin(MY_DAY, "")
        if thanks(text):
            return (say(self._texts, "talk.thanks"),)
        return (lost_card(self._texts, text, self._world.know, self._world.me, self._world.today),)

    def _commanded(self, words: str) -> Views:
        front = self._runs.front()
        act = act_word(words)
        if front and act:
            return self._act(front, act, {})
        return self._begin(*meant_by_command(words))

    def _begin(self, command: Command, words: str) -> Views:
        """A new dialog, unless one of the same command is open and this one would have to ask as well."""
        run = Run(self._new_id(), command.name, words)
        played = talk.play(command.flow, run, self._world)
        present = self._runs.of(command.name)
        if present is None or not isinstance(played.result, Pending):
            return self._settled(played)
        if _gives_way(present, run):
            left = say(self._texts, "talk.left", text=quoted(present.words))
            return (
                left,
                *self._settled(replace(played, run=replace(played.run, id=present.id, turn=present.turn + 1))),
            )
        if present.handed_by is not None:
            return (handed_to_you(self._texts, present, self._world.know.everybody()), *self._show(present))
        first = (say(self._texts, "talk.finish_first", flow=called(self._texts, run)),) if words else ()
        return (*first, *self._show(present))

    def _in_run(self, id: str, turn: int, act: Act, values: Mapping[str, str]) -> Views:
        run = self._runs.get(printable(id))
        if run is None:
            return (say(self._texts, "talk.gone"),)
        if turn != run.turn and act is not Act.SHOW:
            return (say(self._texts, "talk.stale"), *self._show(run))
        return self._act(run, act, values)

    def _act(self, run: Run, act: Act, values: Mapping[str, str]) -> Views:
        world = self._world
        match act:
            case Act.ANSWER:
                return self._submitted(run, values)
            case Act.SHOW:
                return self._show(run)
            case Act.BACK:
                return self._played(run, lambda flow: talk.back(flow, run, world))
            case Act.SKIP:
                return self._played(run, lambda flow: talk.skip(flow, run, world, next(iter(values), "")))
            case Act.CANCEL:
                self._runs.end(run)
                return (say(self._texts, "talk.cancelled", flow=called(self._texts, run)),)

    def _show(self, run: Run) -> Views:
        return self._played(run, lambda flow: talk.play(flow, run, self._world))

    def _played(
        self, run: Run, play: Callable[[talk.Flow], Played], settled: Callable[[Played], Views] | None = None
    ) -> Views:
        """A dialog whose command is gone is over; one that is refused stays where it was."""
        command = named(run.flow)
        if command is None:
            self._runs.end(run)
            return (say(self._texts, "talk.gone"),)
        return self._refusable(run, lambda: (settled or self._settled)(play(command.flow)))

    def _settled(self, played: Played) -> Views:
        match played.result:
            case Pending() as pending:
                self._runs.save(in_sight(played.run))
                return (shown(pending, played.run, self._texts),)
            case Do(command=command):
                done = carry_out(command, self._work)
                self._texts = texts_after(self._texts, done)
                message = done_message(self._texts, done)
            case Message() as message:
                pass
        self._let_go(played)
        return (message, *self._still_open(played))

    def _let_go(self, played: Played) -> None:
        """The dialog is over, unless what it did was by the way."""
        if isinstance(played.result, Do) and played.result.reopens:
            self._runs.save(reopened(played.run, played.result.reopens))
        else:
            self._runs.end(played.run)

    def _still_open(self, played: Played) -> Views:
        front = self._runs.front()
        if front is None or not (isinstance(played.result, Do) or played.run.flow == MY_DAY.name):
            return ()
        return (still_open(self._texts, front),) if front.handed_by is None else ()

    def _handed_unseen(self, views: Views) -> Views:
        """Whoever was handed a dialog hears of it until they see its question."""
        front = self._runs.front()
        if front is None or front.handed_by is None or any(isinstance(view, Form) for view in views):
            return ()
        return (handed_waits(self._texts, front, self._world.know.everybody()),)

    def _hand_over(self, run: Run, receiver: Person) -> Views:
        self._runs.hand_over(run, receiver.id)
        check_may_take(run, receiver, self._world, self._work)
        return (say(self._texts, "talk.handed_over", flow=called(self._texts, run), name=receiver.name),)

    def _refusable(self, run: Run | None, handle: Callable[[], Views]) -> Views:
        """What is refused leaves nothing behind; a dialog stays at its question."""
        try:
            with self._work.session.begin_nested():
                return handle()
        except Refusal as refusal:
            return (refused(self._texts, refusal), *(self._present(run) if run else ()))

    def _present(self, run: Run) -> Views:
        """The question at which the dialog stands, as far as there is one."""
        pending = self._pending(run)
        return (shown(pending, run, self._texts),) if pending else ()

    def _is_choice(self, run: Run) -> bool:
        """Whether a number would choose an option."""
        pending = self._pending(run)
        return pending is not None and pending.asked.fields[pending.open[0]].kind in _CHOICES

    def _pending(self, run: Run) -> Pending | None:
        command = named(run.flow)
        try:
            result = talk.play(command.flow, run, self._world).result if command else None
        except Refusal:
            return None
        return result if isinstance(result, Pending) else None


_CHOICES = (QuestionKind.CHOICE, QuestionKind.MANY, QuestionKind.YESNO)


def _alone(values: Mapping[str, str]) -> str:
    """The one answer that was given; nothing where there are several."""
    return next(iter(values.values())) if len(values) == 1 else ""


def _gives_way(present: Run, new: Run) -> bool:
    """Whether a question about a line of values is left for another line."""
    lines = present.words and new.words and present.words != new.words
    return bool(lines) and new.flow == ACTUAL.name and present.handed_by is None
