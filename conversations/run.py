"""An open dialog as it is kept: answers by key, and the turns by which they came."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeVar

Text = TypeVar("Text", str, str | None)


@dataclass(frozen=True, slots=True)
class Run:
    """An open dialog, all of it JSON: answers and drafts by `form.field`, and the turns of answers, oldest first."""

    id: str
    flow: str
    words: str = ""
    """Typed after the command; the first form that is asked takes them as its answers, and then they are gone."""
    answers: Mapping[str, str | None] = field(default_factory=dict)
    """Canonical text; None where the question was skipped."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    """What stands in the fields to begin with: answers taken back, and answers not understood."""
    turns: tuple[tuple[str, ...], ...] = ()
    turn: int = 0
    """Counts everything done to the dialog, so that a button of an earlier turn is known to be stale."""
    aside: bool = False
    """Something else was shown since its question was."""
    about: str = ""
    """What it was about when its first question was asked, for a flow to which that matters."""
    begun: str = ""
    """The beginning of the words typed after the command, for as long as the dialog is open: no form takes them."""
    handed_by: int | None = None
    """Who handed it over, until whoever has it now has seen its question."""


def to_plain(run: Run) -> dict[str, Any]:
    """The dialog as JSON keeps it."""
    return asdict(run)


def from_plain(plain: Mapping[str, Any]) -> Run:
    """The dialog that was kept so."""
    return Run(**{**plain, "turns": tuple(map(tuple, plain["turns"]))})


def with_answers(run: Run, understood: Mapping[str, str | None], not_understood: Mapping[str, str]) -> Run:
    """One turn: what was understood is an answer from now on, what was not waits as a draft."""
    answers = {**_without(run.answers, not_understood), **understood}
    drafts = {**_without(run.drafts, understood), **not_understood}
    return _with(run, answers, drafts, (*run.turns, tuple(understood)))


def in_sight(run: Run) -> Run:
    """The dialog as it is once its question is shown."""
    return replace(run, aside=False, handed_by=None)


def reopened(run: Run, paths: Collection[str]) -> Run:
    """Takes answers out and keeps them as drafts."""
    taken_back = {path: text or "" for path, text in run.answers.items() if path in paths}
    return _with(run, _without(run.answers, paths), {**run.drafts, **taken_back}, run.turns)


def without_refused(run: Run, standing: Mapping[str, str]) -> Run:
    """The dialog without these of its drafts; by path what stands in their fields instead."""
    return replace(run, drafts={**run.drafts, **{path: text for path, text in standing.items() if path in run.drafts}})


def about_the_rest(run: Run, words: str) -> Run:
    """The dialog as it goes on with these of its words, once the others are done."""
    return replace(run, words=words, begun=words, turn=run.turn + 1)


def _with(
    run: Run, answers: Mapping[str, str | None], drafts: Mapping[str, str], turns: Iterable[tuple[str, ...]]
) -> Run:
    """A turn is made of answers that still stand: there is no way back to one that is open again already."""
    standing = (tuple(path for path in turn if path in answers) for turn in turns)
    return replace(run, answers=answers, drafts=drafts, turns=tuple(turn for turn in standing if turn))


def _without(texts: Mapping[str, Text], paths: Collection[str]) -> dict[str, Text]:
    return {path: text for path, text in texts.items() if path not in paths}
