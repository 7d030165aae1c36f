"""What is owed goes out once, as fast as the platform lets it; whatever goes wrong meanwhile has a rule."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import ParamSpec, TypeVar

import pytest
from sqlalchemy.orm import Session

from adapters.base import LOCAL, Who
from bot.bootstrap import build
from bot.people import arrive, settle
from bot.post.courier import LONGEST_CALL
from bot.post.letters import ASK_AFTER, CLAIM, FIRST_WAIT, Letter, read, take, wait
from bot.post.outbox import KEPT
from bot.tables import AccountRow, PostRow, PostState
from conversations.event import Said
from conversations.news import NewsKind
from kpi_engine.commands import RemoveMember
from tests.bot.post.carrier import Fault, until
from tests.bot.post.conftest import Town

P = ParamSpec("P")
T = TypeVar("T")


def test_what_is_owed_is_sent_once(town: Town) -> None:
    async def scene() -> None:
        async with town.delivering():
            town.owe("hal", 1)
            town.owe("sam", 1)
            await until(lambda: len(town.carrier.taken) == 2)
            await asyncio.sleep(100)

    town.play(scene)
    assert sorted(each.chat for each in town.carrier.taken) == ["hal", "sam"]
    assert "<b>Eve</b> doesn't arrive" in town.carrier.taken[0].text
    assert town.states() == ["sent", "sent"]
    assert sorted(row.external_id or "" for row in town.rows()) == ["1", "2"]
    assert 'kpi_bot_posts_total{outcome="sent",platform="carrier"} 2.0' in town.metrics.shown().decode()


def test_the_message_is_marked_as_being_sent_before_the_call(town: Town) -> None:
    seen = []

    async def scene() -> None:
        town.owe("hal", 1)
        async with town.delivering():
            await asyncio.sleep(0.01)
            seen.extend(town.states())

    town.play(scene)
    assert seen == ["sending"]
    assert town.states() == ["sent"]


def test_nobody_is_written_to_faster_than_once_a_second(town: Town) -> None:
    async def scene() -> None:
        town.owe("hal", *range(20))
        town.owe("sam", *range(20))
        async with town.delivering():
            await until(lambda: len(town.carrier.taken) == 40)

    town.play(scene)
    assert town.carrier.too_fast == []
    assert town.carrier.taken[-1].at < 25


def test_a_group_with_its_topics_is_posted_to_twenty_times_a_minute(town: Town) -> None:
    """And holds up nobody: what people are owed goes meanwhile, and before it."""

    async def scene() -> None:
        town.owe_channel("-100/1", *range(15))
        town.owe_channel("-100/2", *range(15))
        town.owe("hal", 1, 2, 3)
        async with town.delivering():
            await until(lambda: len(town.carrier.taken) == 33)

    town.play(scene)
    assert town.carrier.too_fast == []
    group = [each.at for each in town.carrier.taken if each.chat == "-100"]
    assert group[19] < 25
    assert 60 <= group[20] - group[0] < 65
    assert [each.at for each in town.carrier.taken if each.chat == "hal"][-1] < 5


def test_what_was_not_sent_is_tried_again_ever_more_seldom(town: Town) -> None:
    tries = []

    async def scene() -> None:
        town.carrier.faults.extend([Fault.REFUSED] * 4)
        town.owe("hal", 1)
        async with town.delivering():
            for left in range(3, -1, -1):
                await until(lambda: len(town.carrier.faults) == left)  # noqa: B023
                tries.append(asyncio.get_running_loop().time())
            await until(lambda: town.states() == ["sent"])

    town.play(scene)
    gaps = [later - sooner for sooner, later in pairwise(tries)]
    first = FIRST_WAIT.total_seconds()
    assert gaps == pytest.approx([first * 2**n for n in range(3)], abs=2.5)


@pytest.mark.parametrize(
    ("attempts", "retry_after", "seconds"),
    [(1, None, 15), (4, None, 120), (9, None, 3600), (99, None, 3600), (1, 77, 77)],
)
def test_the_wait_has_an_end(attempts: int, retry_after: float | None, seconds: int) -> None:
    assert wait(attempts, retry_after) == timedelta(seconds=seconds)


def test_the_platform_says_how_long_to_wait(town: Town) -> None:
    """Also to all others: it is the bot that was too fast."""

    async def scene() -> None:
        town.carrier.faults.append(Fault.REFUSED)
        town.carrier.retry_after = 100
        town.owe("hal", 1)
        async with town.delivering():
            await until(lambda: not town.carrier.faults)
            town.owe("sam", 1)
            await until(lambda: len(town.carrier.taken) == 2)

    town.play(scene)
    assert [each.at >= 100 for each in town.carrier.taken] == [True, True]
    assert town.carrier.taken[-1].at < 104


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.UNANSWERED])
def test_where_nobody_answered_the_platform_is_asked(town: Town, fault: Fault) -> None:
    async def scene() -> None:
        town.carrier.faults.append(fault)
        town.owe("hal", 1)
        async with town.delivering():
            await until(lambda: not town.carrier.faults)
            await asyncio.sleep(0.1)
            assert town.states() == ["unknown"]
            await until(lambda: town.states() == ["sent"])

    town.play(scene)
    assert town.carrier.asked == 1
    assert [each.chat for each in town.carrier.taken] == ["hal"]
    asked_first = fault is Fault.LOST
    assert (town.carrier.taken[0].at > ASK_AFTER.total_seconds()) is asked_first


@pytest.mark.parametrize(
    ("fault", "kind", "times"),
    [
        (Fault.UNANSWERED, NewsKind.UNREACHABLE, 2),
        (Fault.LOST, NewsKind.UNREACHABLE, 1),
        (Fault.UNANSWERED, NewsKind.PUBLISHED, 2),
    ],
)
def test_what_tells_of_something_is_repeated_where_the_platform_cannot_be_asked(
    town: Town, fault: Fault, kind: NewsKind, times: int
) -> None:
    about = town.published() if kind is NewsKind.PUBLISHED else ""
    town.carrier.can_be_asked = False

    async def scene() -> None:
        town.carrier.faults.append(fault)
        town.owe("hal", 1, kind=kind, about=about)
        async with town.delivering():
            await until(lambda: town.states() == ["sent"])
            await asyncio.sleep(60)

    town.play(scene)
    assert len(town.carrier.taken) == times


@pytest.mark.parametrize(("fault", "times"), [(Fault.UNANSWERED, 1), (Fault.LOST, 0)])
def test_what_asks_for_something_is_not_repeated(town: Town, fault: Fault, times: int) -> None:
    """It stands in one's day as well."""
    town.carrier.can_be_asked = False
    about = town.proposed()

    async def scene() -> None:
        town.carrier.faults.append(fault)
        town.owe("hal", 1, kind=NewsKind.PROPOSED, about=about)
        async with town.delivering():
            await until(lambda: town.rows()[0].settled_at is not None)
            await asyncio.sleep(60)

    town.play(scene)
    assert town.states() == ["unknown"]
    assert len(town.carrier.taken) == times


