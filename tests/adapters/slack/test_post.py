"""Unasked messages: made once, marked, found again, put in each other's place."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import TypeVar

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import Address, Outcome, Shut, TransportError, parts_of
from adapters.slack.build import once_client
from adapters.slack.post import SlackPoster
from adapters.slack.words import SlackWords
from conversations.view import Button, Chart, Document, Message, Picture, Run, Series, Sheet, Table, Text
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.state import Failure
from tests.adapters.slack.town import WORDS

T = TypeVar("T")

ANN = Address("T1", user="UANN")
HELLO = Message((Text("Hello"),), (Button("Report", Run("report")),))


def posting(
    slack: FakeSlack,
    do: Callable[[SlackPoster], Awaitable[T]],
    words: Callable[[str], SlackWords] = lambda _: WORDS,
) -> T:
    async def run() -> T:
        await slack.start()

        async def client_for(workspace: str) -> AsyncWebClient:
            return once_client(f"{slack.base}/api/", f"xoxb-{workspace}")

        try:
            return await do(SlackPoster(client_for, words))
        finally:
            await slack.stop()

    try:
        return asyncio.run(run())
    finally:
        assert (slack.faults, slack.failures) == ([], [])


def test_a_message_is_sent_and_found_by_its_mark() -> None:
    async def scene(poster: SlackPoster) -> None:
        id = await poster.post(ANN, HELLO, "m1")
        assert await poster.posted(ANN, "m1") == id
        assert await poster.posted(ANN, "m2") is None

    posting(FakeSlack(), scene)


def test_a_channel_is_posted_to_as_well() -> None:
    slack = FakeSlack()
    assert posting(slack, lambda poster: poster.post(Address("T1", channel="C7"), HELLO, "m1")).startswith("C7/")
    assert [message.channel for message in slack.messages] == ["C7"]


def test_another_message_takes_its_place() -> None:
    slack = FakeSlack()

    async def scene(poster: SlackPoster) -> None:
        id = await poster.post(ANN, HELLO, "m1")
        await poster.amend(ANN, id, Message((Text("Answered"),)))

    posting(slack, scene)
    assert [message.payload["text"] for message in slack.messages] == ["Answered"]


def rows(count: int) -> Message:
    return Message((Table(("KPI", "Actual"), tuple((f"KPI {n}", "1") for n in range(count)), "lr"),))


@pytest.mark.parametrize(("before", "after", "shown"), [(150, 120, [100, 22]), (150, 50, [51]), (50, 150, [100, 52])])
def test_all_parts_of_it_are_changed_also_more_or_fewer(before: int, after: int, shown: list[int]) -> None:
    slack = FakeSlack()

    async def scene(poster: SlackPoster) -> None:
        id = await poster.post(ANN, rows(before), "m1")
        assert await poster.posted(ANN, "m1") == id
        id = await poster.amend(ANN, id, rows(after))
        assert [len(message.blocks[0]["rows"]) for message in slack.messages] == shown
        await poster.amend(ANN, id, Message((Text("Answered"),)))

    posting(slack, scene)
    assert [message.payload["text"] for message in slack.messages] == ["Answered"]


def test_a_part_that_was_deleted_need_not_be_taken_away() -> None:
    slack = FakeSlack()

    async def scene(poster: SlackPoster) -> None:
        id = await poster.post(ANN, rows(150), "m1")
        slack.messages.pop()
        await poster.amend(ANN, id, Message((Text("Answered"),)))

    posting(slack, scene)
    assert [message.payload["text"] for message in slack.messages] == ["Answered"]


def test_every_part_is_put_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has fewer messages leaves none behind, what has more brings them; files stand in the thread, the old ones go."""
    monkeypatch.setattr("adapters.slack.post.APART", 0.0)
    slack, channel = FakeSlack(), Address("T1", channel="C7")
    long = Table(("KPI", "Actual"), tuple((f"KPI {n}", "1") for n in range(150)), "lr")
    short = Table(("KPI", "Actual"), (("KPI 1", "1"),), "lr")

    async def scene(poster: SlackPoster) -> list[str]:
        first = await poster.post(channel, Message((Text("Hello"), Picture("A", long))), "m1")
        assert [len(message.blocks[-1].get("rows", ())) for message in slack.messages] == [100, 52]
        second = await poster.amend(channel, first, Message((Text("Short"), Picture("B", short))))
        assert [len(message.blocks[-1].get("rows", ())) for message in slack.messages] == [2]
        third = await poster.amend(channel, second, Message((Text("Hello again"), long)))
        return [first, second, third]

    first, second, third = (parts_of(id) for id in posting(slack, scene))
    assert [len(first), len(second), len(third)] == [3, 2, 2]
    assert first[0] == second[0] == third[0]
    assert [len(message.blocks[-1].get("rows", ())) for message in slack.messages] == [100, 52]
    assert slack.files == {}


