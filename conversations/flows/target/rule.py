"""A rule for the points, in somebody's own words: what can be meant in two ways is asked, never guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from conversations.ask import Ask, Do
from conversations.asking import Asking
from conversations.cards.rule import scored_blocks
from conversations.cards.target import AgreedTarget
from conversations.choice_fields import ChoiceField
from conversations.fields import Rejected
from conversations.flows.rights import check_may
from conversations.flows.target.confirm import confirmed, reason_for
from conversations.flows.target.when import from_when
from conversations.forms import form, text
from conversations.view import Message, Option, Text
from conversations.words import quoted
from kpi_engine.commands import ReviseKpi
from kpi_engine.design.sets import standing
from kpi_engine.intake.rules.meaning import Doubt, Meaning
from kpi_engine.intake.rules.read import Ambiguous, RuleRead, Unclear, Understood, read_rule
from kpi_engine.model.kpi import Definition
from kpi_engine.model.scoring import Basis, Rounding, Scoring
from kpi_engine.rights import Place

WAYS: Mapping[Doubt, Mapping[str, Meaning]] = MappingProxyType(
    {
        Doubt.PERCENT: {"value": Meaning(percent=Basis.VALUE), "target": Meaning(percent=Basis.TARGET)},
        Doubt.PARTS: {
            "proportional": Meaning(parts=Rounding.PROPORTIONAL),
            "down": Meaning(parts=Rounding.DOWN),
            "up": Meaning(parts=Rounding.UP),
        },
        Doubt.INCLUDING: {"without": Meaning(including=False), "with": Meaning(including=True)},
        Doubt.LINEAR: {"line": Meaning(linear=True), "steps": Meaning(linear=False)},
        Doubt.OF_SCORE: {"score": Meaning(of_score=True), "value": Meaning(of_score=False)},
    }
)
"""How each doubt can be settled."""


@form
class ScoringRule:
    """How a value becomes points, in words."""

    rule: str = text()


def ruled(ask: Ask, agreed: AgreedTarget, typed: str) -> Do | Message:
    """`typed` is the rule as it stood behind the KPI's name, if it did."""
    kpi_id = agreed.version.kpi.id
    check_may(ask, ReviseKpi, Place(agreed.version.kpi.department_id))
    definition = standing(ask.know.versions(kpi_id)).definition

    def unclear(given: ScoringRule) -> Rejected | None:
        read = _read(definition, given.rule, Meaning())
        wrong = {"raw": given.rule, "why": read.why, "left": read.left} if isinstance(read, Unclear) else {}
        return Rejected("rule_unread", {"raw": "", "why": "", "left": (), **wrong}) if wrong else None

    given = {"rule": typed} if typed else {}
    rule = ask(ScoringRule, f"scoring_rule:kpi{kpi_id}", check=unclear, given=given).rule
    scoring = _settled(ask, kpi_id, definition, rule, Meaning())
    cycle = from_when(ask, agreed, scored_blocks(ask.texts, definition, scoring))
    reason = reason_for(ask, kpi_id)
    change = ReviseKpi(kpi_id, replace(definition, scoring=scoring), cycle.start, reason)
    head = Text(ask.texts.say("rule.change", name=definition.name, text=quoted(rule), cycle=cycle, reason=reason))
    return confirmed(ask, agreed, change, cycle, [head])


def is_a_rule(definition: Definition, words: str) -> bool:
    """Whether the words say how a value becomes points: `每低1%扣2分`, and no target."""
    return bool(_WORDED.search(words)) and not isinstance(_read(definition, words, Meaning()), Unclear)


_WORDED = re.compile(r"[^\W\d_]")


def _read(definition: Definition, rule: str, meant: Meaning) -> RuleRead:
    return read_rule(rule, definition.unit, definition.direction, definition.target, meant)


def _settled(ask: Ask, kpi_id: int, definition: Definition, rule: str, meant: Meaning) -> Scoring:
    match _read(definition, rule, meant):
        case Understood(scoring=scoring):
            return scoring
        case Ambiguous(doubts=doubts) as found:
            way = _way(ask, kpi_id, rule, doubts[0], found)
            return _settled(ask, kpi_id, definition, rule, _both(meant, way))
        case Unclear(why=why, left=left):
            raise AssertionError((why, left))


def _way(ask: Ask, kpi_id: int, rule: str, doubt: Doubt, found: Ambiguous) -> Meaning:
    """Of the ways in which the rule could be kept, the one that is meant."""
    possible = {getattr(choice.meaning, doubt.value) for choice in found.choices}
    ways = {word: way for word, way in WAYS[doubt].items() if getattr(way, doubt.value) in possible}
    field = ChoiceField(
        label=ask.texts.label("rule.meant"),
        options=tuple(Option(word, ask.texts.label(f"rule.{doubt.value}_{word}")) for word in ways),
    )
    intro = Text(ask.texts.say("rule.asked", doubt=doubt, text=quoted(rule)))
    return ways[
        ask.field(Asking(f"rule_doubt:kpi{kpi_id}:{doubt.value}", "rule_doubt", {"meant": field}, (intro,)), str)
    ]


def _both(known: Meaning, more: Meaning) -> Meaning:
    """What is known already and what was settled now."""
    return Meaning(
        known.percent if more.percent is None else more.percent,
        known.parts if more.parts is None else more.parts,
        known.including if more.including is None else more.including,
        known.linear if more.linear is None else more.linear,
        known.of_score if more.of_score is None else more.of_score,
    )