def test_who_was_sending_and_is_not_there_any_more_leaves_a_message_that_is_asked_for(town: Town) -> None:
    async def scene() -> None:
        town.owe("hal", 1)
        office = town.office("dead")
        (lane,) = office.lanes(["carrier"])
        assert office.round(lane)
        with Session(town.engine) as session, session.begin():
            letter = read(session, lane, town.rows()[0].id, "dead mark", town.now())
            assert isinstance(letter, Letter)
            assert take(session, letter, town.now())
        async with town.delivering("other"):
            await asyncio.sleep(CLAIM.total_seconds() - 5)
            assert (town.states(), town.carrier.taken) == (["sending"], [])
            await until(lambda: town.states() == ["sent"])

    town.play(scene)
    assert (town.carrier.asked, len(town.carrier.taken)) == (1, 1)


def test_who_was_held_up_since_they_claimed_a_message_does_not_send_it(town: Town) -> None:
    async def scene() -> None:
        town.owe("hal", 1)
        async with town.delivering(call=held_up):
            await asyncio.sleep(LONGEST_CALL + 1)
            assert (town.states(), town.carrier.taken) == (["owed"], [])
        async with town.delivering("other"):
            await until(lambda: town.states() == ["sent"])

    async def held_up(do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        done = do(*args, **kwargs)
        await asyncio.sleep(LONGEST_CALL if isinstance(done, Letter) else 0)
        return done

    town.play(scene)
    assert len(town.carrier.taken) == 1


@pytest.mark.parametrize("hours", [1, -1])
def test_a_clock_that_is_set_otherwise_neither_stops_nor_doubles_the_post(town: Town, hours: int) -> None:
    async def scene() -> None:
        town.owe("hal", 1)
        office = town.office("dead")
        (lane,) = office.lanes(["carrier"])
        assert office.round(lane)
        town.late = timedelta(hours=hours)
        async with town.delivering("other"):
            town.owe("sam", 1)
            await until(lambda: len(town.carrier.taken) >= 1)
            town.late = timedelta()
            await until(lambda: len(town.carrier.taken) == 2)
            await asyncio.sleep(100)

    town.play(scene)
    assert sorted(each.chat for each in town.carrier.taken) == ["hal", "sam"]


def test_who_blocked_the_bot_is_written_to_again_when_they_come_back_and_their_head_knows(town: Town) -> None:
    async def scene() -> None:
        town.carrier.blocked.add("sam")
        town.owe("sam", 1, 2)
        async with town.delivering():
            await until(lambda: len(town.carrier.taken) == 1)
            assert town.carrier.taken[0].chat == "hal"
            assert "What I send to <b>Sam</b> doesn't arrive" in town.carrier.taken[0].text
            await asyncio.sleep(60)
            assert town.states() == ["owed", "owed", "sent"]
            town.carrier.blocked.clear()
            build(town.engine, town.now).hear(town.who("sam"), Said("/kpi help"))
            await until(lambda: len(town.carrier.taken) == 3)

    town.play(scene)
    assert [each.chat for each in town.carrier.taken] == ["hal", "sam", "sam"]


def test_who_is_back_before_their_head_heard_is_not_told_of(town: Town) -> None:
    async def scene() -> None:
        town.carrier.blocked |= {"sam", "hal", "ann"}
        town.owe("sam", 1)
        async with town.delivering():
            await until(lambda: [(row.state.value, row.attempts) for row in town.rows()] == [("owed", 1)] * 3)
            town.carrier.blocked.clear()
            for name in ("ann", "hal", "sam"):
                build(town.engine, town.now).hear(town.who(name), Said("/kpi help"))
            await until(lambda: all(row.settled_at for row in town.rows()))

    town.play(scene)
    assert [each.chat for each in town.carrier.taken] == ["sam"]


def test_a_message_goes_where_its_reader_did_something_last_and_only_there(town: Town) -> None:
    def account(name: str, platform: str, external_id: str) -> None:
        with Session(town.engine) as session, session.begin():
            place = settle(session, platform, "W2", town.company_id)
            row = AccountRow(
                company_id=town.company_id,
                person_id=town.people[name],
                platform=platform,
                workspace_id=place.id,
                external_id=external_id,
                heard_at=town.now() + timedelta(hours=1),
            )
            session.add(row)

    async def scene() -> None:
        account("hal", "pigeon", "hal on pigeon")
        account("sam", LOCAL, "sam")
        town.owe("hal", 1)
        town.owe("sam", 1)
        async with town.delivering():
            await asyncio.sleep(100)
            assert [each.chat for each in town.carrier.taken] == ["sam"]
            with Session(town.engine) as session, session.begin():
                arrive(session, town.who("hal"), town.now() + timedelta(hours=2))
            await until(lambda: len(town.carrier.taken) == 2)

    town.play(scene)
    assert [each.chat for each in town.carrier.taken] == ["sam", "hal"]


def test_on_this_machine_nobody_is_shown_what_they_are_sent(town: Town) -> None:
    async def scene() -> None:
        with Session(town.engine) as session, session.begin():
            settle(session, LOCAL, "", town.company_id)
        town.owe("hal", 1)
        town.owe("eve", 1)
        bot = build(town.engine, town.now)
        assert len(bot.unasked(Who(LOCAL, "", "Hal", "Hal"))) == 0
        assert len(bot.unasked(Who(LOCAL, "", "Eve", "Eve"))) == 1

    town.play(scene)
    assert town.states() == ["owed", "sent"]


def test_what_comes_too_late_is_not_sent(town: Town) -> None:
    async def scene() -> None:
        town.owe("hal", 1)
        town.late = KEPT
        async with town.delivering():
            await until(lambda: town.states() == ["dropped"])

    town.play(scene)
    assert town.carrier.taken == []


def test_what_could_not_be_sent_in_time_has_failed(town: Town) -> None:
    async def scene() -> None:
        town.carrier.faults.append(Fault.REFUSED)
        town.owe("hal", 1)
        async with town.delivering():
            await until(lambda: not town.carrier.faults)
            town.late = KEPT
            await until(lambda: town.states() == ["failed"])

    town.play(scene)
    assert town.carrier.taken == []


def test_who_has_left_is_not_written_to(town: Town) -> None:
    async def scene() -> None:
        town.owe("sam", 1)
        town.do(RemoveMember(town.people["sam"]))
        async with town.delivering():
            await until(lambda: town.states() == ["dropped"])

    town.play(scene)
    assert town.carrier.taken == []


@pytest.mark.parametrize("where", ["poster", "words"])
def test_an_error_of_ours_ends_one_message_and_holds_up_no_other(
    town: Town, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        if where == "poster":
            town.carrier.faults.append(Fault.BROKEN)
            town.owe("hal", 1)
        else:
            town.owe("hal", 1, kind=NewsKind.PROPOSED, about="no number")
        async with town.delivering():
            await until(lambda: town.states() == ["failed"])
            town.owe("hal", 2)
            await until(lambda: len(town.carrier.taken) == 1)

    town.play(scene)
    assert town.states() == ["failed", "sent"]
    assert "could not be sent" in caplog.text


def test_two_processes_share_the_lanes_and_double_nothing(town: Town) -> None:
    async def scene() -> None:
        town.owe("hal", *range(30))
        town.owe("sam", *range(30))
        async with town.delivering("one"):
            async with town.delivering("two"):
                await until(lambda: len(town.carrier.taken) == 30)
            await until(lambda: len(town.carrier.taken) == 60)

    town.play(scene)
    assert town.states() == ["sent"] * 60
    assert town.carrier.too_fast == []


def test_whoever_ends_leaves_its_lanes_to_others_at_once(town: Town) -> None:
    async def scene() -> None:
        town.owe("hal", 1, 2)
        async with town.delivering("one"):
            await until(lambda: len(town.carrier.taken) == 1)
        began = asyncio.get_running_loop().time()
        async with town.delivering("two"):
            await until(lambda: len(town.carrier.taken) == 2)
        assert asyncio.get_running_loop().time() - began < 3

    town.play(scene)


def test_an_answer_comes_before_posts(town: Town) -> None:
    """Whoever is being answered is not written to in the same second."""

    async def scene() -> None:
        async with town.delivering():
            await asyncio.sleep(0.5)
            town.traffic.answered(town.who("hal"), 1)
            town.owe("hal", 1)
            await until(lambda: len(town.carrier.taken) == 1)

    town.play(scene)
    assert town.carrier.taken[0].at >= 1.5


def test_a_row_is_not_claimed_twice(town: Town) -> None:
    async def scene() -> None:
        town.owe("hal", 1)
        (lane,) = town.office().lanes(["carrier"])
        (row,) = town.rows()
        with Session(town.engine) as one, one.begin():
            first, second = (read(one, lane, row.id, mark, town.now()) for mark in "ab")
            assert isinstance(first, Letter)
            assert isinstance(second, Letter)
            assert take(one, first, town.now())
        with Session(town.engine) as other, other.begin():
            assert not take(other, second, town.now())
            assert other.get_one(PostRow, row.id).state is PostState.SENDING

    town.play(scene)


def test_ten_thousand_in_one_workspace_do_not_hold_up_one_message_in_another(town: Town) -> None:
    """Forty people read there, so that as much is on its way at once as may be."""
    small = Town(town.engine, town.carrier, town.traffic)
    small.found("T2")
    town.hire(*(f"p{n}" for n in range(40)))

    async def scene() -> None:
        for n in range(40):
            town.owe(f"p{n}", *range(250))
        async with town.delivering():
            await until(lambda: len(town.carrier.taken) >= 60)
            began = asyncio.get_running_loop().time()
            small.owe("hal", 1)
            await until(lambda: "T2" in {each.workspace for each in town.carrier.taken})
            assert asyncio.get_running_loop().time() - began < 2

    town.play(scene)
    assert town.carrier.too_fast == []


def test_a_lane_is_as_full_as_the_platform_permits(town: Town) -> None:
    """`bench/morning.py` measures it for slower answers as well."""
    town.hire(*(f"p{n}" for n in range(60)))

    async def scene() -> None:
        for step in range(4):
            for n in range(60):
                town.owe(f"p{n}", step)
        async with town.delivering():
            await until(lambda: len(town.carrier.taken) >= 210)

    town.play(scene)
    assert town.carrier.too_fast == []
    took = town.carrier.taken[209].at - town.carrier.taken[0].at
    assert took < (210 - 30) / 30 / 0.95
