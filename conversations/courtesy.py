"""Thanks, agreement and emoji: words that answer no question, however freely it may be answered."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from conversations.texts import in_every_language

_SIGNS = re.compile(r"[\W_]+")


def courtesy(text: str) -> str:
    """What answers it, by the name of its sentence: of `thanks, great!` thanks; nothing where more is said."""
    words = _SIGNS.sub("", text.casefold())
    if not words:
        return "talk.fine" if any(unicodedata.category(sign) == "So" for sign in text) else ""
    if not _made_of("thanks", "fine").fullmatch(words):
        return ""
    return "talk.thanks" if _made_of("thanks").search(words) else "talk.fine"


def says_yes(text: str) -> bool:
    """Whether somebody agrees and says nothing else: no name, and no goal."""
    return bool(_made_of("yes").fullmatch(_SIGNS.sub("", text.casefold())))


@cache
def _made_of(*labels: str) -> re.Pattern[str]:
    """One or more of the phrases behind one another, the longest first."""
    every = {phrase for label in labels for one in in_every_language(f"heard.{label}") for phrase in one.split("\n")}
    known = sorted((re.escape(phrase.replace(" ", "")) for phrase in every), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(known)})+")