def test_files_of_a_channel_stand_in_the_thread_of_their_message() -> None:
    slack = FakeSlack()
    message = Message((Text("Hello"), Picture("A", Table(("KPI",), (("1",),), "l"))))
    id = posting(slack, lambda poster: poster.post(Address("T1", channel="C7"), message, "m1"))
    (file,) = slack.files.values()
    assert (file["channel"], file["thread"]) == ("C7", parts_of(id)[0].partition("/")[2])


CHANNEL = Address("T1", channel="C7")
SHEET = Message((Text("Your month"), Document("values.csv", (Sheet("", (("KPI",), ("Visits",))),))))


@pytest.mark.parametrize(("to", "in_thread"), [(ANN, False), (CHANNEL, True)])
def test_a_file_that_slack_does_not_take_is_told_and_said_in_words(to: Address, in_thread: bool) -> None:
    slack = FakeSlack(failures=[Failure("files.getUploadURLExternal", "missing_scope")])

    async def scene(poster: SlackPoster) -> tuple[str, str | None]:
        return await poster.post(to, SHEET, "m1"), await poster.posted(to, "m1")

    sent, found = posting(slack, scene)
    first, told = slack.messages
    assert told.payload["text"].split("\n") == ["⚠️ values.csv", WORDS.unsent_denied, WORDS.in_it, "KPI", "Visits"]
    assert told.thread == (first.ts if in_thread else "")
    assert sent == found == f"{first.channel}/{first.ts},{told.ts}"


def test_where_the_file_is_taken_at_last_the_words_give_way() -> None:
    slack = FakeSlack(failures=[Failure("files.getUploadURLExternal", "missing_scope")])

    async def scene(poster: SlackPoster) -> None:
        await poster.amend(CHANNEL, await poster.post(CHANNEL, SHEET, "m1"), SHEET)

    posting(slack, scene)
    assert len(slack.messages) == len(slack.files) == 1


def test_what_is_said_of_a_file_is_in_the_language_that_is_read_there() -> None:
    slack = FakeSlack(failures=[Failure("files.getUploadURLExternal", "missing_scope")])
    asked: list[str] = []

    def words(language: str) -> SlackWords:
        asked.append(language)
        return WORDS

    posting(slack, lambda poster: poster.post(Address("T1", user="UANN", language="zh"), SHEET, "m1"), words)
    assert asked == ["zh"]


@pytest.mark.parametrize(
    ("error", "shut"),
    [
        ("is_archived", Shut.ARCHIVED),
        ("not_in_channel", Shut.GONE),
        ("channel_not_found", Shut.GONE),
        ("missing_scope", Shut.FORBIDDEN),
        ("restricted_action", Shut.FORBIDDEN),
    ],
)
def test_why_a_channel_takes_nothing_is_told(error: str, shut: Shut) -> None:
    slack = FakeSlack(failures=[Failure("chat.postMessage", error)])
    with pytest.raises(TransportError) as told:
        posting(slack, lambda poster: poster.post(Address("T1", channel="C7"), HELLO, "m1"))
    assert (told.value.outcome, told.value.shut) == (Outcome.NEVER, shut)


