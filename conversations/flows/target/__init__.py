"""`target`: a KPI's target with its chance, and another one from a date on or for one period."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.cards.day import newcomer_card
from conversations.cards.target import AgreedTarget, target_card
from conversations.flows.finding import begun_kpi, find_kpi, kpi_names, nothing_called
from conversations.flows.target.change import changed
from conversations.flows.target.pick import picked
from conversations.flows.target.rule import is_a_rule, ruled
from conversations.flows.target.season import seasoned, seasons_of
from conversations.flows.targets import FIXED
from conversations.value_field import askable
from conversations.view import Message
from conversations.words import first_word
from kpi_engine.commands import ReviseKpi
from kpi_engine.intake.names import name_at_start
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Place, may

CHANGE, RULE, SEASONS = ("change", "修改"), ("rule", "规则"), ("seasons", "各月")
"""What a button types to begin a change of the target, of how it is scored, or of a year of targets."""


def target(ask: Ask) -> Do | Message:
    """`target revenue` shows how likely it is, `target revenue 1.3m` changes it; `rule` behind it, how it is scored."""
    words = ask.take_words()
    if not ask.know.kpis():
        return newcomer_card(ask.texts, ask.me)
    version, rest = _named(ask, words) if words else (picked(ask), "")
    agreed = _agreed(ask, version)
    may_change = may(ask.me, ReviseKpi, Place(version.kpi.department_id)) and version.definition.direction not in FIXED
    first, others = first_word(rest)
    if first.casefold() in RULE:
        return ruled(ask, agreed, others)
    if rest and is_a_rule(version.definition, rest):
        return ruled(ask, agreed, rest)
    if rest.casefold() in SEASONS:
        return seasoned(ask, agreed)
    if rest:
        return changed(ask, agreed, "" if rest.casefold() in CHANGE else rest)
    return target_card(ask.texts, agreed, seasons_of(ask, agreed), may_change=may_change)


def _named(ask: Ask, words: str) -> tuple[KpiVersion, str]:
    """The KPI by the longest beginning that is a name, in full or begun, and what stands behind it."""
    pieces = words.split()
    for count in range(len(pieces), 0, -1):
        name, rest = " ".join(pieces[:count]), " ".join(pieces[count:])
        found = find_kpi(ask, name) or begun_kpi(ask, name)
        if found:
            return found, rest
    return _run_on(ask, words)


def _run_on(ask: Ask, words: str) -> tuple[KpiVersion, str]:
    """The same where no blank stands behind the name: `销售收入300万`."""
    called = name_at_start(words, [askable(version) for version in ask.know.kpis()])
    found = find_kpi(ask, words.removesuffix(called[1])) if called else None
    if called and found:
        return found, called[1].strip()
    raise nothing_called(ask, words, kpi_names(ask))


def _agreed(ask: Ask, version: KpiVersion) -> AgreedTarget:
    cycle = ask.know.company().calendar.holding(ask.today, version.definition.cycle)
    own = (one.target for one in ask.know.own_targets(version.kpi.id) if one.cycle == cycle)
    target = next(own, version.definition.target)
    found = ask.know.suggestion(version.kpi.id, cycle)
    return AgreedTarget(version, cycle, target, found)
