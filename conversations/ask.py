"""What a flow is given to ask with, and what it may end with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from conversations.answers import read_drafts, read_kept, touched, what_is_left, with_typed
from conversations.asking import Asking, Paused, Pending, only, with_options
from conversations.fields import Rejected, Taken
from conversations.forms import fields_of, form_name
from conversations.run import Run, reopened
from conversations.view import Block, Button, Option
from conversations.words import split_words
from conversations.world import World
from kpi_engine.commands import Command
from kpi_engine.errors import Refusal

F = TypeVar("F")
Check: TypeAlias = Callable[[F], Rejected | None]
"""What is wrong with the answers together, if anything is."""


@dataclass(frozen=True, slots=True)
class Do:
    """What a flow ends with when something is to change: the engine does it in the transaction that ends the run."""

    command: Command
    reopens: tuple[str, ...] = ()
    """Answers that are asked for again: then the dialog goes on, and does not end."""
    rest: str = ""
    """What it was not about of the words after the command: then the dialog goes on with these."""


class Ask:
    """One play of a flow: it asks for forms, and reads what there is to know."""

    def __init__(self, run: Run, world: World, rejected: Mapping[str, Rejected]) -> None:
        self.know = world.know
        self.texts = world.texts
        self.today = world.today
        self.me = world.me
        self.now = world.now
        self.written = world.written
        self.here = world.here
        self.groups = world.groups
        self.run = run
        self.asked: set[str] = set()
        """Every path at which a question of this play has its answer."""
        self._rejected = rejected
        self._step: tuple[int, int] | None = None
        self._words_taken = False

    def step(self, number: int, of: int) -> None:
        """Says where in the dialog the questions that follow are."""
        self._step = (number, of)

    def take_words(self) -> str:
        """What was typed after the command, for a flow that reads it by itself: no form takes it any more."""
        self._words_taken = True
        return self.run.words

    def begun_about(self, thing: str) -> str:
        """What the dialog was about when it was first played: this thing, if that is now."""
        self.run = replace(self.run, about=self.run.about or thing)
        return self.run.about

    def said(self, path: str) -> str:
        """What was answered so far at a path, of a form that may be open; before that the words that may be it."""
        return self.run.answers.get(path) or self.words_left

    @property
    def words_left(self) -> str:
        """What was typed after the command and nobody has taken."""
        return "" if self._words_taken else self.run.words

    def __call__(
        self,
        form: type[F],
        key: str = "",
        *,
        options: Mapping[str, Sequence[Option]] | None = None,
        initial: Mapping[str, str] | None = None,
        intro: Iterable[Block] = (),
        instead: Iterable[Button] = (),
        title: str = "",
        check: Check[F] | None = None,
        words: str = "",
        given: Mapping[str, str] | None = None,
    ) -> F:
        """The form's answers, or the end of this play: then the form is shown, and the flow is played again later.

        `options` are those there are at this moment, by field; `initial` is suggested in the fields; `instead` are
        buttons for what may be wanted before any answer; `title` stands above in place of the form's own; `check` says
        what is wrong with the answers together, which are then all asked again; `words` are the words after the
        command that this form takes, where the flow has taken them by itself, and `given` the answers that the flow
        has read there.
        """
        name = form_name(form)
        fields = with_options(fields_of(form), options or {}, self.texts)
        asking = Asking(key or name, name, fields, tuple(intro), initial or {}, tuple(instead), title)
        make: Callable[..., F] = form
        mine = self._split(words, asking) if given is None else _among(given, fields)
        return self.fields(asking, make, given=mine, check=check)

    def field(self, asking: Asking, kind: type[F], *, given: Mapping[str, str] | None = None) -> F:
        """The answer to the only field of these, whose values are of that kind."""
        make: Callable[..., F] = only
        return self.fields(asking, make, given=given)

    def fields(
        self,
        asking: Asking,
        make: Callable[..., F],
        *,
        given: Mapping[str, str] | None = None,
        check: Check[F] | None = None,
    ) -> F:
        """The same for fields that are known only now, such as one for each KPI owed; `make` is called with the values.

        `given` are answers that were in the words after the command.
        """
        self.asked.update(asking.paths.values())
        self._take(given or {}, asking)
        made = make(**self._values(asking, make, check))
        wrong = check(made) if check else None
        if wrong:
            self.run = reopened(self.run, asking.paths.values())
            raise Paused(self._pending(asking, tuple(asking.fields), {"": wrong}))
        return made

    def _split(self, words: str, asking: Asking) -> dict[str, str]:
        """What the words after the command answer: one form, and that only as long as nothing in it was answered."""
        mine = words or self.words_left
        if not mine or touched(self.run, asking):
            return {}
        given, rest = split_words(mine, asking.fields, self.today)
        if rest:
            raise Refusal("words_left", words=rest)
        if not words:
            self.run = replace(self.run, words="")
        return given

    def _take(self, given: Mapping[str, str], asking: Asking) -> None:
        before = touched(self.run, asking)
        new = {name: raw for name, raw in given.items() if name not in before}
        if new:
            self.run, rejected = with_typed(self.run, asking, new, self.today)
            self._rejected = {**self._rejected, **rejected}

    def _values(self, asking: Asking, make: Callable[..., F], check: Check[F] | None) -> dict[str, object]:
        read = read_kept(self.run, asking, self.today)
        values = {name: found.value for name, found in read.items() if isinstance(found, Taken)}
        missing = tuple(name for name in asking.fields if name not in values)
        if missing:
            lost = {name: found for name, found in read.items() if isinstance(found, Rejected)}
            still = self._still_wrong(asking, values, make, check)
            raise Paused(self._pending(asking, missing, {**still, **lost, **asking.own(self._rejected)}))
        return values

    def _still_wrong(
        self, asking: Asking, values: Mapping[str, object], make: Callable[..., F], check: Check[F] | None
    ) -> dict[str, Rejected]:
        """What is wrong with the drafts, so that an answer that was refused is never suggested when shown again."""
        read = read_drafts(self.run, asking, self.today)
        wrong = {name: found for name, found in read.items() if isinstance(found, Rejected)}
        every = {**values, **{name: found.value for name, found in read.items() if isinstance(found, Taken)}}
        together = check(make(**every)) if check and every.keys() == asking.fields.keys() else None
        return {"": together} if together else wrong

    def _pending(self, asking: Asking, missing: tuple[str, ...], rejected: Mapping[str, Rejected]) -> Pending:
        lost = what_is_left(self.run, asking, missing, self.today)
        drafts = {**asking.initial, **lost, **asking.own(self.run.drafts)}
        return Pending(asking, self._step, missing, drafts, rejected)


def _among(given: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    return {name: given[name] for name in names if name in given}
