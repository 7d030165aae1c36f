"""How much there is of something, as an operator reads it."""

from __future__ import annotations


def counted(number: int, one: str, more: str) -> str:
    """`1 message`, `1,200 messages`."""
    return f"{number:,} {one if number == 1 else more}"
