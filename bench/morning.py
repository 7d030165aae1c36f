"""How long it takes until the last reminder of a morning has arrived, beside what the platforms permit.

`python -m bench.morning`: the real couriers and their limits on a clock that is simulated, with a post and a
platform that are only counted. `--messages 1000000` for the whole.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import cycle
from time import process_time

from adapters.base import Address
from adapters.part import Pace
from bot.metrics import Metrics
from bot.post.boxes import Waiting
from bot.post.courier import Courier
from bot.post.delivery import AT_ONCE
from bot.post.lanes import Lane
from bot.post.letters import Claim, Letter
from bot.post.limits import Limits
from bot.post.office import Round
from conversations.view import Message
from tests.virtual import run_virtually

NOW = datetime(2026, 11, 30, 1, tzinfo=UTC)
NOTHING = Message(())
DATABASE = 0.003
"""Seconds that a transaction takes: a claim before each message, and its end after it."""
SIZES = (5, 20, 50, 200, 1_000, 5_000, 20_000)
"""People of the workspaces; there are as many people in those of each size."""

SMALL = 50


@dataclass
class Counted:
    """Stands for the post, and for the platform that it goes to."""

    owed: dict[int, int]
    """By lane, how many have not been claimed."""
    latency: float
    last: float = 0.0
    by_lane: dict[int, float] = field(default_factory=dict)
    """When the last message of each lane arrived."""

    def clock(self) -> datetime:
        return NOW

    def round(self, lane: Lane) -> Round | None:
        """Everybody is owed one message, so that any of them will do."""
        left = self.owed[lane.id]
        found = [Waiting(n, f"{lane.id}/{n}") for n in range(left, max(0, left - 50), -1)]
        return Round(found, ()) if found else None

    def take(self, lane: Lane, id: int) -> Letter:
        self.owed[lane.id] -= 1
        return Letter(Claim(id, "", Address(lane.workspace, user=str(id))), NOTHING)

    def do(self, how: Callable[..., None], *what: object) -> None:
        """Settled, and known to be."""

    async def post(self, to: Address, message: Message, mark: str) -> str:
        await asyncio.sleep(self.latency)
        self.last = self.by_lane[int(to.workspace)] = asyncio.get_running_loop().time()
        return "1"


async def call(do: Callable[..., object], *args: object) -> object:
    """A transaction in a thread."""
    await asyncio.sleep(DATABASE)
    return do(*args)


async def delivered(sizes: Sequence[int], processes: int, latency: float) -> Counted:
    """What became of a message to everybody of these workspaces, all due at the same moment."""
    post, metrics = Counted(dict(enumerate(sizes)), latency), Metrics()
    turns = [asyncio.Semaphore(AT_ONCE) for _ in range(processes)]
    couriers = [
        Courier(Lane(n, "counted", str(n), n), post, post, Limits(Pace()), call, turn, metrics)
        for n, turn in zip(range(len(sizes)), cycle(turns), strict=False)
    ]
    await asyncio.gather(*(each.work(lambda: True) for each in couriers))
    return post


def workspaces(messages: int) -> Iterator[int]:
    """Sizes of workspaces with so many people in all, large and small ones in turn."""
    each = messages // len(SIZES)
    many = [max(1, each // size) for size in SIZES]
    for n in range(max(many)):
        yield from (size for size, count in zip(SIZES, many, strict=True) if n < count)


def main() -> None:
    """Prints how full a lane is, and how long a morning takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    messages = parser.parse_args().messages
    for latency in (0.05, 0.1, 0.2, 0.4):
        took = run_virtually(delivered([3000], 1, latency)).last - latency
        used = soonest(3000) / took
        print(f"one lane, an answer in {latency:.2f} s: {used:.1%} of what is permitted", flush=True)
    sizes = list(workspaces(messages))
    print(f"{sum(sizes)} messages in {len(sizes)} workspaces; floor {soonest(max(sizes)):.0f} s")
    for processes in (1, 2, 4):
        began = process_time()
        post = run_virtually(delivered(sizes, processes, 0.1))
        print(f"{processes} processes: {told(post, sizes)}; took {process_time() - began:.0f} s", flush=True)


def soonest(size: int) -> float:
    """Seconds until a lane may have sent so many."""
    return (size - Pace().per_second) / Pace().per_second


def told(post: Counted, sizes: Sequence[int]) -> str:
    """When the last message arrived, and that of small workspaces."""
    small = sorted(at for n, at in post.by_lane.items() if sizes[n] <= SMALL)
    half, last = small[len(small) // 2], small[-1]
    return (
        f"the last after {post.last:.0f} s; of at most {SMALL} people half after {half:.0f} s, all after {last:.0f} s"
    )


if __name__ == "__main__":
    main()
