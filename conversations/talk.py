"""The dialog engine: plays a flow over the answers given so far, from the top, each time somebody says something.

Answers are kept by key, never by position: an inserted question is simply asked next, a removed one is forgotten, an
option that is gone is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from conversations.acts import act_word
from conversations.choice_fields import ChoiceField, ManyField
from conversations.fields import Field, Rejected, Taken
from conversations.forms import fields_of, form_name
from conversations.run import Run, reopened, with_answers
from conversations.view import Act, Block, Message, Option
from conversations.words import printable, split_words
from kpi_engine.commands import Command
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person

if TYPE_CHECKING:
    from conversations.know import Know
    from conversations.texts import Texts


@dataclass(frozen=True, slots=True)
class World:
    """What a flow may look at: it has no other source of truth, time or words."""

    know: Know
    texts: Texts
    today: date
    me: Person


@dataclass(frozen=True, slots=True)
class Pending:
    """The form at which a dialog stands; `open` names the fields that still need an answer."""

    key: str
    form: str
    fields: Mapping[str, Field]
    open: tuple[str, ...]
    intro: tuple[Block, ...] = ()
    step: tuple[int, int] | None = None
    rejected: Mapping[str, Rejected] = field(default_factory=dict)
    """By field; under the empty name what is wrong with the answers together."""
    drafts: Mapping[str, str] = field(default_factory=dict)

    def path(self, name: str) -> str:
        """The key under which the field's answer is kept."""
        return f"{self.key}.{name}"


@dataclass(frozen=True, slots=True)
class Do:
    """What a flow ends with when something is to change: the engine does it in the transaction that ends the run."""

    command: Command


Flow: TypeAlias = Callable[["Ask"], Do | Message]


@dataclass(frozen=True, slots=True)
class Played:
    """How far a dialog came, and what it is at now."""

    run: Run
    result: Pending | Do | Message


F = TypeVar("F")
Check: TypeAlias = Callable[[F], Rejected | None]


class Ask:
    """What a flow is given: it asks for forms, and reads what there is to know."""

    def __init__(self, run: Run, world: World, rejected: Mapping[str, Rejected]) -> None:
        self.know = world.know
        self.texts = world.texts
        self.today = world.today
        self.me = world.me
        self.run = run
        self.asked: set[str] = set()
        """Every path at which a question of this play has its answer."""
        self._rejected = rejected
        self._step: tuple[int, int] | None = None
        self._words_read = False

    def step(self, number: int, of: int) -> None:
        """Says where in the dialog the questions that follow are."""
        self._step = (number, of)

    @property
    def words(self) -> str:
        """What was typed after the command, for a flow that reads it by itself."""
        self._words_read = True
        return self.run.words

    @property
    def words_left(self) -> str:
        """What was typed after the command and nobody has read."""
        return "" if self._words_read else self.run.words

    def __call__(
        self,
        form: type[F],
        key: str = "",
        *,
        options: Mapping[str, Sequence[Option]] | None = None,
        initial: Mapping[str, str] | None = None,
        intro: Sequence[Block] = (),
        check: Check[F] | None = None,
        words: str = "",
    ) -> F:
        """The form's answers, or the end of this play: then the form is shown, and the flow is played again later.

        `options` are those there are at this moment, by field; `initial` is suggested in the fields; `check` says what
        is wrong with the answers together, which are then all asked again; `words` are the words after the command that
        this form takes, where the flow has read `ask.words` by itself.
        """
        name = form_name(form)
        fields = self._worded(_with_options(fields_of(form), options or {}))
        given = self._given(Pending(key or name, name, fields, ()), words)
        make: Callable[..., F] = form
        return self.fields(
            key or name, fields, form=name, initial=initial, given=given, intro=intro, make=make, check=check
        )

    def fields(
        self,
        key: str,
        fields: Mapping[str, Field],
        *,
        form: str,
        make: Callable[..., F],
        initial: Mapping[str, str] | None = None,
        given: Mapping[str, str] | None = None,
        intro: Sequence[Block] = (),
        check: Check[F] | None = None,
    ) -> F:
        """The same for fields that are known only now, such as one for each KPI owed.

        `given` are answers that were in the words after the command; `form` names the labels.
        """
        pending = Pending(key, form, self._worded(fields), (), tuple(intro), self._step)
        self.asked.update(map(pending.path, fields))
        self._take_given(pending, given or {})
        values, lost = self._values(pending)
        missing = tuple(name for name in fields if name not in values)
        if missing:
            drafts = {**(initial or {}), **lost, **self._drafts(pending)}
            raise _Paused(replace(pending, open=missing, rejected=self._why(pending), drafts=drafts))
        made = make(**values)
        wrong = check(made) if check else None
        if wrong:
            self.run = reopened(self.run, [pending.path(name) for name in fields])
            raise _Paused(replace(pending, open=tuple(fields), rejected={"": wrong}, drafts=self._drafts(pending)))
        return made

    def _worded(self, fields: Mapping[str, Field]) -> dict[str, Field]:
        return {
            name: replace(asked, options=self.texts.options(asked.of))
            if isinstance(asked, ChoiceField) and asked.of
            else asked
            for name, asked in fields.items()
        }

    def _given(self, pending: Pending, words: str) -> Mapping[str, str]:
        """What the words after the command answer: one form, and that only as long as nothing in it was answered."""
        mine = words or self.words_left
        if not mine or self._touched(pending):
            return {}
        given, rest = split_words(mine, pending.fields, self.today)
        if rest:
            raise Refusal("words_left", words=rest)
        if not words:
            self.run = replace(self.run, words="")
        return given

    def _take_given(self, pending: Pending, given: Mapping[str, str]) -> None:
        touched = self._touched(pending)
        untouched = {name: raw for name, raw in given.items() if name not in touched}
        if untouched:
            self.run, rejected = _taken(self.run, pending, untouched, self.today)
            self._rejected = {**self._rejected, **rejected}

    def _touched(self, pending: Pending) -> set[str]:
        paths = self.run.answers.keys() | self.run.drafts.keys()
        return {name for name in pending.fields if pending.path(name) in paths}

    def _values(self, pending: Pending) -> tuple[dict[str, object], dict[str, str]]:
        """The fields' values, and what is left of answers that can't be read as they once were."""
        values: dict[str, object] = {}
        lost: dict[str, str] = {}
        for name, asked in pending.fields.items():
            text = self.run.answers.get(pending.path(name), "")
            if text:
                self._value(pending, name, text, values, lost)
            elif text is None and asked.optional:
                values[name] = () if isinstance(asked, ManyField) else None
        return values, lost

    def _value(self, pending: Pending, name: str, text: str, values: dict[str, object], lost: dict[str, str]) -> None:
        asked = pending.fields[name]
        match asked.again(text, self.today):
            case Taken(value=value):
                values[name] = value
            case Rejected() as wrong:
                chosen = isinstance(asked, ChoiceField | ManyField)
                why = Rejected("option_gone") if chosen else wrong
                lost[name] = _still_there(asked, text, self.today) if chosen else text
                self._rejected = {pending.path(name): why, **self._rejected}

    def _drafts(self, pending: Pending) -> dict[str, str]:
        paths = {name: pending.path(name) for name in pending.fields}
        return {name: self.run.drafts[path] for name, path in paths.items() if path in self.run.drafts}

    def _why(self, pending: Pending) -> dict[str, Rejected]:
        paths = {name: pending.path(name) for name in pending.fields}
        return {name: self._rejected[path] for name, path in paths.items() if path in self._rejected}


