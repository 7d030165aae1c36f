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
what the bot shows Tom unasked; where that is not asked for, it comes before the answer to what he does next. On a stage where days pass
(tests/bot/wake/lived.py) `-- until 2026-11-24 09:00 --` lists what anybody was written meanwhile. `...` stands for any lines. How far an answer is indented is not compared. The body of the test runs when the chat is over.
"""

from __future__ import annotations

import difflib
import functools
import inspect
from collections.abc import Callable, Sequence

import pytest

from tests.rewrite import rewrite_docstring
from tests.scenes import cue_of, scenes
from tests.telling import Stage, tell

_ANYTHING = "..."


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
    before, found = scenes(chat.splitlines(), stage.people)
    lines = list(before)
    for scene, shown in zip(found, tell(chat, stage), strict=True):
        answer = _trimmed([line.rstrip() for line in shown.drawn.split("\n")])
        as_written = _as_written(scene.written, answer)
        lines += [scene.line, *(scene.written if as_written else _laid_out(answer, stage.people))]
    return "\n".join(lines).rstrip()


def difference(written: str, said: str) -> str:
    """What a failing test says: how the chat went otherwise than it is written."""
    lines = difflib.unified_diff(written.splitlines(), said.splitlines(), "as written", "as said now", lineterm="", n=5)
    return "\n".join(["The chat goes differently (pytest --rewrite writes down how):", *lines])


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
    indent = "    " if any(cue_of(line, people) or line == _ANYTHING for line in answer) else ""
    return [*(f"{indent}{line}".rstrip() for line in answer), ""]


def _trimmed(lines: Sequence[str]) -> list[str]:
    return "\n".join(lines).strip("\n").split("\n") if any(lines) else []
