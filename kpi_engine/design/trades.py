"""Which departments a company most likely has: by its trade, as far as its name tells it, and what most have."""

from __future__ import annotations

from functools import cache

from kpi_engine.design.catalogue import departments, guess
from kpi_engine.design.data_files import Row, read
from kpi_engine.design.known import DepartmentKind
from kpi_engine.design.words import find_all


def likely(company: str) -> tuple[DepartmentKind, ...]:
    """All kinds, the likeliest first: what the name says, what its trade has, what most companies have, the rest."""
    told = [kind.id for kind in guess(company)] if company else []
    ranked = dict.fromkeys([*told, *_of_trade(company), *_table()["common"]])
    place = {id: at for at, id in enumerate(ranked)}
    return tuple(sorted(departments(), key=lambda kind: place.get(kind.id, len(place))))


def _of_trade(company: str) -> list[str]:
    trades = _table()["trade"]
    return [
        id for row in trades if find_all(company, (*row["words_en"], *row["words_zh"])) for id in row["departments"]
    ]


@cache
def _table() -> Row:
    return read("trades.toml")
