"""A year of targets at once, as the values of the seasons before suggest them."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.cards.say import say
from conversations.cards.target import AgreedTarget, season_blocks
from conversations.flows.rights import check_may
from conversations.flows.target.confirm import ChangeTarget, reason_for
from conversations.view import Message
from kpi_engine.commands import SetSeason
from kpi_engine.errors import Refusal
from kpi_engine.rights import Place


def seasoned(ask: Ask, agreed: AgreedTarget) -> Do | Message:
    """All the suggestions of the year, once the reason was said and they were seen."""
    kpi, definition = agreed.version.kpi, agreed.version.definition
    check_may(ask, SetSeason, Place(kpi.department_id))
    if not agreed.seasons:
        raise Refusal("no_seasons", kpi=definition.name)
    reason = reason_for(ask, kpi.id)
    if ask(ChangeTarget, f"change_target:kpi{kpi.id}", intro=season_blocks(ask.texts, agreed)).agreed:
        return Do(SetSeason(kpi.id, tuple((one.cycle, one.agreed) for one in agreed.seasons), reason))
    return say(ask.texts, "target.kept", name=definition.name)
