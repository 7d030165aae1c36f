"""A target is changed: which one, and from when on or for which period."""

from __future__ import annotations

from dataclasses import replace

from conversations.ask import Ask, Do
from conversations.asking import Asking
from conversations.cards.chance import levels_words
from conversations.cards.target import AgreedTarget, NewTarget, change_words, kept_blocks, standing_blocks
from conversations.flows.judging import judged
from conversations.flows.rights import check_may
from conversations.flows.target.confirm import confirmed, reason_for
from conversations.flows.target.when import apart, chosen_when
from conversations.flows.targets import FIXED, hinted_target_field
from conversations.view import Block, Message
from kpi_engine.calendar.period import Period
from kpi_engine.commands import ReviseKpi, SetPeriodTarget
from kpi_engine.design.cycle_target import kept_beside
from kpi_engine.design.sets import standing
from kpi_engine.design.targets import Suggestion
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import Target
from kpi_engine.rights import Place


def changed(ask: Ask, agreed: AgreedTarget, typed: str) -> Do | Message:
    """`typed` is the new target as it stood behind the KPI's name, if it did."""
    kpi = agreed.version.kpi
    check_may(ask, ReviseKpi, Place(kpi.department_id))
    if agreed.version.definition.direction in FIXED:
        raise Refusal("target_fixed", kpi=agreed.version.definition.name)
    new, said = _new(ask, agreed, typed)
    when = chosen_when(ask, agreed, said)
    reason = reason_for(ask, kpi.id)
    change: ReviseKpi | SetPeriodTarget = (
        SetPeriodTarget(kpi.id, when.cycle, new, reason)
        if when.only
        else _revised(ask, agreed, new, when.cycle, reason)
    )
    return confirmed(
        ask, agreed, change, when.cycle, _heads(ask, agreed, NewTarget(new, when.cycle, when.only, reason))
    )


def _heads(ask: Ask, agreed: AgreedTarget, new: NewTarget) -> list[Block]:
    """The change in a sentence, and which cycles it leaves as they are."""
    version = standing(ask.know.versions(agreed.version.kpi.id))
    own = ask.know.own_targets(version.kpi.id)
    now = (one.target for one in own if new.only and one.cycle == new.cycle)
    head = change_words(ask.texts, version.definition, next(now, version.definition.target), new)
    kept = () if new.only else kept_beside(new.target, own, new.cycle.start)
    return [head, *kept_blocks(ask.texts, kept, version)]


def _new(ask: Ask, agreed: AgreedTarget, typed: str) -> tuple[Target, str]:
    """The target, and from when on it is where that was typed with it."""
    definition, kpi_id = agreed.version.definition, agreed.version.kpi.id
    label = ask.texts.plain("target.new", name=definition.name)
    field = hinted_target_field(ask, definition.unit, definition.direction, label)
    found = agreed.found if isinstance(agreed.found, Suggestion) else None
    value, when = apart(ask, agreed, field, typed)
    initial = {"target": levels_words(ask.texts, found.agreed, definition.unit)} if found else {}
    asking = Asking(
        f"target:kpi{kpi_id}", "target", {"target": field}, tuple(standing_blocks(ask.texts, agreed)), initial
    )
    target = ask.field(asking, Target, given={"target": value} if value else {})
    return judged(ask, definition.name, f"kpi{kpi_id}", field, target, found), when


def _revised(ask: Ask, agreed: AgreedTarget, target: Target, cycle: Period, reason: str) -> ReviseKpi:
    """What stands for the time to come, with another target."""
    latest = standing(ask.know.versions(agreed.version.kpi.id))
    return ReviseKpi(latest.kpi.id, replace(latest.definition, target=target), cycle.start, reason)
