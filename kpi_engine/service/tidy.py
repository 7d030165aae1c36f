"""Words that people typed, made fit to keep and to show."""

from __future__ import annotations

from unicodedata import category

from kpi_engine.errors import Refusal
from kpi_engine.model.name import NAME_LIMIT, TEXT_LIMIT, UNFIT, Name


def name(text: str) -> str:
    """One line of at most 200 characters; Refusal("name_empty") or ("name_too_long", limit)."""
    found = _one_line(text)
    if not found:
        raise Refusal("name_empty")
    if len(found) > NAME_LIMIT:
        raise Refusal("name_too_long", limit=NAME_LIMIT)
    return found


def names(given: Name) -> Name:
    """The same for a name in both languages."""
    return Name(name(given.en), name(given.zh))


def remark(text: str) -> str:
    """One line of at most 2,000 characters, or none; Refusal("text_too_long", limit)."""
    found = _one_line(text)
    if len(found) > TEXT_LIMIT:
        raise Refusal("text_too_long", limit=TEXT_LIMIT)
    return found


def words(text: str) -> str:
    """The same, of which there must be some; Refusal("nothing_said")."""
    found = remark(text)
    if not found:
        raise Refusal("nothing_said")
    return found


def remarks(given: Name) -> Name:
    """The same in both languages."""
    return Name(remark(given.en), remark(given.zh))


def _one_line(text: str) -> str:
    return "".join(letter for letter in " ".join(text.split()) if category(letter) not in UNFIT)
