"""How many, as people say it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from conversations.count_field import CountField
from conversations.fields import Rejected, Taken

TODAY = date(2026, 11, 29)
FIELD = CountField(least=Decimal(0), most=Decimal(20))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *((each, 3) for each in ("3", " 3 ", "3次", "三条", "每周3条", "最多三次", "3 messages", "at most 3 a week")),
        *((each, 5) for each in ("前五", "前5名", "top 5", "the first 5 places", "五个人", "Top 5.", "5人以上")),
        *((each, 0) for each in ("0", "零", "off", "Off", "none", "never", "不用", "不要。", "关闭")),
        *((each, 12) for each in ("十二", "12 places")),
        ("两次", 2),
    ],
)
def test_so_many(typed: str, value: int) -> None:
    found = FIELD.read(typed, TODAY)
    assert isinstance(found, Taken), found
    assert found.value == value
    assert FIELD.again(found.text, TODAY) == found


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("21", "number_large"),
        ("二十一次", "number_large"),
        ("-1", "number_small"),
        ("3.5", "count_whole"),
        ("a few", "number_unread"),
        ("三五次", "number_unread"),
        ("", "number_unread"),
    ],
)
def test_not_so_many(typed: str, key: str) -> None:
    found = FIELD.read(typed, TODAY)
    assert isinstance(found, Rejected), found
    assert found.key == key


def test_none_is_too_few_where_there_must_be_some() -> None:
    found = CountField(least=Decimal(1), most=Decimal(9)).read("不用", TODAY)
    assert isinstance(found, Rejected)
    assert found.key == "number_small"
