"""People who type whatever comes to mind, at two companies on one database: the bot must take all of it.

    python -m tests.babble                           # 100,000 lines, at a new pair of companies every 2,000
    python -m tests.babble --lines 2000 --seed 17    # one of them again

The stage fails where the bot stumbles or draws past the terminal's edge; `invariants.py` says what must hold of the records.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from bot.demo.company import read
from bot.demo.start import new_demo
from conversations.commands import COMMANDS
from tests.conversations.companies import BUILT, FOUNDED, STRATEGY
from tests.invariants import broken
from tests.stage import RealStage

LINES = 2_000
"""Typed at one pair of companies, before the next pair."""
EACH = 200
"""Lines between two looks at the records."""

PEOPLE = ("Chen Zhe", "Lin Haoran", "张玥", "Thomas Berger", "Helen Marsh")
STRANGER = "Anna"
SECRET = "Zephyr Quarry"
"""What the other company is called: nobody of the first may ever read it."""

_DRAWN = re.compile(r"\[(\d+)\]")
_ACTS = (
    "back",
    "skip",
    "cancel",
    "help",
    "返回",
    "跳过",
    "取消",
    "帮助",
    "yes",
    "no",
    "是",
    "否",
    "undo",
    "撤销",
    "ok",
    "谢谢",
)
_PERIODS = (
    "today",
    "this week",
    "last month",
    "2026-11",
    "2026-W47",
    "2026-Q4",
    "2025",
    "本月",
    "上季度",
    "昨天",
    "2026-13",
)
_NUMBERS = (
    "0",
    "3",
    "12",
    "-4",
    "1,200",
    "1.200,5",
    "3.5k",
    "1.2万",
    "３５",
    "12%",
    "￥3,000",
    "half",
    "45/50",
    "1e9",
    "九成",
)
_WORDS = (
    "same",
    "n/a",
    "训练",
    "late 🚚",
    "because of the holiday",
    "价格战",
    "<b>x</b>",
    "*bold*",
    "{{7*7}}",
    "'; --",
    "مبيعات",
)


class Speaker:
    """Somebody at a terminal, who mostly does what is offered there, and often something else."""

    def __init__(self, stage: RealStage, name: str, chance: random.Random, nouns: Sequence[str]) -> None:
        self.name = name
        self._stage = stage
        self._chance = chance
        self._nouns = nouns
        self._seen = ""

    def speak(self) -> str:
        """Types a line and looks at what comes; returns what was typed."""
        line = self._line()
        self._seen = self._stage.type(self.name, line) or self._seen
        return line

    @property
    def seen(self) -> str:
        """What stands on the terminal."""
        return self._seen

    def _line(self) -> str:
        kinds: list[Callable[[], str]] = [self._offered, self._answer, self._command, self._values, self._babble]
        return self._chance.choices(kinds, (45, 22, 18, 10, 5))[0]()

    def _offered(self) -> str:
        offered = _DRAWN.findall(self._seen)
        return f"[{self._chance.choice(offered)}]" if offered else self._command()

    def _answer(self) -> str:
        words = (_ACTS, _NUMBERS, _PERIODS, self._nouns, _WORDS)
        picked = [self._pick(*words) for _ in range(self._chance.choice((1, 1, 1, 2, 3)))]
        return self._pick((" ", ", ", "，", " / ")).join(picked)

    def _command(self) -> str:
        name = self._pick(self._chance.choice(COMMANDS).names)
        words = (self._pick(self._nouns, _PERIODS, _NUMBERS, _WORDS) for _ in range(self._chance.choice((0, 0, 1, 2))))
        return " ".join((self._pick(("/kpi", "/")), name, *words)).replace("/ ", "/")

    def _values(self) -> str:
        pairs = (
            f"{self._pick(self._nouns)} {self._pick(_NUMBERS, ('same', 'n/a'))}"
            for _ in range(self._chance.randint(1, 4))
        )
        return ", ".join(pairs)

    def _babble(self) -> str:
        letters = "abc 123,.;:%/[]{}<>&@#*_'\"\\一二三万年月日￥…—🙂\u200b\u202e\u0000"
        return "".join(self._chance.choices(letters, k=self._chance.randint(1, 40)))

    def _pick(self, *shelves: Sequence[str]) -> str:
        return self._chance.choice(self._chance.choice(shelves))


def babble(folder: Path, lines: int, seed: int) -> None:
    """AssertionError with the last lines typed where something is wrong."""
    chance, nouns, last = random.Random(seed), _nouns(), deque[str](maxlen=12)
    with _stages(_laid_out(folder)) as (stage, other):
        speakers = [Speaker(stage, name, chance, nouns) for name in PEOPLE] + [Speaker(other, STRANGER, chance, nouns)]
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
    last.append(f"{speaker.name}: ?")
    last[-1] = f"{speaker.name}: {speaker.speak()!r}"
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


def _nouns() -> tuple[str, ...]:
    plan = read()
    people = [person.name for person in plan.people]
    others = [part.name for part in plan.departments] + [measure.definition.name for measure in plan.measures]
    return (*(text for name in (*people, *others) for text in (name.en, name.zh)), *(f"@{name.en}" for name in people))


def main(lines: int = 100_000, seed: int = 0) -> None:
    """Has people babble at new companies until so many lines are typed."""
    with TemporaryDirectory(prefix="kpi-bot-babble-") as folder:
        for number, begun in enumerate(range(0, lines, LINES), seed):
            babble(Path(folder), min(LINES, lines - begun), number)
            print(f"{begun + min(LINES, lines - begun)} lines of {lines}, seed {number}", flush=True)


if __name__ == "__main__":
    typer.run(main)
