"""The form of what is owed goes on as it was begun: what was typed into it is not lost when leave begins meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conversations.ask import Ask
from conversations.flows.actual.wanted import Wanted, read_key
from kpi_engine.errors import Refusal


def as_begun(ask: Ask, owed: Sequence[Wanted]) -> list[Wanted]:
    """What the form asked in the beginning, in that order, and what is owed since.

    Of what is not owed any more that stays of which there is still no value, and may be one.
    """
    begun = ask.begun_about(" ".join(one.key for one in owed)).split()
    now = {one.key: one for one in owed}
    kept = {one.key: one for one in _kept(ask, [key for key in begun if key not in now])}
    first = [found for key in begun if (found := now.get(key) or kept.get(key))]
    return [*first, *(one for one in owed if one.key not in begun)]


def _kept(ask: Ask, keys: Sequence[str]) -> Iterator[Wanted]:
    mine = {each.kpi.id: each for each in ask.know.kpis() if each.definition.owner_id == ask.me.id} if keys else {}
    for key in keys:
        id, period = read_key(key, ask.today)
        version = mine.get(id)
        if version and period and _can_be_entered(ask, one := Wanted(version, period, spared=True)):
            yield one


def _can_be_entered(ask: Ask, one: Wanted) -> bool:
    spots = [(one.version.kpi.id, one.period)]
    try:
        ask.know.check_open(spots)
    except Refusal:
        return False
    return not ask.know.standing(spots)
