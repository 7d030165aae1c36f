"""One lane worked through: what is due is claimed, sent and settled, as fast as the platform's limits let it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ParamSpec, Protocol, TypeVar

from adapters.base import Outcome, Poster, TransportError, parts_of
from bot.late import AWAY
from bot.metrics import Metrics
from bot.post import doubts, letters
from bot.post.boxes import Waiting
from bot.post.lanes import Lane
from bot.post.letters import Claim, Letter
from bot.post.limits import Limits
from bot.post.office import Office

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 12
"""Messages of a lane that are on their way at once: enough for thirty a second where an answer takes 0.4 s."""
LONGEST_WAIT = 1.0
"""Seconds until it is looked again, whatever the limits say: the lane has to be kept."""
LONGEST_CALL = 60.0
"""Seconds from before a message is claimed, after which nobody waits for a platform's answer: less than any claim."""
SETTLES = 90
"""How often it is tried to write down what became of a message: each second, as long as its claim holds."""


class Call(Protocol):
    """Does something in a thread, and returns what it returns."""

    async def __call__(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...


@dataclass(frozen=True, slots=True)
class Courier:
    """Who works through one lane."""

    lane: Lane
    office: Office
    poster: Poster
    limits: Limits
    call: Call
    turns: asyncio.Semaphore
    """What all lanes share: how many messages are on their way at once."""
    metrics: Metrics

    async def work(self, goes_on: Callable[[], bool]) -> None:
        """Returns when there is nothing to do now, when the lane is another process's, and when it does not go on."""
        while goes_on():
            found = await self.call(self.office.round, self.lane)
            if found is None:
                return
            for claim in found.doubts:
                await self._ask(claim)
            await self._send(found.waiting)
            self.limits.forget(_now())

    async def _send(self, waiting: Sequence[Waiting]) -> None:
        ready = list(self._ready(waiting))
        await asyncio.gather(*(self._deliver(each) for each in ready))
        if waiting and not ready:
            free_at = min(self.limits.free_at(each.chat, shared=each.shared) for each in waiting)
            await asyncio.sleep(min(free_at - _now(), LONGEST_WAIT))

    def _ready(self, waiting: Sequence[Waiting]) -> Iterator[Waiting]:
        """Those that may go now, the first first; what they take of the limits is taken."""
        now, ready = _now(), 0
        for each in waiting:
            if ready < SIDE_BY_SIDE and self.limits.free_at(each.chat, shared=each.shared) <= now:
                self.limits.note(each.chat, now, shared=each.shared)
                ready += 1
                yield each

    async def _deliver(self, waiting: Waiting) -> None:
        async with self.turns:
            until = _now() + LONGEST_CALL
            try:
                letter = await self.call(self.office.take, self.lane, waiting.id)
                if letter:
                    await self._post(waiting, letter, until)
            except AWAY as error:
                log.warning("message %d waits for the database: %s", waiting.id, error)
            except Exception:
                log.exception("message %d could not be sent", waiting.id)
                await self._settle(letters.failed, waiting.id)

    async def _post(self, waiting: Waiting, letter: Letter, until: float) -> None:
        claim = letter.claim
        try:
            async with asyncio.timeout_at(until):
                external_id = await self._sent(letter, until)
        except TimeoutError:
            await self._not_sent(claim, TransportError("no answer in time", Outcome.UNKNOWN))
        except TransportError as error:
            await self._not_sent(claim, error)
        else:
            self.metrics.posted(self.lane.platform, "sent")
            for _ in parts_of(external_id)[1:]:
                self.limits.note(waiting.chat, _now(), shared=waiting.shared)
            await self._settle(letters.sent, claim, external_id)

    async def _sent(self, letter: Letter, until: float) -> str:
        """Whoever was held up since does not begin any more: the message may be another's before it arrives."""
        if _now() >= until:
            raise TransportError("held up since it was claimed", Outcome.LATER)
        claim = letter.claim
        if letter.over:
            return await self.poster.amend(claim.to, letter.over, letter.message)
        return await self.poster.post(claim.to, letter.message, claim.mark)

    async def _not_sent(self, claim: Claim, error: TransportError) -> None:
        log.warning("message %d to %s: %s: %s", claim.id, self.lane.platform, error.outcome, error)
        self.metrics.posted(self.lane.platform, error.outcome)
        if error.retry_after:
            self.limits.halt(_now() + error.retry_after)
        await self._settle(letters.not_sent, claim, error)

    async def _ask(self, claim: Claim) -> None:
        """Settles a message of which nobody knows."""
        try:
            external_id = await self.poster.posted(claim.to, claim.mark)
        except TransportError as error:
            await self._settle(doubts.not_told, claim, error)
        else:
            if external_id is None:
                await self._settle(doubts.not_found, claim)
            else:
                await self._settle(letters.sent, claim, external_id)

    async def _settle(self, how: Callable[..., None], *what: object) -> None:
        """A database that is away is waited for, so that what was sent is known to be; then it is in doubt."""
        for _ in range(SETTLES):
            try:
                await self.call(lambda: self.office.do(how, *what, self.office.clock()))
            except AWAY as error:
                log.warning("what became of a message waits for the database: %s", error)
                await asyncio.sleep(LONGEST_WAIT)
            else:
                return


def _now() -> float:
    """Seconds on the loop's clock, which never goes back."""
    return asyncio.get_running_loop().time()
