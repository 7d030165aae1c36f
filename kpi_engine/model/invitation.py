"""An invitation: a code, good once, that makes an account of any platform somebody's of the company."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from kpi_engine.model.company import Person

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter in it is taken for a digit. https://www.crockford.com/base32.html"""
LENGTH = 12
"""Characters of a code, 60 bits: with five tries an hour nobody guesses one while it is good."""
DAYS = 7
"""How many days after the one on which it was made an invitation is good, to the end of the last."""
OWN_FOR = timedelta(minutes=15)
"""How long a code for another account of one's own is good: it is typed at once."""
_GROUP = 4
_MISREAD = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody of the company, and whether they have come to the bot yet."""

    person: Person
    came_on: date | None
    """The day on which the bot first heard of them: that they wrote to it, or opened their chat with it."""
    invited_until: date | None
    """The last day on which their invitation is good, or was; None where none is out."""


def read_code(text: str) -> str | None:
    """The code as it was typed: in small letters, in groups, with an O for a zero; None where it can be none."""
    code = "".join(text.split()).replace("-", "").upper().translate(_MISREAD)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None


def spelled(code: str) -> str:
    """In groups of four, as it is shown."""
    return "-".join(code[at : at + _GROUP] for at in range(0, LENGTH, _GROUP))


def fingerprint(code: str) -> str:
    """What is kept of a code: it tells a right one, and not what it was."""
    return sha256(code.encode()).hexdigest()
