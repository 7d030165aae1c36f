"""Whatever is sent when: in no second and in no minute more than a platform takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from adapters.part import Pace
from bot.post.limits import Limits, Window

NEVER_MORE = 1e-9
"""Seconds that rounding may take from a window."""


def most_within(moments: list[float], seconds: float) -> int:
    """The most that lie in any time of that length."""
    return max((sum(one <= other < one + seconds - NEVER_MORE for other in moments) for one in moments), default=0)


@given(most=st.integers(1, 5), gaps=st.lists(st.floats(0, 2), max_size=40))
def test_no_window_holds_more_than_it_may(most: int, gaps: list[float]) -> None:
    window, now, sent = Window(most, 1.0), 0.0, []
    for gap in gaps:
        now = max(now + gap, window.free_at())
        window.note(now)
        sent.append(now)

    assert most_within(sent, 1.0) <= most


@given(
    pace=st.builds(Pace, per_second=st.integers(1, 6), per_group_minute=st.integers(1, 6)),
    chats=st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 1), st.booleans()), max_size=60),
)
def test_every_limit_is_kept_and_nobody_waits_longer_than_they_must(
    pace: Pace, chats: list[tuple[str, float, bool]]
) -> None:
    """`c` is a group; now and then a chat is forgotten that nothing was sent to."""
    limits, now, sent = Limits(pace), 0.0, list[tuple[float, str]]()
    for chat, gap, forgets in chats:
        now += gap
        if forgets:
            limits.forget(now)
        at = max(now, limits.free_at(chat, shared=chat == "c"))
        assert at == now or not fits(pace, sent, chat, at - 0.001)
        limits.note(chat, at, shared=chat == "c")
        sent.append((at, chat))
        now = at

    assert all(fits(pace, sent[:n], chat, at) for n, (at, chat) in enumerate(sent))


def fits(pace: Pace, sent: list[tuple[float, str]], chat: str, at: float) -> bool:
    """Counted anew: whether one more may go to the chat at that moment."""
    lately = [one for one in sent if one[0] + 1 > at + NEVER_MORE]
    minute = [one for one in sent if one[0] + 60 > at + NEVER_MORE and one[1] == "c"]
    crowded = chat == "c" and len(minute) >= pace.per_group_minute
    return len(lately) < pace.per_second and not any(one[1] == chat for one in lately) and not crowded


def test_nothing_goes_while_the_platform_wants_nothing() -> None:
    limits = Limits(Pace())
    limits.halt(30)
    limits.halt(20)
    assert limits.free_at("a") == 30


def test_an_answer_is_counted_though_it_does_not_wait() -> None:
    limits = Limits(Pace(per_second=2))
    for moment in (1.0, 1.1, 1.2):
        limits.note("a", moment)
    assert limits.free_at("b") == 2.1
