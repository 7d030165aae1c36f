"""What a value is proved by: a link or the name of a file among the words behind it."""

from __future__ import annotations

import re

_LINK = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_FILE = re.compile(
    r"[^\s,;/\\:]+\.(?:pdf|docx?|xlsx?|csv|txt|pptx?|png|jpe?g|heic|zip|eml|md|json)(?![\w.])", re.IGNORECASE
)
_ENDING = ".,;:!?"
"""Ends the sentence, not the link."""
_SIGNS = " .,;:，。；："
"""Between words that are no longer there."""


def evidence_apart(note: str) -> tuple[str, str]:
    """The note without its links and file names, and these, with blanks between them."""
    found = [link.rstrip(_ENDING) for link in _LINK.findall(note)]
    rest = _without(note, found)
    files = _FILE.findall(rest)
    return " ".join(_without(rest, files).split()).strip(_SIGNS), " ".join((*found, *files))


def _without(text: str, parts: list[str]) -> str:
    for part in parts:
        text = text.replace(part, " ", 1)
    return text
