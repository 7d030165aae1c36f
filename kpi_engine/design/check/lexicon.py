"""Words that tell something about a KPI, found in what people have written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kpi_engine.design.data_files import Row, read
from kpi_engine.design.words import Found, find_all, fold
from kpi_engine.model.name import Name


def spoken(name: Name, kind: str) -> Name | None:
    """The first word of that kind in a name, in the language in which it is there; None where there is none."""
    words, but = phrases(kind)
    found = [first(text, words, but) for text in (name.en, name.zh)]
    return both(*found)


def first(text: str, words: Sequence[str], but: Sequence[str] = ()) -> str | None:
    """The first of the words in a text, as it stands there; those inside a phrase of `but` do not count."""
    hits = (one for one in find_all(text, [*words, *but]) if one.phrase not in but)
    return next((cut(text, hit) for hit in hits), None)


def both(en: str | None, zh: str | None) -> Name | None:
    """What was found in one language stands in for the other, too."""
    return Name(en or zh or "", zh or en or "") if en or zh else None


def cut(text: str, found: Found) -> str:
    """What was found, as it stands in the folded text."""
    return fold(text)[found.start : found.end]


@cache
def phrases(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of that kind, and the phrases in which they mean no harm."""
    row = _tables()[kind]
    return tuple(row["words"]), tuple(row.get("but", ()))


@cache
def gameable() -> tuple[Row, ...]:
    """What is easily bought at the cost of something else (`words`), `shown_by` what, and KPIs that do (`instead`)."""
    return tuple(_tables()["gameable"])


@cache
def _tables() -> Row:
    return read("check.toml")
