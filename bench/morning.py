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
from time import process_time
from typing import cast

from adapters.base import Address, Poster
from adapters.part import Pace
from bot.metrics import Metrics
from bot.post.boxes import Waiting
from bot.post.courier import Call, Courier
from bot.post.lanes import Lane
from bot.post.letters import AT_ONCE, Claim, Letter
from bot.post.limits import Limits
from bot.post.office import Office, Round
from bot.post.turns import Turns
from conversations.view import Message
from tests.virtual import run_virtually

NOW = datetime(2026, 11, 30, 1, tzinfo=UTC)
NOTHING = Message(())
ANSWER = 0.1
"""Seconds until the platform answers."""
SIZES = (5, 20, 50, 200, 1_000, 5_000, 20_000)
"""People of the workspaces; there are as many people in those of each size."""
SMALL = 50
LANE = 3_000
"""Messages of the one lane of which it is asked how full it is."""
COSTS = {"round": 0.004, "take": 0.013}
"""Seconds of the processor, of which a process has one, as `bench.wording` measures them."""
SETTLE = 0.001


@dataclass
class Counted:
    """Stands for the platform, and for the rows that all processes share."""

    owed: dict[int, int]
    """By lane, how many have not been claimed."""
    answer: float = ANSWER
    holders: dict[int, str] = field(default_factory=dict)
    last: float = 0.0
    by_lane: dict[int, float] = field(default_factory=dict)
    """When the last message of each lane arrived."""

    async def post(self, to: Address, message: Message, mark: str) -> str:
        await asyncio.sleep(self.answer)
        self.last = self.by_lane[int(to.workspace)] = asyncio.get_running_loop().time()
        return "1"


@dataclass
class OnePost:
    """Stands for the post of one process, whose transactions wait for its processor."""

    rows: Counted
    holder: str
    turns: Turns = field(default_factory=Turns)
    processor: asyncio.Lock = field(default_factory=asyncio.Lock)

    def clock(self) -> datetime:
        return NOW

    def round(self, lane: Lane) -> Round | None:
        """Everybody is owed one message, so that any of them will do."""
        left = self.rows.owed[lane.id]
        if not left or self.rows.holders.setdefault(lane.id, self.holder) != self.holder:
            return None
        return Round([Waiting(n, str(n)) for n in range(left, max(0, left - AT_ONCE), -1)], ())

    def take(self, lane: Lane, id: int) -> Letter:
        self.rows.owed[lane.id] -= 1
        return Letter(Claim(id, "", Address(lane.workspace, user=str(id))), NOTHING)

    def do(self, how: Callable[..., None], *what: object) -> None:
        """Settled, and known to be."""

    async def call(self, do: Callable[..., object], *args: object) -> object:
        """A transaction in a thread."""
        async with self.processor:
            await asyncio.sleep(COSTS.get(do.__name__, SETTLE))
            return do(*args)

    async def deliver(self, lanes: Sequence[Lane], metrics: Metrics) -> None:
        """Each lane has its courier, also where another process has the lane."""
        # What a courier of one message each never calls is not here.
        office, poster, call = cast(Office, self), cast(Poster, self.rows), cast(Call, self.call)
        couriers = (
            Courier(lane, office, poster, Limits(Pace()), call, self.turns, metrics, lambda: True) for lane in lanes
        )
        await asyncio.gather(*(each.work() for each in couriers))


async def delivered(sizes: Sequence[int], processes: int, answer: float = ANSWER) -> Counted:
    """What became of a message to everybody of these workspaces, all due at the same moment."""
    rows, metrics = Counted(dict(enumerate(sizes)), answer), Metrics()
    lanes = [Lane(n, "counted", str(n), n) for n in range(len(sizes))]
    await asyncio.gather(*(OnePost(rows, str(n)).deliver(lanes, metrics) for n in range(processes)))
    return rows


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
    parser.add_argument("--processes", type=int, nargs="*", default=(1, 2, 4))
    given = parser.parse_args()
    for answer in (0.05, 0.1, 0.2, 0.4, 0.8):
        took = run_virtually(delivered([LANE], 1, answer)).last - answer
        print(f"one lane, an answer in {answer:.2f} s: {soonest(LANE) / took:.1%} of what is permitted", flush=True)
    sizes = list(workspaces(given.messages))
    print(f"{sum(sizes)} messages in {len(sizes)} workspaces; floor {soonest(max(sizes)):.0f} s", flush=True)
    for processes in given.processes:
        began = process_time()
        rows = run_virtually(delivered(sizes, processes))
        print(f"{processes} processes: {told(rows, sizes)}; took {process_time() - began:.0f} s", flush=True)


def soonest(size: int) -> float:
    """Seconds until a lane may have sent so many."""
    return (size - Pace().per_second) / Pace().per_second


def told(rows: Counted, sizes: Sequence[int]) -> str:
    """When the last message arrived, and that of small workspaces."""
    small = sorted(at for n, at in rows.by_lane.items() if sizes[n] <= SMALL)
    half, last = small[len(small) // 2], small[-1]
    return (
        f"the last after {rows.last:.0f} s; of at most {SMALL} people half after {half:.0f} s, all after {last:.0f} s"
    )


if __name__ == "__main__":
    main()
