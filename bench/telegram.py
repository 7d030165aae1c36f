"""From an update to its answer on Telegram, beside a bare echo bot: `python -m bench.telegram [BOT ...]`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from os import sysconf
from pathlib import Path
from time import perf_counter

from bench.load import half, nearly_all
from bench.telegram_bots import ADAPTER, BOT, ECHO, FIRST
from tests.adapters.telegram import judge
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.state import NOW, SENDS, Call, Json

AT_ONCE = {1: 100, 10: 20, 50: 6}
"""So many people who type at the same moment, and how often."""
WARM = 2
"""Rounds before those that count."""
TICKS = sysconf("SC_CLK_TCK")
"""In which Linux counts the processor's seconds."""


class Watch(FakeTelegram):
    """A Telegram that judges nothing and notes when each chat was first answered."""

    def __init__(self) -> None:
        super().__init__()
        self.answered: dict[int, float] = {}

    async def _answers(self, call: Call) -> object:
        if call.method in SENDS:
            self.answered.setdefault(call.given["chat_id"], perf_counter())
        return await super()._answers(call)

    async def round(self, people: int) -> Sequence[float]:
        """Seconds until each of them was answered, who typed at the same moment."""
        self.answered.clear()
        updates = [self._typed(FIRST + n) for n in range(people)]
        begun = perf_counter()
        async with self.server.changed:
            self.server.updates += updates
            self.server.changed.notify_all()
        async with asyncio.timeout(60):
            while len(self.answered) < people or self.server.updates:
                await asyncio.sleep(0.001)
        return [at - begun for at in self.answered.values()]

    def _typed(self, id: int) -> Json:
        self.server.reachable.add(id)
        chat = self.server.chats.setdefault(id, {"id": id, "type": "private", "first_name": "Ann"})
        sender = {"id": id, "is_bot": False, "first_name": "Ann", "language_code": "en"}
        entities = [{"type": "bot_command", "offset": 0, "length": 7}]
        message = {"message_id": next(self.server.numbers), "date": NOW, "chat": chat, "from": sender}
        said = {**message, "text": "/report", "entities": entities}
        return {"update_id": next(self.server.numbers), "message": said}


@dataclass(slots=True)
class Bot:
    """One of the bots, in a process of its own, and the Telegram that it is at."""

    name: str
    telegram: Watch
    process: int
    took: list[float] = field(default_factory=list)

    async def warm(self, people: int) -> None:
        """Forgets what was measured; what comes first takes longer and does not count."""
        self.took.clear()
        for _ in range(WARM):
            await self.telegram.round(people)

    async def measure(self, people: int) -> None:
        """One round more."""
        self.took += await self.telegram.round(people)

    def busy(self) -> float:
        """Seconds of a processor that it has used."""
        return sum(map(int, Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()[11:13])) / TICKS


def main(names: Sequence[str]) -> None:
    """Prints a row of the table for each number of people and bot; the echo's is what the others are held against."""
    judge.faults_of_call = lambda method, given: []
    judge.faults_of_answer = lambda method, answer: []
    asyncio.run(_measured([ECHO, *(names or (ADAPTER, BOT))]))


async def _measured(names: Sequence[str]) -> None:
    async with AsyncExitStack() as running:
        bots = [await running.enter_async_context(_running(name)) for name in names]
        for people, rounds in AT_ONCE.items():
            for row in await _rows(bots, people, rounds):
                print(row, flush=True)


async def _rows(bots: Sequence[Bot], people: int, rounds: int) -> list[str]:
    """The bots are asked in turn, round by round, so that what else the machine does hits all of them."""
    for bot in bots:
        await bot.warm(people)
    before = [bot.busy() for bot in bots]
    for _ in range(rounds):
        for bot in bots:
            await bot.measure(people)
    busy = [1000 * (bot.busy() - was) / len(bot.took) for bot, was in zip(bots, before, strict=True)]
    return [_row(people, bot, each, bots[0]) for bot, each in zip(bots, busy, strict=True)]


def _row(people: int, bot: Bot, busy: float, echo: Bot) -> str:
    middle, most = half(bot.took), nearly_all(bot.took)
    ratios = f"{middle / half(echo.took):.2f} | {most / nearly_all(echo.took):.2f}"
    return f"| {people} | {bot.name} | {middle:.1f} | {most:.1f} | {ratios} | {busy:.1f} |"


@asynccontextmanager
async def _running(name: str) -> AsyncIterator[Bot]:
    """On a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        async with (telegram := Watch()):
            url = f"sqlite:///{Path(folder)}/demo.db"
            command = [sys.executable, "-m", "bench.telegram_bots", name, telegram.base, url]
            process = await asyncio.create_subprocess_exec(*command)
            try:
                yield Bot(name, telegram, process.pid)
            finally:
                process.terminate()
                await process.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
