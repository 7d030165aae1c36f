"""Which KPI a person means by a name that is not typed in full, or misspelt."""

from __future__ import annotations

from collections.abc import Sequence

from kpi_engine.design.match import likeness, nearest
from kpi_engine.design.words import fold
from kpi_engine.intake.names import TELLING, Askable, holding, own_first, stands_in

_NEAREST = 3
MISSPELT = 0.75
"""How like a name words must be to be meant as it: `custmer visits` is, `lovaes` for `sales` is not."""


def begun_name(words: str, kpis: Sequence[Askable]) -> tuple[Askable, ...]:
    """The KPIs of which a name, or a word in a name, begins like that; Chinese words begin anywhere.

    Of several those that the person may enter and that are called so.
    """
    head = fold(words)
    if len(head) < (TELLING if head.isascii() else 2):
        return ()
    begun = [kpi for kpi in kpis if any(_begins(fold(name), head) for name in kpi.names)]
    return holding(words, begun) or own_first(begun)


def is_named(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether a KPI is called by name anywhere in the text, or all of it is the beginning of a name."""
    said = fold(text)
    names = {fold(name) for kpi in kpis for name in kpi.names}
    return bool(begun_name(text, kpis)) or any(stands_in(name, said) for name in names)


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
    return len(words) >= TELLING and name[:-1] == words[:-1]


def _begins(name: str, head: str) -> bool:
    if not head.isascii():
        return head in name
    return name.startswith(head) or any(name[at:].startswith(head) for at in _word_starts(name))


def _word_starts(name: str) -> list[int]:
    return [at + 1 for at, character in enumerate(name) if character == " "]
