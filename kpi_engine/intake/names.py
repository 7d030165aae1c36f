"""Which KPI a person means by the words before a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_engine.design.match import bare, likeness, nearest
from kpi_engine.design.words import fold
from kpi_engine.model.kpi import Unit

_NEAREST = 3
_LONGEST_NAME = 300
MISSPELT = 0.75
"""How like a name words must be to be meant as it: `custmer visits` is, `lovaes` for `sales` is not."""
_TELLING = 3
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


def name_at_start(text: str, kpis: Sequence[Askable]) -> tuple[tuple[Askable, ...], str] | None:
    """The KPIs called by the longest name that the text begins with, and what follows it.

    Whose it is may stand behind: `revenue Anna`, `revenue @Anna`, `收入（安娜）`.
    """
    called: dict[str, list[Askable]] = {}
    for kpi in kpis:
        for name in {bare(name) for name in kpi.names}:
            called.setdefault(name, []).append(kpi)
    found = next(((called[name], text[end:]) for end in _word_ends(text) if (name := bare(text[:end])) in called), None)
    return _of_whom(*found) if found else None


def begun_name(words: str, kpis: Sequence[Askable]) -> tuple[Askable, ...]:
    """The KPIs of which a name, or a word in a name, begins like that; Chinese words begin anywhere."""
    head = fold(words)
    if len(head) < (_TELLING if head.isascii() else 2):
        return ()
    return _own_first([kpi for kpi in kpis if any(_begins(fold(name), head) for name in kpi.names)])


def is_named(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether a KPI is called by name anywhere in the text, or all of it is the beginning of a name."""
    said = fold(text)
    names = {fold(name) for kpi in kpis for name in kpi.names}
    return bool(begun_name(text, kpis)) or any(_stands_in(name, said) for name in names)


def nearest_kpis(words: str, kpis: Sequence[Askable]) -> tuple[int, ...]:
    """The KPIs of which a name is most like the words, best first."""
    owners = {name: kpi.kpi_id for kpi in reversed(kpis) for name in kpi.names}
    ranked = nearest(words, owners, len(owners))
    return tuple(dict.fromkeys(owners[name] for name in ranked))[:_NEAREST]


def misspelt_kpi(words: str, kpis: Sequence[Askable]) -> Askable | None:
    """The KPI meant by a name that is none, where no other is like it: `custmer visits`, 客单价 for 客单额.

    In Chinese all but the last character must be right: 退单率 is no slip for 赢单率.
    """
    near = nearest_kpis(words, kpis)
    if len(near) != 1:
        return None
    meant = next(kpi for kpi in kpis if kpi.kpi_id == near[0])
    return meant if any(_is_misspelt(fold(words), fold(name)) for name in meant.names) else None


def _is_misspelt(words: str, name: str) -> bool:
    if words.isascii():
        return likeness(words, name) >= MISSPELT
    return len(words) >= _TELLING and name[:-1] == words[:-1]


def _of_whom(called: Sequence[Askable], behind: str) -> tuple[tuple[Askable, ...], str]:
    """Of those called the same the ones whose owner is named behind, and what follows that; else one's own."""
    theirs: dict[str, list[Askable]] = {}
    for kpi in called:
        for name in {bare(name) for name in kpi.whose}:
            theirs.setdefault(name, []).append(kpi)
    text = behind.lstrip(_BEFORE_WHOSE) if theirs else ""
    end = next((end for end in _word_ends(text) if bare(text[:end]) in theirs), None)
    if end is None:
        return _own_first(called), behind
    return tuple(theirs[bare(text[:end])]), text[end:].lstrip(")")


def _own_first(called: Sequence[Askable]) -> tuple[Askable, ...]:
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


def _stands_in(name: str, said: str) -> bool:
    """Latin names as words of their own; one Chinese character is no name."""
    if name.isascii():
        return len(name) >= _TELLING and re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", said) is not None
    return len(name) > 1 and name in said


def _begins(name: str, head: str) -> bool:
    if not head.isascii():
        return head in name
    return name.startswith(head) or any(name[at:].startswith(head) for at in _word_starts(name))


def _word_starts(name: str) -> list[int]:
    return [at + 1 for at, character in enumerate(name) if character == " "]