def play(flow: Flow, run: Run, world: World, rejected: Mapping[str, Rejected] | None = None) -> Played:
    """Plays the flow over the answers there are; Refusal where the words after the command fit nothing."""
    return _played(flow, Ask(run, world, rejected or {}))


def answer(flow: Flow, run: Run, world: World, values: Mapping[str, str]) -> Played:
    """Takes raw answers to the form at which the dialog stands, any subset; those not understood are asked again."""
    return _answered(flow, run, world, lambda pending: values)


def skip(flow: Flow, run: Run, world: World, name: str) -> Played:
    """Leaves a question out on purpose, if it may be; without a name the first open one."""
    return _answered(flow, run, world, lambda pending: {name or pending.open[0]: ""})


def said(flow: Flow, run: Run, world: World, text: str) -> Played:
    """Takes typed words as the answer to the first open question."""
    return _answered(flow, run, world, lambda pending: {pending.open[0]: text})


def back(flow: Flow, run: Run, world: World) -> Played:
    """Takes the last turn's answers out and keeps them as initial values; what nobody asks any more is no step."""
    ask = Ask(run, world, {})
    with suppress(Refusal):
        _played(flow, ask)
    steps = [turn for turn in run.turns if not ask.asked.isdisjoint(turn)]
    before = reopened(run, steps[-1]) if steps else run
    return play(flow, replace(before, turn=run.turn + 1), world)


class _Paused(BaseException):
    """Ends a play at a form that is still open; not an Exception, so that no flow can swallow it."""

    def __init__(self, pending: Pending) -> None:
        super().__init__(pending.key)
        self.pending = pending


def _played(flow: Flow, ask: Ask) -> Played:
    try:
        result: Pending | Do | Message = flow(ask)
    except _Paused as paused:
        result = paused.pending
    if ask.words_left:
        raise Refusal("words_left", words=ask.words_left)
    return Played(ask.run, result)


def _answered(flow: Flow, run: Run, world: World, values: Callable[[Pending], Mapping[str, str]]) -> Played:
    played = play(flow, run, world)
    if not isinstance(played.result, Pending):
        return played
    pending = played.result
    known = {name: raw for name, raw in values(pending).items() if name in pending.fields}
    taken, rejected = _taken(played.run, pending, known, world.today)
    return play(flow, replace(taken, turn=taken.turn + 1), world, rejected)


def _with_options(fields: Mapping[str, Field], options: Mapping[str, Sequence[Option]]) -> dict[str, Field]:
    return {
        name: replace(asked, options=tuple(options[name])) if name in options else asked
        for name, asked in fields.items()
    }


def _still_there(asked: Field, text: str, today: date) -> str:
    """Of several choices those that can still be made."""
    return "\n".join(line for line in text.split("\n") if isinstance(asked.again(line, today), Taken))


def _taken(run: Run, pending: Pending, values: Mapping[str, str], today: date) -> tuple[Run, dict[str, Rejected]]:
    understood: dict[str, str | None] = {}
    not_understood: dict[str, str] = {}
    rejected: dict[str, Rejected] = {}
    for name, typed in values.items():
        path, raw = pending.path(name), printable(typed)
        match _read(pending.fields[name], raw, today):
            case None:
                understood[path] = None
            case Taken(text=text):
                understood[path] = text
            case Rejected() as wrong:
                rejected[path] = wrong
                if not _is_skip(raw):
                    not_understood[path] = raw
    return with_answers(run, understood, not_understood), rejected


def _read(asked: Field, raw: str, today: date) -> Taken | Rejected | None:
    """None: skipped."""
    if not _is_skip(raw):
        return asked.read(raw, today)
    return None if asked.optional else Rejected("needed")


def _is_skip(raw: str) -> bool:
    return not raw.strip() or act_word(raw) is Act.SKIP
