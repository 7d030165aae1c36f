"""What the last values say about a target: a suggestion, and what is expected of the market weighed with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.ask import Ask
from conversations.asking import Asking
from conversations.flows.build.proof import Proven
from conversations.target_fields import GrowthField
from conversations.view import Text
from kpi_engine.design.market import AtOdds, Blended, Growth, blend, grown, year_before
from kpi_engine.design.targets import Suggestion, TooFew, suggest, suggested
from kpi_engine.model.kpi import RISING, UnitKind

GROWS = frozenset({UnitKind.MONEY, UnitKind.COUNT})
"""What a market makes more of; a rate or a score it does not."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What there is to go by for one target."""

    suggestion: Suggestion | TooFew | None
    market: Blended | AtOdds | None = None


def hints(ask: Ask, proofs: Sequence[Proven]) -> dict[str, Hint]:
    """By the draft's key. The market is asked about once, and only where last year's values are there to grow from."""
    history = {one.draft.key: _of_history(ask, one) for one in proofs}
    if not any(_grows_from(ask, one) for one in proofs):
        return history
    label = ask.texts.plain("targets.growth")
    asked = GrowthField(optional=True, label=label, hint=ask.texts.label("targets.growth_hint"))
    intro = Text(ask.texts.say("targets.market_why"))
    growth = ask.fields(Asking("market", "market", {"growth": asked}, (intro,)), _growth)
    return {one.draft.key: _with_market(ask, one, history[one.draft.key], growth) for one in proofs}


def _of_history(ask: Ask, one: Proven) -> Hint:
    calendar = ask.know.company().calendar
    history, cycle = one.history(ask.today, calendar), one.cycle(ask.today, calendar)
    return Hint(suggest(history, cycle, one.draft.direction))


def _grows_from(ask: Ask, one: Proven) -> bool:
    draft, calendar = one.draft, ask.know.company().calendar
    if draft.unit.kind not in GROWS or draft.direction not in RISING or not draft.aggregation.adds_up:
        return False
    return year_before(one.history(ask.today, calendar), one.cycle(ask.today, calendar)) is not None


def _with_market(ask: Ask, one: Proven, hint: Hint, growth: Growth | None) -> Hint:
    calendar, found = ask.know.company().calendar, hint.suggestion
    base = year_before(one.history(ask.today, calendar), one.cycle(ask.today, calendar))
    if growth is None or base is None or not isinstance(found, Suggestion) or not _grows_from(ask, one):
        return hint
    market = blend(found.outlook, *grown(base, growth.low, growth.high, found.outlook.spread))
    if isinstance(market, AtOdds):
        return Hint(found, market)
    return Hint(suggested(market.outlook, found.past, found.cycle, found.direction), market)


def _growth(growth: Growth | None) -> Growth | None:
    return growth
