"""What is said before the value that is right."""

from __future__ import annotations

import pytest

from conversations.sure_field import without_no


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("no wait, 15", "15"),
        ("No, sorry: 15", "15"),
        ("I meant 15", "15"),
        ("nope 15", "15"),
        ("不对，15", "15"),
        ("打错了，应该是15", "15"),
        ("填错了，应该是15", "15"),
        ("不好意思 15", "15"),
        ("不对，是15", "是15"),
        ("not yet", "not yet"),
        ("November was slow", "November was slow"),
        ("no", "no"),
        ("15", "15"),
    ],
)
def test_no_before_a_value(typed: str, meant: str) -> None:
    assert without_no(typed) == meant
