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
from bot.post.turns import Turns

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)

LONGEST_WAIT = 1.0
"""Seconds until it is looked again, whatever the limits say: the lane has to be kept."""
LONGEST_CALL = 30.0
"""Seconds from before a message is claimed, after which nobody waits for a platform's answer: less than any claim."""
ROUND = 15.0
"""Seconds of a round in which a message is taken up; the others wait for the next. With the longest call it is what is
left at least of a lease when a round begins, however slow the platform."""
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
    turns: Turns
    metrics: Metrics
    goes_on: Callable[[], bool]
    """Whether more messages are taken up."""

    async def work(self) -> None:
        """Returns when there is nothing to do now, when the lane is another process's, and when it does not go on."""
        wait: float | None = 0.0
        while wait is not None:
            await asyncio.sleep(wait)
            async with self.turns.lanes:
                wait = await self._round() if self.goes_on() else None

    async def _round(self) -> float | None:
        """Sends what may go now; seconds until the next round, None where none is needed."""
        found = await self.call(self.office.round, self.lane)
        if found is None:
            return None
        until = _now() + ROUND
        for claim in found.doubts:
            await self._ask(claim, until)
        ready = list(self._ready(found.waiting))
        await asyncio.gather(*(self._deliver(each, until) for each in ready))
        self.limits.forget(_now())
        return 0.0 if ready else self._until_free(found.waiting)

    def _ready(self, waiting: Sequence[Waiting]) -> Iterator[Waiting]:
        """Those that may go now, the first first; what they take of the limits is taken."""
        now = _now()
        for each in waiting:
            if self.limits.free_at(each.chat, shared=each.shared) <= now:
                self.limits.note(each.chat, now, shared=each.shared)
                yield each

    def _until_free(self, waiting: Sequence[Waiting]) -> float:
        free_at = (self.limits.free_at(each.chat, shared=each.shared) for each in waiting)
        return min(max(0.0, min(free_at, default=0.0) - _now()), LONGEST_WAIT)

    async def _deliver(self, waiting: Waiting, round_until: float) -> None:
        async with self.turns.messages:
            if not self.goes_on() or _now() >= round_until:
                return
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

    async def _ask(self, claim: Claim, until: float) -> None:
        """Settles a message of which nobody knows; one that is not answered in time is asked for again later."""
        try:
            async with asyncio.timeout_at(until):
                external_id = await self.poster.posted(claim.to, claim.mark)
        except TimeoutError:
            await self._settle(doubts.not_told, claim, TransportError("no answer in time", Outcome.LATER))
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
