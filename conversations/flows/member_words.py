"""`Li Na, Sales, head, 60%` and `Li Na Sales head`: which words are the name, the department, the role, the share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from conversations.ask import Ask
from conversations.choice_fields import record_value
from conversations.fields import Rejected
from conversations.flows.actual.called import askables
from conversations.flows.finding import department_called
from conversations.flows.people import known_namesake
from conversations.texts import in_every_language
from kpi_engine.design.match import same
from kpi_engine.errors import Refusal
from kpi_engine.intake.free import is_value_in_full
from kpi_engine.model.company import Role

_COMMAS = re.compile(r"\s*[,，、]\s*")
_SHARE = re.compile(r"[0-9０-９.．/]+\s*[%％]?")
_FIGURE = re.compile(
    r"^\W*\d[\d\W]*$"
    r"|(?:^|\s|(?<=[\u4e00-\u9fff]))[-+¥$€£]*(?:\d{3,}|\d[\d.,]*\s?(?:[%％万亿千百元]|(?:k|m|bn)\b))(?![^\s\u4e00-\u9fff])",
    re.IGNORECASE,
)
"""Nothing but a number, or one among words that has three digits, a unit or a sign."""
_ORDER = ("department", "role", "share")


def read_member(ask: Ask, words: str) -> dict[str, str]:
    """Raw answers by question; after the name the others may come in any order, and any of them may be missing.

    Without commas they are read from the end, as far as a department is named or the person is known: a surname may
    well be Head.
    """
    pieces = [piece for piece in _COMMAS.split(words) if piece]
    if len(pieces) == 1:
        pieces = _apart(ask, words.split())
    given = {"name": pieces[0]} if pieces else {}
    for piece in pieces[1:]:
        kind, answer = _recognised(ask, piece) or ("", piece)
        question = kind or next((one for one in _ORDER if one not in given), "")
        if not question or question in given:
            raise Refusal("words_left", words=piece)
        given[question] = answer
    return given


def unlike_a_name(ask: Ask, words: str) -> Rejected | None:
    """What the line begins with is nobody's name where it is a KPI's value, or has a figure: not the number that tells
    two people of one name apart, `李娜2`.
    """
    name = read_member(ask, words).get("name", "")
    if not name:
        return Rejected("empty")
    is_value = _FIGURE.search(name) or is_value_in_full(name, askables(ask.know, ask.me))
    return Rejected("no_name", {"raw": name}) if is_value else None


def given_role(given: Mapping[str, str]) -> Role | None:
    """The role that was said; Refusal("words_left") where it is none."""
    if "role" not in given:
        return None
    found = _role(given["role"])
    if found is None:
        raise Refusal("words_left", words=given["role"])
    return found


def roles_in(words: str) -> frozenset[Role]:
    """The role that the words would give, where commas part it from the name: a surname may be Head."""
    found = map(_role, _COMMAS.split(words)[1:])
    return frozenset(role for role in found if role)


def _apart(ask: Ask, words: Sequence[str]) -> list[str]:
    pieces: list[str] = []
    rest = list(words)
    while count := _count_at_end(ask, rest):
        pieces.insert(0, " ".join(rest[-count:]))
        rest = rest[:-count]
    name = " ".join(rest)
    placed = any(department_called(ask, piece) for piece in pieces)
    return [name, *pieces] if placed or known_namesake(ask, name) else [" ".join(words)]


def _count_at_end(ask: Ask, words: Sequence[str]) -> int:
    """How many of the last words say one thing; the first is the name's."""
    counts = range(len(words) - 1, 0, -1)
    return next((count for count in counts if _recognised(ask, " ".join(words[-count:]))), 0)


def _recognised(ask: Ask, piece: str) -> tuple[str, str] | None:
    role, department = _role(piece), department_called(ask, piece)
    if department:
        return "department", record_value(department.id)
    if role:
        return "role", role.value
    return ("share", piece) if _SHARE.fullmatch(piece) else None


def _role(piece: str) -> Role | None:
    names = {role: (role.value, *in_every_language(f"role.{role.value}")) for role in Role}
    return next((role for role, words in names.items() if any(same(piece, word) for word in words)), None)
