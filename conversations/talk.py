"""The dialog engine: plays a flow over the answers given so far, from the top, each time somebody says something.

Answers are kept by key, never by position: an inserted question is simply asked next, a removed one is forgotten, an
option that is gone is asked again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from conversations.fields import ChoiceField, Field, ManyField, Rejected, Taken
from conversations.forms import fields_of, form_name
from conversations.view import Act, Block, Message, Option
from conversations.words import split_words
from kpi_engine.commands import Command
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person

if TYPE_CHECKING:
    from conversations.know import Know
    from conversations.texts import Texts

ACT_WORDS: Mapping[str, Act] = MappingProxyType(
    {
        "back": Act.BACK,
        "返回": Act.BACK,
        "上一步": Act.BACK,
        "skip": Act.SKIP,
        "跳过": Act.SKIP,
        "cancel": Act.CANCEL,
        "取消": Act.CANCEL,
        "continue": Act.SHOW,
        "继续": Act.SHOW,
    }
)
"""What can be typed in place of pressing a dialog's buttons, in whatever language one reads."""

_HAND_OVER = re.compile(r"(?:hand over to|转交给?) *@?(?P<name>.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """An open dialog, all of it JSON: answers and drafts by `form.field`, and the turns by which they came."""

    id: str
    flow: str
    words: str = ""
    """Typed after the command; the first form that is asked takes them as its answers."""
    answers: Mapping[str, str | None] = field(default_factory=dict)
    """Canonical text; None where the question was skipped."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    """What stands in the fields to begin with: answers taken back, and answers not understood."""
    turns: tuple[tuple[str, ...], ...] = ()
    turn: int = 0
    """Counts everything done to the dialog, so that a button of an earlier turn is known to be stale."""


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
        fields = _with_options(fields_of(form), options or {})
        given = self._split(words or self.words, fields) if words or self.words_left else {}
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
        fields = {name: self._worded(asked) for name, asked in fields.items()}
        pending = Pending(key, form, fields, (), tuple(intro), self._step)
        self._take_given(pending, given or {})
        values = self._values(pending)
        drafts = {**(initial or {}), **self._drafts(pending)}
        missing = tuple(name for name in fields if name not in values)
        if missing:
            raise _Paused(replace(pending, open=missing, rejected=self._why(pending), drafts=drafts))
        made = make(**values)
        wrong = check(made) if check else None
        if wrong:
            drafts = {**drafts, **{name: self.run.answers[pending.path(name)] or "" for name in fields}}
            self.run = _reopened(self.run, [pending.path(name) for name in fields])
            raise _Paused(replace(pending, open=tuple(fields), rejected={"": wrong}, drafts=drafts))
        return made

    def _worded(self, asked: Field) -> Field:
        if isinstance(asked, ChoiceField) and asked.of:
            return replace(asked, options=self.texts.options(asked.of))
        return asked

    def _split(self, words: str, fields: Mapping[str, Field]) -> dict[str, str]:
        given, rest = split_words(words, {name: self._worded(asked) for name, asked in fields.items()}, self.today)
        if rest:
            raise Refusal("words_left", words=rest)
        return given

    def _take_given(self, pending: Pending, given: Mapping[str, str]) -> None:
        touched = self.run.answers.keys() | self.run.drafts.keys()
        untouched = {name: raw for name, raw in given.items() if pending.path(name) not in touched}
        if untouched:
            self.run, rejected = _taken(self.run, pending, untouched, self.today)
            self._rejected = {**self._rejected, **rejected}

    def _values(self, pending: Pending) -> dict[str, object]:
        values: dict[str, object] = {}
        for name, asked in pending.fields.items():
            answer = self.run.answers.get(pending.path(name), "")
            if answer is None:
                values[name] = () if isinstance(asked, ManyField) else None
            elif answer:
                self._value(pending, name, answer, values)
        return values

    def _value(self, pending: Pending, name: str, answer: str, values: dict[str, object]) -> None:
        match pending.fields[name].read(answer, self.today):
            case Taken(value=value):
                values[name] = value
            case Rejected():
                self._rejected = {
                    pending.path(name): Rejected("option_gone", {"raw": answer}),
                    **self._rejected,
                }

    def _drafts(self, pending: Pending) -> dict[str, str]:
        paths = {name: pending.path(name) for name in pending.fields}
        return {name: self.run.drafts[path] for name, path in paths.items() if path in self.run.drafts}

    def _why(self, pending: Pending) -> dict[str, Rejected]:
        paths = {name: pending.path(name) for name in pending.fields}
        return {name: self._rejected[path] for name, path in paths.items() if path in self._rejected}


def play(flow: Flow, run: Run, world: World, rejected: Mapping[str, Rejected] | None = None) -> Played:
    """Plays the flow over the answers there are; Refusal where the words after the command fit nothing."""
    ask = Ask(run, world, rejected or {})
    try:
        result: Pending | Do | Message = flow(ask)
    except _Paused as paused:
        result = paused.pending
    if ask.words_left:
        raise Refusal("words_left", words=ask.words_left)
    return Played(ask.run, result)


def answer(flow: Flow, run: Run, world: World, values: Mapping[str, str]) -> Played:
    """Takes raw answers to the present form, any subset of them; those not understood are asked again."""
    played = play(flow, run, world)
    if not isinstance(played.result, Pending):
        return played
    known = {name: raw for name, raw in values.items() if name in played.result.fields}
    taken, rejected = _taken(played.run, played.result, known, world.today)
    return play(flow, replace(taken, turn=taken.turn + 1), world, rejected)


def skip(flow: Flow, run: Run, world: World, name: str) -> Played:
    """Leaves a question out on purpose, if it may be; without a name the first open one."""
    played = play(flow, run, world)
    if not isinstance(played.result, Pending):
        return played
    return answer(flow, run, world, {name or played.result.open[0]: ""})


def said(flow: Flow, run: Run, world: World, text: str) -> Played:
    """Takes typed words as the answer to the first open question."""
    played = play(flow, run, world)
    if not isinstance(played.result, Pending):
        return played
    return answer(flow, run, world, {played.result.open[0]: text})


def back(flow: Flow, run: Run, world: World) -> Played:
    """Takes the last turn's answers out and keeps them as initial values."""
    turns = [*run.turns]
    paths = turns.pop() if turns else ()
    reopened = replace(_reopened(run, paths), turns=tuple(turns), turn=run.turn + 1)
    return play(flow, reopened, world)


def act_word(text: str) -> Act | None:
    """The act that the words stand for: `back`, `跳过`."""
    return ACT_WORDS.get(" ".join(text.casefold().split()))


def handed_to(text: str) -> str:
    """The name in `hand over to Tom`, or nothing."""
    found = _HAND_OVER.fullmatch(" ".join(text.split()))
    return found["name"] if found else ""


class _Paused(BaseException):
    """Ends a play at a form that is still open; not an Exception, so that no flow can swallow it."""

    def __init__(self, pending: Pending) -> None:
        super().__init__(pending.key)
        self.pending = pending


def _with_options(fields: Mapping[str, Field], options: Mapping[str, Sequence[Option]]) -> dict[str, Field]:
    return {
        name: replace(asked, options=tuple(options[name])) if name in options else asked
        for name, asked in fields.items()
    }


def _taken(run: Run, pending: Pending, values: Mapping[str, str], today: date) -> tuple[Run, dict[str, Rejected]]:
    answers, drafts, rejected = dict(run.answers), dict(run.drafts), {}
    for name, raw in values.items():
        path, asked = pending.path(name), pending.fields[name]
        result = _read(asked, raw, today)
        if isinstance(result, Rejected):
            rejected[path] = result
            drafts[path] = raw
            answers.pop(path, None)
        else:
            answers[path] = result.text if isinstance(result, Taken) else None
            drafts.pop(path, None)
    paths = tuple(pending.path(name) for name in values if pending.path(name) not in rejected)
    turns = (*run.turns, paths) if paths else run.turns
    return replace(run, answers=answers, drafts=drafts, turns=turns), rejected


def _read(asked: Field, raw: str, today: date) -> Taken | Rejected | None:
    """None: skipped."""
    skipped = not raw.strip() or act_word(raw) is Act.SKIP
    if skipped and asked.optional:
        return None
    return Rejected("needed") if skipped else asked.read(raw, today)


def _reopened(run: Run, paths: Sequence[str]) -> Run:
    answers, drafts = dict(run.answers), dict(run.drafts)
    for path in paths:
        drafts[path] = answers.pop(path, None) or ""
    return replace(run, answers=answers, drafts=drafts)
