"""People who say whatever comes to mind, at two companies on one database: the bot must take all of it.

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

PEOPLE = ("Chen Zhe", "Lin Haoran", "张玥", "Thomas Berger", "Helen Marsh")
STRANGER = "Anna"
SECRET = "Zephyr Quarry"
"""What the other company is called: nobody of the first may ever read it."""


def babble(folder: Path, lines: int, seed: int) -> None:
    """AssertionError with the last lines typed where something is wrong."""
    chance, last = random.Random(seed), deque[str](maxlen=12)
    with _stages(_laid_out(folder)) as (stage, other):
        shown = pressable()
        speakers = [Speaker(stage, name, chance, shown) for name in PEOPLE]
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
def _stages(url: str) -> Iterator[tuple[RealStage, RealStage]]:
    """The demo company, and another one beside it."""
    stage, other = RealStage(url, PEOPLE), RealStage(url, (STRANGER,), workspace="other", ids="other")
    try:
        other.type(STRANGER, f"/kpi start {SECRET}", *FOUNDED[STRANGER][1:], *STRATEGY[STRANGER], *BUILT[STRANGER])
        yield stage, other
    finally:
        stage.close()
        other.close()


def _laid_out(folder: Path) -> str:
    template = folder / "template.db"
    if not template.exists():
        new_demo(f"sqlite:///{template}").engine.dispose()
    return f"sqlite:///{shutil.copy(template, folder / 'babble.db')}"
