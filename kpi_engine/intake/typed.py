"""Typed text made plain, one character for one, so that nothing moves and nothing turns into a digit.

NFKC is not used on numbers: it makes 102 of 10² and 1⁄2 of ½.
"""

from __future__ import annotations

import unicodedata


def tidy(text: str) -> str:
    """Half width, blanks for spaces, hyphens for minuses, simplified characters for 萬億兩負."""
    return text.translate(_PLAIN)


def lowered(text: str) -> str:
    """Small letters, as many characters as before."""
    # The only character that would become two.
    return text.replace("İ", "i").lower()


_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SAME = {ord(character): plain for plain, many in {"-": "−–﹣", "'": "’‘´", "¥": "￥"}.items() for character in many}
_SIMPLIFIED = {ord(old): new for old, new in zip("萬億兩負", "万亿两负", strict=True)}
_BLANKS = {code: " " for code in range(0x3001) if unicodedata.category(chr(code)) == "Zs"}
_PLAIN = _BLANKS | _FULL_WIDTH | _SAME | _SIMPLIFIED | {ord("\t"): " "}
