"""One event of one person: which dialog or command it is for, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.handing import check_may_take
from bot.runs import Runs
from conversations import talk
from conversations.acts import act_word, asks_for_help, handed_to
from conversations.ask import Do, World
from conversations.asking import Pending
from conversations.cards.done import done_message, texts_after
from conversations.cards.say import refused, say
from conversations.commands import MY_DAY, Command, named
from conversations.event import Event, Pressed, Said, Submitted
from conversations.hearing import commanded, meant_by_command, meant_by_words, thanks
from conversations.lost import lost_card
from conversations.run import Run
from conversations.show import shown
from conversations.talk import Played
from conversations.view import Act, Action, Button, Message, Style, View
from conversations.view import Run as RunWords
from conversations.view import Turn as TurnAction
from conversations.words import printable
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person
from kpi_engine.service.execute import execute
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
        words = commanded(text)
        if words is not None:
            return self._commanded(words)
        front = self._runs.front()
        if front:
            return self._answered(front, text)
        meant = meant_by_words(text, self._world.know, self._world.me)
        if meant:
            return self._begin(*meant)
        return self._not_understood(text)

    def _answered(self, run: Run, text: str) -> Views:
        return self._steered(run, {"": text}) or self._played(run, lambda flow: talk.said(flow, run, self._world, text))

    def _submitted(self, run: Run, values: Mapping[str, str]) -> Views:
        return self._steered(run, values) or self._played(run, lambda flow: talk.answer(flow, run, self._world, values))

    def _steered(self, run: Run, values: Mapping[str, str]) -> Views:
        """One answer alone may be words that stand for an act; nothing where it is an answer."""
        text = next(iter(values.values())) if len(values) == 1 else ""
        act = act_word(text)
        if act:
            return self._act(run, act, values)
        if asks_for_help(text):
            return (say(self._texts, "talk.help_here", flow=self._called(run)), *self._present(run))
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
        if present and isinstance(played.result, Pending):
            first = (say(self._texts, "talk.finish_first", flow=self._called(run)),) if words else ()
            return (*first, *self._show(present))
        return self._settled(played)

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
                return (say(self._texts, "talk.cancelled", flow=self._called(run)),)

    def _show(self, run: Run) -> Views:
        return self._played(run, lambda flow: talk.play(flow, run, self._world))

    def _played(self, run: Run, play: Callable[[talk.Flow], Played]) -> Views:
        """A dialog whose command is gone is over; one that is refused stays where it was."""
        command = named(run.flow)
        if command is None:
            self._runs.end(run)
            return (say(self._texts, "talk.gone"),)
        return self._refusable(run, lambda: self._settled(play(command.flow)))

    def _settled(self, played: Played) -> Views:
        match played.result:
            case Pending() as pending:
                self._runs.save(played.run)
                return (shown(pending, played.run, self._texts),)
            case Do(command=command):
                done = execute(command, self._work)
                self._texts = texts_after(self._texts, done)
                message = done_message(self._texts, done)
            case Message() as message:
                pass
        self._runs.end(played.run)
        return (message, *self._still_open(played))

    def _still_open(self, played: Played) -> Views:
        front = self._runs.front()
        if front is None or not (isinstance(played.result, Do) or played.run.flow == MY_DAY.name):
            return ()
        button = Button(
            self._texts.label("buttons.continue"), TurnAction(front.id, front.turn, Act.SHOW), Style.PRIMARY
        )
        return (say(self._texts, "talk.still_open", button, flow=self._called(front)),)

    def _hand_over(self, run: Run, receiver: Person) -> Views:
        self._runs.hand_over(run, receiver.id)
        check_may_take(run, receiver, self._world, self._work)
        return (say(self._texts, "talk.handed_over", flow=self._called(run), name=receiver.name),)

    def _refusable(self, run: Run | None, handle: Callable[[], Views]) -> Views:
        """What is refused leaves nothing behind; a dialog stays at its question."""
        try:
            with self._work.session.begin_nested():
                return handle()
        except Refusal as refusal:
            return (refused(self._texts, refusal), *(self._present(run) if run else ()))

    def _present(self, run: Run) -> Views:
        """The question at which the dialog stands, as far as there is one."""
        command = named(run.flow)
        try:
            result = talk.play(command.flow, run, self._world).result if command else None
        except Refusal:
            return ()
        return (shown(result, run, self._texts),) if isinstance(result, Pending) else ()

    def _called(self, run: Run) -> str:
        return f"/kpi {self._texts.label(f'commands.{run.flow}')}" if run.flow else "/kpi"
