"""Values of KPIs that somebody may not enter: their line is refused by these names, and the rest of it offered."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask
from conversations.flows.actual.doubt import Doubt
from conversations.flows.actual.wanted import Wanted, may_enter, place_of
from conversations.offers import Offering
from conversations.words import quoted
from kpi_engine.commands import EnterActuals
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import those_who_may


def check_may_enter(ask: Ask, said: Sequence[Wanted | Doubt]) -> None:
    """Refusal("may_not_enter", kpis, by=those who may, others) where one of them is known to be somebody else's."""
    named = [(one, one.version) for one in said if one.version]
    barred = [one for one, version in named if not may_enter(ask.me, version)]
    if not barred:
        return
    versions = [version for one, version in named if one in barred]
    raise may_not_enter(ask, versions, ", ".join(one.typed for one in said if one not in barred))


def may_not_enter(ask: Ask, versions: Sequence[KpiVersion], rest: str = "") -> Refusal:
    """The refusal that names these KPIs, and offers the rest of what was typed."""
    kpis = tuple(dict.fromkeys(version.definition.name for version in versions))
    by = those_who_may(ask.know.people(), EnterActuals, *map(place_of, versions))
    offers = [(quoted(rest), f"{ask.texts.label('commands.actual')} {rest}")] if rest else []
    return Offering(Refusal("may_not_enter", kpis=kpis, by=by, others=bool(rest)), offers)
