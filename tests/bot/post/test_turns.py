"""Lanes take turns; a process that is replaced finishes what is on its way, and the next one goes on at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.post import turns
from bot.post.courier import LONGEST_CALL
from bot.tables import PostState
from tests.bot.post.carrier import until
from tests.bot.post.conftest import Town


def test_a_new_version_takes_over_in_the_middle_of_a_morning(town: Town) -> None:
    """Nothing is on its way when the old process has ended, nothing is doubled, and there is no gap."""
    names = [f"p{n}" for n in range(100)]
    town.hire(*names)
    town.carrier.latency = 0.4

    async def scene() -> None:
        for name in names:
            town.owe(name, 1)
        async with town.delivering("old"):
            await until(lambda: len(town.carrier.taken) >= 10)
        began = asyncio.get_running_loop().time()
        states = [row.state for row in town.rows()]
        assert PostState.SENDING not in states
        assert states.count(PostState.SENT) == len(town.carrier.taken) < 100
        async with town.delivering("new"):
            await until(lambda: len(town.carrier.taken) == 100)
        assert asyncio.get_running_loop().time() - began < 5

    town.play(scene)
    assert town.states() == ["sent"] * 100
    assert town.carrier.too_fast == []


def test_a_lane_is_full_however_long_the_platform_takes_to_answer(town: Town) -> None:
    names = [f"p{n}" for n in range(150)]
    town.hire(*names)
    town.carrier.latency = 0.4

    async def scene() -> None:
        for name in names:
            town.owe(name, 1)
        async with town.delivering():
            await until(lambda: len(town.carrier.taken) == 150)

    town.play(scene)
    took = town.carrier.taken[149].at - town.carrier.taken[0].at
    assert took < (150 - 30) / 30 / 0.95
    assert town.carrier.too_fast == []


def test_only_lanes_with_something_due_that_nobody_else_has_are_looked_at(town: Town) -> None:
    async def scene() -> None:
        one, other = town.office("one"), town.office("other")
        town.late = timedelta(hours=1)
        town.owe("sam", 1)
        town.late = timedelta()
        assert one.lanes(["carrier"]) == []
        town.late = timedelta(hours=1)
        (lane,) = one.lanes(["carrier"])
        assert one.round(lane)
        assert other.lanes(["carrier"]) == []
        assert one.lanes(["carrier"]) == [lane]
        town.late += timedelta(minutes=2)
        assert other.lanes(["carrier"]) == [lane]

    town.play(scene)


def test_a_slow_platform_does_not_make_a_round_outlast_its_lease(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty messages over five ways, each of which takes almost as long as anybody waits for an answer."""
    monkeypatch.setattr(turns, "MESSAGES", 5)
    names = [f"p{n}" for n in range(30)]
    town.hire(*names)
    town.carrier.latency = LONGEST_CALL - 1

    async def scene() -> None:
        for name in names:
            town.owe(name, 1)
        (lane,) = town.office("other").lanes(["carrier"])
        async with town.delivering("one"):
            while len(town.carrier.taken) < len(names):
                await asyncio.sleep(1)
                if "sending" in town.states():
                    assert town.office("other").round(lane) is None

    town.play(scene)
    assert town.states() == ["sent"] * len(names)
