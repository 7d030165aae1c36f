"""What is lost and doubled is counted as it came about."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from tests.acceptance.outcome import Outcome, outcome


@pytest.mark.parametrize(
    ("last", "is_sent", "taken", "left", "lost", "doubled", "doubled_by"),
    [
        ("a", True, "a", [()], 0, 0, [0]),
        ("a", True, "a", [("a",)], 0, 0, [0]),
        ("b", True, "b", [("a",)], 0, 0, [0]),
        ("b", True, "ab", [(), ("a",)], 0, 1, [0, 1]),
        ("c", True, "abc", [("a",), ("b",)], 0, 2, [1, 1]),
        ("b", True, "ab", [()], 0, 1, [0]),
        ("a", True, "aa", [("a",)], 0, 1, [0]),
        ("a", True, "", [("a",)], 1, 0, [0]),
        ("a", False, "a", [("a",)], 1, 0, [0]),
    ],
    ids=["sent", "found", "sent anew", "doubled", "twice", "by none", "under one mark", "never came", "not settled"],
)
def test_one_message(
    last: str, is_sent: bool, taken: str, left: list[Collection[str]], lost: int, doubled: int, doubled_by: list[int]
) -> None:
    found = outcome([(last, is_sent)], taken, left)
    assert found == Outcome(1, lost, doubled, [len(claims) for claims in left], doubled_by)


def test_what_no_kill_explains_is_what_is_left() -> None:
    assert outcome([("b", True)], "ab", [()]).unexplained == 1
    assert outcome([("c", True)], "abc", [("a",), ("b",)]).unexplained == 0