def test_what_does_not_fit_into_one_message_follows() -> None:
    slack = FakeSlack()
    table = Table(("KPI", "Actual"), tuple((f"KPI {n}", "1") for n in range(150)), "lr")
    posting(slack, lambda poster: poster.post(ANN, Message((table,)), "m1"))
    assert [len(message.blocks[0]["rows"]) for message in slack.messages] == [100, 52]


def test_a_chart_that_slack_does_not_draw_comes_as_a_picture() -> None:
    slack = FakeSlack()
    series = Series("Actual", (Decimal(1), None), ("1", "–"))
    posting(slack, lambda poster: poster.post(ANN, Message((Chart("Revenue", ("Oct", "Nov"), (series,)),)), "m1"))
    (file,) = slack.files.values()
    assert file["content"].startswith(b"\x89PNG")
    assert (file["name"], file["channel"]) == ("Revenue.png", "DUANN")


@pytest.mark.parametrize(
    ("failure", "outcome", "after"),
    [
        (Failure("chat.postMessage", "ratelimited", 429, 30), Outcome.LATER, 30),
        (Failure("chat.postMessage", "internal_error", 500), Outcome.UNKNOWN, None),
        (Failure("chat.postMessage", "fatal_error"), Outcome.UNKNOWN, None),
        (Failure("chat.postMessage", "is_archived"), Outcome.NEVER, None),
        (Failure("chat.postMessage", "not_in_channel"), Outcome.NEVER, None),
        (Failure("chat.postMessage", "account_inactive"), Outcome.NEVER, None),
        (Failure("chat.postMessage", "user_disabled"), Outcome.NEVER, None),
        (Failure("chat.postMessage", "token_revoked"), Outcome.NEVER, None),
        (Failure("chat.postMessage", "missing_scope"), Outcome.LATER, None),
    ],
    ids=lambda case: case.error if isinstance(case, Failure) else "",
)
def test_each_failure_has_its_outcome_and_is_not_tried_again(
    failure: Failure, outcome: Outcome, after: float | None
) -> None:
    slack = FakeSlack(failures=[failure])
    with pytest.raises(TransportError) as error:
        posting(slack, lambda poster: poster.post(ANN, HELLO, "m1"))
    assert (error.value.outcome, error.value.retry_after) == (outcome, after)
    assert [method for method, _ in slack.calls] == ["chat.postMessage"]


def test_a_slack_that_is_not_there_was_sent_nothing() -> None:
    async def client_for(workspace: str) -> AsyncWebClient:
        return once_client("http://127.0.0.1:9/api/", "xoxb-1")

    with pytest.raises(TransportError) as error:
        asyncio.run(SlackPoster(client_for, lambda _: WORDS).post(ANN, HELLO, "m1"))
    assert error.value.outcome is Outcome.LATER


def test_an_answer_that_never_comes_leaves_it_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.slack.build.PATIENCE", 0.2)
    slack = FakeSlack(delay=1)
    with pytest.raises(TransportError) as error:
        posting(slack, lambda poster: poster.post(ANN, HELLO, "m1"))
    assert error.value.outcome is Outcome.UNKNOWN


def test_a_history_that_may_not_be_read_leaves_it_unknown() -> None:
    slack = FakeSlack(failures=[Failure("conversations.history", "missing_scope")])
    with pytest.raises(TransportError) as error:
        posting(slack, lambda poster: poster.posted(ANN, "m1"))
    assert error.value.outcome is Outcome.UNKNOWN


def test_blocks_that_slack_does_not_take_are_sent_as_text() -> None:
    slack = FakeSlack(failures=[Failure("chat.postMessage", "invalid_blocks")])
    posting(slack, lambda poster: poster.post(ANN, HELLO, "m1"))
    assert [(message.payload["text"], message.blocks) for message in slack.messages] == [("Hello\n[Report]", [])]
