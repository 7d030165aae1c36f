"""Which KPI a person means by the words before a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.design.match import bare
from kpi_engine.design.words import fold
from kpi_engine.model.kpi import Unit

_LONGEST_NAME = 300
TELLING = 3
"""Latin letters that a beginning needs; two Chinese characters do."""
_BEFORE_WHOSE = " @("
"""Signs between a KPI's name and that of whoever has it."""


@dataclass(frozen=True, slots=True)
class Askable:
    """A KPI that may be answered: by any of its names and aliases, in both languages."""

    kpi_id: int
    names: tuple[str, ...]
    unit: Unit
    last: Decimal | None = None
    """Its last value, for "same" and to settle what can mean two things."""
    whose: tuple[str, ...] = ()
    """What the person or the department is called that has it."""
    mine: bool = False
    """Whether it is meant by a name that others have as well."""
    in_part: tuple[str, ...] = ()
    """The names of which a part will do: its own, no alias, where who types may enter it."""


def name_at_start(text: str, kpis: Sequence[Askable]) -> tuple[tuple[Askable, ...], str] | None:
    """The KPIs called by the longest name that the text begins with, and what follows it.

    Whose it is may stand behind: `revenue Anna`, `revenue @Anna`, `收入（安娜）`. What is another's alias may be a part
    of the name of one's own: `sales` is Store sales for whoever enters these and no other sales.
    """
    called: dict[str, list[Askable]] = {}
    for kpi in kpis:
        for name in {bare(name) for name in kpi.names}:
            called.setdefault(name, []).append(kpi)
    found = next(((called[name], text[end:]) for end in _word_ends(text) if (name := bare(text[:end])) in called), None)
    if found is None:
        return None
    those, behind = found
    return _of_whom(those, behind) or (_meant(text[: len(text) - len(behind)], those, kpis), behind)


def holding(words: str, kpis: Sequence[Askable]) -> tuple[Askable, ...]:
    """The KPIs that the person may enter of which a name holds the words; if any of these are their own, only those."""
    held = [kpi for kpi in kpis if any(stands_in(fold(words), fold(name)) for name in kpi.in_part)]
    return tuple(kpi for kpi in held if kpi.mine) or tuple(held)


def _of_whom(called: Sequence[Askable], behind: str) -> tuple[tuple[Askable, ...], str] | None:
    """Of those called the same the ones whose owner is named behind, and what follows that."""
    theirs: dict[str, list[Askable]] = {}
    for kpi in called:
        for name in {bare(name) for name in kpi.whose}:
            theirs.setdefault(name, []).append(kpi)
    text = behind.lstrip(_BEFORE_WHOSE) if theirs else ""
    end = next((end for end in _word_ends(text) if bare(text[:end]) in theirs), None)
    return None if end is None else (tuple(theirs[bare(text[:end])]), text[end:].lstrip(")"))


def _meant(name: str, called: Sequence[Askable], kpis: Sequence[Askable]) -> tuple[Askable, ...]:
    """Of KPIs called so one's own, else what the company calls so; an alias may be a part of one's own name as well."""
    held = holding(name, kpis)
    choices = (
        [kpi for kpi in called if kpi.mine],
        [kpi for kpi in called if bare(name) in map(bare, kpi.in_part)],
        [*(kpi for kpi in held if kpi.mine), *(kpi for kpi in called if kpi.in_part)],
        held,
        called,
    )
    return tuple(next(filter(None, choices)))


def own_first(called: Sequence[Askable]) -> tuple[Askable, ...]:
    """Without others' KPIs that have a name of one's own."""
    own = {bare(name) for kpi in called if kpi.mine for name in kpi.names}
    return tuple(kpi for kpi in called if kpi.mine or own.isdisjoint(map(bare, kpi.names)))


def _word_ends(text: str) -> Iterator[int]:
    """Where a name at the beginning of the text may end, the longest first."""
    return (end for end in range(min(len(text), _LONGEST_NAME), 0, -1) if _ends_a_word(text, end))


def _ends_a_word(text: str, end: int) -> bool:
    before, after = text[end - 1], text[end : end + 1]
    if not bare(before):
        return False
    return not after or not (_kind(before) and _kind(before) == _kind(after))


def _kind(character: str) -> str:
    """Letters and digits stick to their like; Chinese characters and signs to nothing."""
    if not character.isascii():
        return ""
    return "letter" if character.isalpha() else "digit" if character.isdigit() else ""


def stands_in(name: str, said: str) -> bool:
    """Latin names as words of their own; one Chinese character is no name."""
    if name.isascii():
        return len(name) >= TELLING and re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", said) is not None
    return len(name) > 1 and name in said
