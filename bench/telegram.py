"""From an update to its answer on Telegram, beside a bare echo bot in the same run: `python -m bench.telegram`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from bench.telegram_bots import ADAPTER, BOT, ECHO, FIRST
from tests.adapters.telegram import judge
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.state import NOW, SENDS, Call, Json

AT_ONCE = {1: 100, 10: 20, 50: 6}
"""So many people who type at the same moment, and how often."""
WARM = 2
"""Rounds before those that count."""


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


def main() -> None:
    """Prints median and 99 of 100 for each bot and number of people, and their ratios to the echo's."""
    judge.faults_of_call = lambda method, given: []
    judge.faults_of_answer = lambda method, answer: []
    asyncio.run(_measured())


async def _measured() -> None:
    echo: dict[int, Sequence[float]] = {}
    for name in (ECHO, ADAPTER, BOT):
        async with Watch() as telegram, _running(name, telegram.base):
            for people, rounds in AT_ONCE.items():
                for _ in range(WARM):
                    await telegram.round(people)
                took = [each for _ in range(rounds) for each in await telegram.round(people)]
                print(_line(name, people, took, echo.setdefault(people, took)), flush=True)


def _line(name: str, people: int, took: Sequence[float], echo: Sequence[float]) -> str:
    middle, most = (1000 * of(took) for of in (median, _p99))
    ratios = f"{median(took) / median(echo):.1f} and {_p99(took) / _p99(echo):.1f} times the echo"
    return f"{name}, {people} at once: median {middle:.1f} ms, 99 of 100 within {most:.1f} ms; {ratios}"


def _p99(took: Sequence[float]) -> float:
    return quantiles(took, n=100)[-1]


@asynccontextmanager
async def _running(name: str, base: str) -> AsyncIterator[Process]:
    """The bot in a process of its own, on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bench.telegram_bots", name, base, f"sqlite:///{Path(folder)}/demo.db"]
        bot = await asyncio.create_subprocess_exec(*command)
        try:
            yield bot
        finally:
            bot.terminate()
            await bot.wait()


if __name__ == "__main__":
    main()
