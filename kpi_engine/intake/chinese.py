"""Numbers in Chinese characters: 三十五, 一万二, 三点五万, 1万2千."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_BELOW = {"亿": "千万", "万": "千", "千": "百", "百": "十"}
_OTHER_WAYS = str.maketrans("〇两壹贰叁肆伍陆柒捌玖拾佰仟0123456789", "零二一二三四五六七八九十百千" + _DIGITS)
_TENTHS = re.compile(f"([{_DIGITS[1:]}])成([{_DIGITS[1:]}半])?")
_THOUSANDS = re.compile("([1-9][0-9]{1,3})万([1-9])千?")
"""17万2千, and 17万2 for short."""
_TEN_THOUSAND, _HUNDRED_MILLION = 10**4, 10**8


def spelt(text: str) -> Decimal | None:
    """The number spelt, or None. Whatever is not spelt as the number itself would be is not a number."""
    if found := _THOUSANDS.fullmatch(text):
        return Decimal(found[1] + found[2]) * 1000
    if re.search("[0-9]{2}", text):
        return None
    plain = text.translate(_OTHER_WAYS)
    if "点" in plain:
        return _with_decimals(*plain.split("点", 1))
    whole = _whole(plain)
    return None if whole is None else Decimal(whole)


def tenths(text: str) -> str | None:
    """九成, 8成5, 七成半 in percent: "90", "85", "75"; None if it is not such a share."""
    found = _TENTHS.fullmatch(text.translate(_OTHER_WAYS))
    if not found:
        return None
    return str(10 * _DIGITS.index(found[1]) + (5 if found[2] == "半" else _DIGITS.index(found[2] or "零")))


def _with_decimals(whole: str, rest: str) -> Decimal | None:
    found = re.fullmatch(f"([{_DIGITS}]+)([万亿]?)", rest)
    before = _whole(whole)
    if not found or before is None:
        return None
    decimals = "".join(str(_DIGITS.index(digit)) for digit in found[1])
    return Decimal(f"{before}.{decimals}") * {"": 1, "万": _TEN_THOUSAND, "亿": _HUNDRED_MILLION}[found[2]]


def _whole(text: str) -> int | None:
    full = _in_full(text)
    parts = re.fullmatch("(?:(?P<high>[^亿]+)亿)?(?:(?P<middle>[^亿万]+)万)?(?P<low>[^亿万]*)", full)
    if not parts or not full:
        return None
    high, middle, low = (_section(parts[name] or "") for name in ("high", "middle", "low"))
    number = high * _HUNDRED_MILLION + middle * _TEN_THOUSAND + low
    return number if _written(number) == full else None


def _in_full(text: str) -> str:
    """一万二 is short for 一万二千, and 一十 the long way to write 十."""
    if len(text) > 2 and text[-1] in _DIGITS[1:] and text[-2] in _BELOW:
        text += _BELOW[text[-2]]
    return "十" + text[2:] if text.startswith("一十") else text


def _section(text: str) -> int:
    number, digit = 0, 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS.index(character)
        else:
            number += (digit or 1) * {"千": 1000, "百": 100, "十": 10}.get(character, 0)
            digit = 0
    return number + digit


def _written(number: int) -> str:
    """The number as it is properly spelt."""
    text, skipped = "", False
    for unit, size in (("亿", _HUNDRED_MILLION), ("万", _TEN_THOUSAND), ("", 1)):
        section, number = divmod(number, size)
        if section:
            text += ("零" if text and (skipped or section < 1000) else "") + _written_section(section) + unit
        skipped = not section
    return ("十" + text[2:] if text.startswith("一十") else text) or "零"


def _written_section(number: int) -> str:
    text, skipped = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            text += ("零" if text and skipped else "") + _DIGITS[digit] + unit
        skipped = not digit
    return text
