"""`head of Sales 60% and Marketing 40%`, `销售部和市场部负责人`: what a few words say of somebody's hats."""

from __future__ import annotations

import re
from typing import TypeAlias

from conversations.ask import Ask
from conversations.choice_fields import record_value
from conversations.flows.finding import department_called
from conversations.texts import in_every_language
from kpi_engine.design.match import same
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Role

Answer: TypeAlias = tuple[str, str]
"""What is said, a department, role or share, and the answer to the question for it."""

_SHARE = re.compile(r"[0-9０-９.．/]+\s*[%％]?")
_BETWEEN = re.compile(r"(?:[\s+&()（）]|(?:and|of|in|with)(?![^\W_])|[和与及跟兼的])+", re.IGNORECASE)
_AND = re.compile(r"and|[+&和与及跟兼]", re.IGNORECASE)
_MOST = 200
"""Characters in which hats are looked for."""


def hats_said(ask: Ask, words: str) -> list[Answer]:
    """All that the words say, in their order; nothing where any of them says something else.

    Refusal("words_left") with what stands behind an `and` and is none of it: nobody is given one hat of two.
    """
    if whole := recognised(ask, words):
        return [whole]
    found: list[Answer] = []
    rest, goes_on = words if len(words) <= _MOST else "", False
    while rest:
        one, behind = _first(ask, rest)
        if one is None and goes_on:
            raise Refusal("words_left", words=rest)
        if one is None:
            return []
        found.append(one)
        rest = behind
        between = _BETWEEN.match(rest)
        goes_on = between is not None and bool(_AND.search(between[0]))
        rest = rest[between.end() :] if between else rest
    return found


def _first(ask: Ask, words: str) -> tuple[Answer | None, str]:
    """What the longest beginning that says anything says, and what follows it."""
    for end in range(len(words), 0, -1):
        if _ends_there(words, end) and (one := recognised(ask, words[:end])):
            return one, words[end:]
    return None, words


def recognised(ask: Ask, piece: str) -> Answer | None:
    """What one name or number is; a department before a role of that name."""
    role, department = role_called(piece), department_called(ask, piece)
    if department:
        return "department", record_value(department.id)
    if role:
        return "role", role.value
    return ("share", piece.strip()) if _SHARE.fullmatch(piece.strip()) else None


def role_called(piece: str) -> Role | None:
    """The role of that name in either language."""
    names = {role: (role.value, *in_every_language(f"role.{role.value}")) for role in Role}
    return next((role for role, words in names.items() if any(same(piece, word) for word in words)), None)


def _ends_there(text: str, end: int) -> bool:
    """Latin words and numbers are whole; Chinese ones stand side by side."""
    before, after = text[end - 1], text[end : end + 1]
    return not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum()) and not before.isspace()
