"""A form as it is asked now, and the place at which a dialog waits for its answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from conversations.choice_fields import ChoiceField
from conversations.fields import Field, Rejected
from conversations.texts import Texts
from conversations.view import Block, Button, Option

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Asking:
    """The fields to be answered together; `form` names their labels, `key` is where their answers are kept."""

    key: str
    form: str
    fields: Mapping[str, Field]
    intro: tuple[Block, ...] = ()
    initial: Mapping[str, str] = field(default_factory=dict)
    """What is suggested in the fields."""
    instead: tuple[Button, ...] = ()
    """For what may be wanted before any answer."""
    title: str = ""
    """What it is about where that is more than its form says."""

    @property
    def paths(self) -> dict[str, str]:
        """By field the path under which a dialog keeps what belongs to it."""
        return {name: f"{self.key}.{name}" for name in self.fields}

    def own(self, by_path: Mapping[str, V]) -> dict[str, V]:
        """What belongs to these fields, by field."""
        return {name: by_path[path] for name, path in self.paths.items() if path in by_path}


@dataclass(frozen=True, slots=True)
class Pending:
    """The form at which a dialog stands; `open` names the fields that still need an answer."""

    asked: Asking
    step: tuple[int, int] | None
    open: tuple[str, ...]
    drafts: Mapping[str, str]
    """What stands in the fields to begin with."""
    rejected: Mapping[str, Rejected]
    """By field; under the empty name what is wrong with the answers together."""


def suggested_again(pending: Pending) -> dict[str, str]:
    """By path what stood in a field before its answer was refused; where several answers are only wrong together, each
    may be right, and stays.
    """
    asked = pending.asked
    alone = pending.rejected.keys() == {""} and len(asked.fields) == 1
    return {
        path: asked.initial.get(name, "") for name, path in asked.paths.items() if alone or name in pending.rejected
    }


def only(**answer: V) -> V:
    """The answer to the one field there is, as it is read."""
    (value,) = answer.values()
    return value


def in_order(**answers: V) -> list[V]:
    """The answers as their fields stand."""
    return list(answers.values())


class Paused(BaseException):
    """Ends a play at a form that is still open; not an Exception, so that no flow can swallow it."""

    def __init__(self, pending: Pending) -> None:
        super().__init__(pending.asked.key)
        self.pending = pending


def attempt(play: Callable[[], V]) -> V | Pending:
    """What a part of a flow comes to by itself, or the question at which it would stop."""
    try:
        return play()
    except Paused as paused:
        return paused.pending


def with_options(
    fields: Mapping[str, Field], options: Mapping[str, Sequence[Option]], texts: Texts
) -> dict[str, Field]:
    """The fields with the options given for them, and with the members of enumerations worded."""
    members = {name: texts.options(f.of) for name, f in fields.items() if isinstance(f, ChoiceField) and f.of}
    given = {**members, **{name: tuple(some) for name, some in options.items()}}
    return {name: replace(f, options=given.get(name, f.options)) for name, f in fields.items()}
