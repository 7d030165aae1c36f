"""A test is a chat: its docstring is what is typed and what comes back on the terminal.

    @transcript
    def test_report(stage: Stage) -> None:
        \"\"\"
        > /kpi report
        Sales: 87.5
        ...
        [1] Why?   [2] Last month

        tom: [Why?]
            Nothing to explain yet.

        -- 2026-11-24 09:00 --
        -- the bot restarts --
        -- a new version is deployed --
        \"\"\"

A line after `>` is typed by the first of the stage's people, one after a name by that person. Under `bot -> tom:` stands
what the bot shows Tom unasked; where that is not asked for, it comes before the answer to what he does next. `...`
stands for any lines. How far an answer is indented is not compared. The body of the test runs when the chat is over.
"""

from __future__ import annotations

import difflib
import functools
import inspect
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import pytest

from adapters.terminal.files import dropped
from adapters.terminal.screen import Screen
from conversations.commands import IMPORT
from conversations.event import Event
from conversations.view import View
from tests.rewrite import rewrite_docstring

_DIRECTION = re.compile(r"-- (.+) --")
_UNASKED = re.compile(r"bot -> (.+):")
_ANYTHING = "..."


class Stage(Protocol):
    """Where a chat is played: a bot, its people and its clock."""

    @property
    def people(self) -> Sequence[str]:
        """The names that may stand before a colon; the first is who types after `>`."""

    def hear(self, person: str, event: Event) -> Sequence[View]:
        """What the bot shows that person when they do this."""

    def unasked(self, person: str) -> Sequence[View]:
        """What the bot shows that person by itself."""

    def set_now(self, now: datetime) -> None:
        """Sets the clock on the wall; the time has no zone."""

    def restart(self) -> None:
        """Begins a new bot on the same records."""

    def deploy(self) -> None:
        """Begins a new version of the bot on the same records."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """A line that makes something happen, and the lines written under it."""

    cue: str
    written: tuple[str, ...]


def transcript(test: Callable[..., None]) -> Callable[..., None]:
    """Plays the chat in the test's docstring on the `stage` fixture; `pytest --rewrite` writes what is said now."""
    written = inspect.cleandoc(test.__doc__ or "")
    parameters = inspect.signature(test).parameters

    @functools.wraps(test)
    def played(*self: object, stage: Stage, rewrite: bool, **others: object) -> None:
        said = play(written, stage)
        if said != written and not rewrite:
            pytest.fail(difference(written, said), pytrace=False)
        if said != written:
            rewrite_docstring(test, said)
        test(*self, **others, **({"stage": stage} if "stage" in parameters else {}))

    asked = {name: inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in ("stage", "rewrite")}
    own = [each for name, each in parameters.items() if name not in asked]
    played.__signature__ = inspect.Signature([*own, *asked.values()])  # type: ignore[attr-defined]
    return played


def play(chat: str, stage: Stage) -> str:
    """The chat as it goes now: answers that came as they are written stay so, the others are as they came."""
    screens: defaultdict[str, Screen] = defaultdict(Screen)
    before, scenes = _scenes(chat.splitlines(), stage.people)
    lines = list(before)
    for scene in scenes:
        answer = _perform(scene.cue, stage, screens)
        lines += [
            scene.cue,
            *(scene.written if _as_written(scene.written, answer) else _laid_out(answer, stage.people)),
        ]
    return "\n".join(lines).rstrip()


def difference(written: str, said: str) -> str:
    """What a failing test says: how the chat went otherwise than it is written."""
    lines = difflib.unified_diff(written.splitlines(), said.splitlines(), "as written", "as said now", lineterm="", n=5)
    return "\n".join(["The chat goes differently (pytest --rewrite writes down how):", *lines])


def _scenes(lines: Sequence[str], people: Sequence[str]) -> tuple[Sequence[str], Iterator[_Scene]]:
    cues = [n for n, line in enumerate(lines) if _is_cue(line, people)]
    ends = [*cues[1:], len(lines)]
    scenes = (_Scene(lines[n], tuple(lines[n + 1 : end])) for n, end in zip(cues, ends, strict=True))
    return lines[: cues[0]] if cues else lines, scenes


def _is_cue(line: str, people: Sequence[str]) -> bool:
    return bool(_DIRECTION.fullmatch(line)) or bool(_told(line, people)) or _typed(line, people) is not None


def _told(line: str, people: Sequence[str]) -> str:
    """Who is told something unasked; empty if nobody is."""
    found = _UNASKED.fullmatch(line)
    return found[1] if found and found[1] in people else ""


def _typed(line: str, people: Sequence[str]) -> tuple[str, str] | None:
    """Who typed what."""
    if line == ">" or line.startswith("> "):
        return people[0], line[2:]
    name, colon, words = line.partition(":")
    return (name, words.strip()) if colon and name in people else None


def _perform(cue: str, stage: Stage, screens: defaultdict[str, Screen]) -> list[str]:
    if typed := _typed(cue, stage.people):
        person, words = typed
        event = dropped(words, IMPORT.names) or screens[person].read(words)
        views = stage.hear(person, event) if event else ()
        return _drawn(screens[person], views)
    if person := _told(cue, stage.people):
        return _drawn(screens[person], stage.unasked(person))
    _direct(cue.removeprefix("-- ").removesuffix(" --"), stage)
    return []


def _drawn(screen: Screen, views: Sequence[View]) -> list[str]:
    return _trimmed([line.rstrip() for line in screen.show(views).split("\n")])


def _direct(direction: str, stage: Stage) -> None:
    match direction:
        case "the bot restarts":
            stage.restart()
        case "a new version is deployed":
            stage.deploy()
        case moment:
            stage.set_now(datetime.fromisoformat(moment))


def _as_written(written: Sequence[str], answer: Sequence[str]) -> bool:
    return _matches([line.strip() for line in _trimmed(written)], [line.strip() for line in answer])


def _matches(written: Sequence[str], answer: Sequence[str]) -> bool:
    if not written:
        return not answer
    if written[0] == _ANYTHING:
        return any(_matches(written[1:], answer[n:]) for n in range(len(answer) + 1))
    return bool(answer) and written[0] == answer[0] and _matches(written[1:], answer[1:])


def _laid_out(answer: Sequence[str], people: Sequence[str]) -> list[str]:
    """The answer with an empty line after it; indented where one of its lines would be taken for a cue."""
    indent = "    " if any(_is_cue(line, people) or line == _ANYTHING for line in answer) else ""
    return [*(f"{indent}{line}".rstrip() for line in answer), ""]


def _trimmed(lines: Sequence[str]) -> list[str]:
    return "\n".join(lines).strip("\n").split("\n") if any(lines) else []
