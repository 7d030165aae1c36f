"""A year of targets at once, as the values of the seasons before suggest them."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.cards.say import say
from conversations.cards.target import AgreedTarget, season_blocks
from conversations.flows.rights import check_may
from conversations.flows.target.confirm import ChangeTarget, reason_for
from conversations.view import Message
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.commands import SetSeason
from kpi_engine.design.targets import Suggestion
from kpi_engine.errors import Refusal
from kpi_engine.rights import Place

A_YEAR = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4}
"""Cycles until the same season comes again."""


def seasoned(ask: Ask, agreed: AgreedTarget) -> Do | Message:
    """All the suggestions of the year, once the reason was said and they were seen."""
    kpi, definition = agreed.version.kpi, agreed.version.definition
    check_may(ask, SetSeason, Place(kpi.department_id))
    seasons = seasons_of(ask, agreed)
    if not seasons:
        raise Refusal("no_seasons", kpi=definition.name)
    reason = reason_for(ask, kpi.id)
    if ask(ChangeTarget, f"change_target:kpi{kpi.id}", intro=season_blocks(ask.texts, agreed, seasons)).agreed:
        return Do(SetSeason(kpi.id, tuple((one.cycle, one.agreed) for one in seasons), reason))
    return say(ask.texts, "target.kept", name=definition.name)


def seasons_of(ask: Ask, agreed: AgreedTarget) -> Sequence[Suggestion]:
    """A year of suggestions from the present cycle on; none where the values do not come back every season."""
    found = agreed.found
    if not isinstance(found, Suggestion) or not found.outlook.seasonal or found.cycle.kind not in A_YEAR:
        return ()
    cycles = [found.cycle]
    while len(cycles) < A_YEAR[found.cycle.kind]:
        cycles.append(cycles[-1].next())
    every = (ask.know.suggestion(agreed.version.kpi.id, cycle) for cycle in cycles)
    return tuple(one for one in every if isinstance(one, Suggestion))
