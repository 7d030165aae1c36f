"""Formulas as people write them: `profit / revenue`, `（利润－退款）÷收入`, `max(sales - 10%, 0)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.calendar.words import plain
from kpi_engine.measure.formula.compute import FUNCTIONS, compute, operands
from kpi_engine.model.name import Name

LENGTH = 500
"""Characters of a formula."""
Known: TypeAlias = Sequence[tuple[int, Name]]
"""KPIs and what they are called; where several have a name, the first of them is meant."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What is wrong: `formula_too_long`, `formula_syntax`, `formula_without_kpi`, or no name: `formula_unknown`."""

    key: str
    piece: str = ""


def read_formula(text: str, known: Known) -> str | Unreadable:
    """The formula with ids in place of names, as it is kept: `{12} / {15}`. What is kept reads as itself."""
    plain = _plain(text)
    if len(plain) > LENGTH:
        return Unreadable("formula_too_long")
    words: list[str] = []
    for piece in _pieces(plain, known):
        if isinstance(piece, Unreadable):
            return piece
        words.append(piece)
    formula = _joined(words)
    if not operands(formula):
        return Unreadable("formula_without_kpi")
    return formula if _is_formula(formula) else Unreadable("formula_syntax")


def write_formula(formula: str, names: Mapping[int, str]) -> str:
    """The formula with names again; ids of which no name is known stay."""
    return _ID.sub(lambda found: names.get(int(found[1]), found[0]), formula)


_ID = re.compile(r"\{([0-9]{1,18})\}")
_NUMBER = re.compile(r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)%?(?![\w.%])")
_NUMBER_LENGTH = 15
"""What the language keeps of a number that is written down."""
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "–": "-", "，": ",", "、": ","})
_OPERATORS = "+-*/(),"
_WORD = re.compile(r"[^-+*/(),]+|.")


def _plain(text: str) -> str:
    return plain(text).translate(_SIGNS)


def _pieces(text: str, known: Known) -> Iterator[str | Unreadable]:
    names = _by_length(known)
    ids = {id for id, _ in known}
    place = 0
    while place < len(text):
        if text[place] == " ":
            place += 1
            continue
        piece, place = _piece(text, place, names, ids)
        yield piece


def _piece(text: str, place: int, names: Sequence[tuple[str, int]], ids: set[int]) -> tuple[str | Unreadable, int]:
    """The piece that begins there, and where the next one does."""
    if text[place] in _OPERATORS:
        return text[place], place + 1
    if (found := _ID.match(text, place)) and int(found[1]) in ids:
        return found[0], found.end()
    for name, id in names:
        if text.startswith(name, place) and _ends(text, place + len(name)):
            return f"{{{id}}}", place + len(name)
    if (found := _NUMBER.match(text, place)) and len(found[0]) <= _NUMBER_LENGTH:
        return found[0], found.end()
    word = _WORD.match(text, place)
    assert word
    if word[0].strip() in FUNCTIONS and text[word.end() : word.end() + 1] == "(":
        return word[0].strip(), word.end()
    return Unreadable("formula_unknown", word[0].strip()), len(text)


def _by_length(known: Known) -> list[tuple[str, int]]:
    """The longest first, so that `On-time delivery` is not `On` less something."""
    first: dict[str, int] = {}
    for id, name in known:
        for called in (name.en, name.zh):
            first.setdefault(_plain(called), id)
    return sorted(((name, id) for name, id in first.items() if name), key=lambda one: -len(one[0]))


def _ends(text: str, place: int) -> bool:
    """A name is whole only before a sign or the end: `profit` is no `profit margin`, and `max(` no KPI called Max."""
    rest = text[place:].lstrip()
    return not rest or rest[0] in _OPERATORS.replace("(", "")


def _joined(words: Sequence[str]) -> str:
    spaced = " ".join(words).replace("( ", "(").replace(" )", ")").replace(" ,", ",")
    return re.sub(rf"\b({'|'.join(FUNCTIONS)}) \(", r"\1(", spaced)


def _is_formula(formula: str) -> bool:
    """Tried with ones: they may not divide, but they must be a sum."""
    try:
        compute(formula, dict.fromkeys(operands(formula), Decimal(1)))
    except ValueError:
        return False
    return True
