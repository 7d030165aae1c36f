"""`Li Na, Sales, head, 60%` and `Li Na Sales head`: which words are the name, the department, the role, the share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from conversations.ask import Ask
from conversations.fields import Rejected
from conversations.flows.actual.called import askables
from conversations.flows.hat_words import hats_said, role_called
from conversations.flows.people import known_namesake
from kpi_engine.errors import Refusal
from kpi_engine.intake.free import is_value_in_full
from kpi_engine.model.company import Role

_COMMAS = re.compile(r"\s*[,，、]\s*")
_FIGURE = re.compile(
    r"^\W*\d[\d\W]*$"
    r"|(?:^|\s|(?<=[\u4e00-\u9fff]))[-+¥$€£]*(?:\d{3,}$|\d[\d.,]*\s?(?:[%％万亿千百元]|(?:k|m|bn)\b))(?![^\s\u4e00-\u9fff])",
    re.IGNORECASE,
)
"""Nothing but a number, or one that stands among words with a unit or a sign, or at their end with three digits."""
_ORDER = ("department", "role", "share")


def read_member(ask: Ask, words: str) -> dict[str, str]:
    """Raw answers by question; after the name the others may come in any order, and any of them may be missing.

    Of several hats the departments have a line each, and so have the shares. Without commas they are read from the end,
    as far as a department is named or the person is known: a surname may well be Head.
    """
    pieces = [piece for piece in _COMMAS.split(words) if piece]
    if len(pieces) == 1:
        pieces = _apart(ask, words.split())
    given = {"name": pieces[0]} if pieces else {}
    for piece in pieces[1:]:
        for kind, answer in hats_said(ask, piece) or [("", piece)]:
            question = kind or next((one for one in _ORDER if one not in given), "")
            again = question in given and (question == "role" or not kind or answer in given[question].split("\n"))
            if not question or again:
                raise Refusal("words_left", words=piece)
            given[question] = f"{given[question]}\n{answer}" if question in given else answer
    _check_shares(given)
    return given


def departments_said(given: Mapping[str, str]) -> list[str]:
    """The departments, as options have them."""
    return given.get("department", "").split("\n")


def shares_said(given: Mapping[str, str]) -> list[str]:
    """The shares as they were typed, one for each department or none."""
    return given["share"].split("\n") if "share" in given else []


def _check_shares(given: Mapping[str, str]) -> None:
    """Refusal("words_left") with a share of which one can't tell whose department's it is."""
    departments, shares = departments_said(given), shares_said(given)
    if len(shares) not in (0, len(departments)):
        raise Refusal("words_left", words=shares[-1])


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
    found = role_called(given["role"])
    if found is None:
        raise Refusal("words_left", words=given["role"])
    return found


def roles_in(ask: Ask, words: str) -> frozenset[Role]:
    """The role that the words would give, where commas part it from the name: a surname may be Head."""
    said = (one for piece in _COMMAS.split(words)[1:] for one in hats_said(ask, piece))
    return frozenset(Role(answer) for kind, answer in said if kind == "role")


def _apart(ask: Ask, words: Sequence[str]) -> list[str]:
    """The name, and what stands behind it as far as it says something of hats."""
    behind = next((n for n in range(1, len(words)) if hats_said(ask, " ".join(words[n:]))), len(words))
    name, said = " ".join(words[:behind]), " ".join(words[behind:])
    placed = any(kind == "department" for kind, _ in hats_said(ask, said))
    return [name, said] if said and (placed or known_namesake(ask, name)) else [" ".join(words)]
