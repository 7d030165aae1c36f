"""People who say whatever comes to mind, at companies on one database: the bot must take all of it.

The stage fails where the bot stumbles or draws past the terminal's edge; `invariants.py` says what must hold of the records.
"""

from __future__ import annotations

import random
import shutil
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from bot.demo.start import new_demo
from tests.babble.speaker import Speaker, pressable
from tests.conversations.companies import BUILT, FOUNDED, STRATEGY
from tests.invariants import broken
from tests.stage import RealStage

EACH = 200
"""Lines between two looks at the records."""

OLD = ("Chen Zhe", "Lin Haoran", "张玥", "Thomas Berger", "Helen Marsh")
"""At the made-up company, which has a year behind it."""
YOUNG = ("Anna", "Tom", "丽华", "Mia", "孙力")
"""At one that is an hour old."""
HIRED = ("Tom, Sales, head", "丽华, Sales, member", "Mia, Service, head", "孙力, Warehouse, member")
STRANGER = "Anna"
SECRET = "Zephyr Quarry"
"""What the other company is called: nobody of the first may ever read it."""


def babble(folder: Path, lines: int, seed: int) -> None:
    """AssertionError with the last lines typed where something is wrong."""
    chance, last = random.Random(seed), deque[str](maxlen=12)
    with _stages(_laid_out(folder), young=bool(seed % 2)) as (stage, other):
        shown = pressable()
        speakers = [Speaker(stage, name, chance, shown) for name in stage.people]
        speakers += [Speaker(other, STRANGER, chance, shown)]
        try:
            for number in range(1, lines + 1):
                _one_line(chance.choice(speakers), last)
                _pass_time(chance, stage, other)
                if number % EACH == 0 or number == lines:
                    assert broken(stage.url) == []
        except BaseException as error:
            error.add_note(f"seed {seed}, after:\n" + "\n".join(last))
            raise


def _one_line(speaker: Speaker, last: deque[str]) -> None:
    speaker.speak(last)
    assert speaker.seen.strip(), "an answer without words"
    assert speaker.name == STRANGER or SECRET not in speaker.seen


def _pass_time(chance: random.Random, *stages: RealStage) -> None:
    dice = chance.random()
    for stage in stages:
        if dice < 0.002:
            stage.restart()
    if dice > 0.97:
        later = timedelta(hours=chance.choice((1, 6, 24, 24 * 8)))
        for stage in stages:
            stage.now += later


@contextmanager
def _stages(url: str, *, young: bool) -> Iterator[tuple[RealStage, RealStage]]:
    """A company, the made-up one or a young one, and another one beside it."""
    stage = RealStage(url, YOUNG, workspace="young", ids="young") if young else RealStage(url, OLD)
    other = RealStage(url, (STRANGER,), workspace="other", ids="other")
    try:
        if young:
            _found(stage, FOUNDED[STRANGER][0])
            stage.type(YOUNG[0], *(f"/kpi members add {each}" for each in HIRED))
        _found(other, "/kpi start new company", SECRET)
        yield stage, other
    finally:
        stage.close()
        other.close()


def _found(stage: RealStage, *first: str) -> None:
    stage.type(STRANGER, *first, *FOUNDED[STRANGER][1:], *STRATEGY[STRANGER], *BUILT[STRANGER])


def _laid_out(folder: Path) -> str:
    template = folder / "template.db"
    if not template.exists():
        new_demo(f"sqlite:///{template}").engine.dispose()
    return f"sqlite:///{shutil.copy(template, folder / 'babble.db')}"
