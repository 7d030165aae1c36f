"""So many at once, and what that is in numbers: for every platform alike."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from statistics import median, quantiles
from typing import TypeVar

T = TypeVar("T")


async def at_once(people: int, times: int, once: Callable[[int], Awaitable[T]]) -> list[T]:
    """Each of so many people (by their number, from 0) does it so many times, one after the other; all at once."""

    async def in_turn(person: int) -> list[T]:
        return [await once(person) for _ in range(times)]

    return [each for found in await asyncio.gather(*map(in_turn, range(people))) for each in found]


def half(seconds: Sequence[float]) -> float:
    """The median, in milliseconds."""
    return median(seconds) * 1000


def nearly_all(seconds: Sequence[float]) -> float:
    """What 99 of 100 take at most, in milliseconds."""
    return quantiles(seconds, n=100, method="inclusive")[98] * 1000
