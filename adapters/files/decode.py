"""Bytes → text: UTF-8, UTF-16 and GB18030, told apart by what the bytes can be."""

from __future__ import annotations

import codecs

from adapters.files.unreadable import Unreadable


def decode(content: bytes) -> str:
    """The text without its byte order mark; Unreadable("encoding") where it is in none of these.

    Every one of them is decoded strictly: a character that was guessed would be a wrong name or a wrong number.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content.removeprefix(mark), encoding)
    if b"\0" in content:
        return _strictly(content, _byte_order(content))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _chinese(content)


_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_USUAL = 0.9
"""The share of a Chinese text's characters that are in GB 2312. Western letters taken for Chinese make rare ones."""


def _byte_order(content: bytes) -> str:
    """Of UTF-16 without a mark: the zeros are the upper halves of commas, digits and line ends."""
    return "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"


def _chinese(content: bytes) -> str:
    text = _strictly(content, "gb18030")
    beyond = [character for character in text if not character.isascii()]
    if sum(map(_is_usual, beyond)) < _USUAL * len(beyond):
        raise Unreadable("encoding")
    return text


def _is_usual(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("encoding") from None
