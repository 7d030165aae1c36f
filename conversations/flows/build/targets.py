"""Step 4 of building, the targets: one by one, or all of a small company's in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conversations.ask import Ask
from conversations.asking import Asking
from conversations.cards.chance import Known, known_blocks, known_table, levels_words, past_facts
from conversations.flows.build.draft import Draft
from conversations.flows.build.hints import Hint
from conversations.flows.build.proof import Proven
from conversations.flows.judging import judged
from conversations.flows.targets import FIXED, hinted_target_field
from conversations.target_fields import TargetField, TargetsField
from conversations.texts import also_in_any
from conversations.view import Option
from kpi_engine.design.targets import Suggestion
from kpi_engine.model.kpi import Target

ALL, EACH = "all", "each"
"""Answers to all targets at once: the suggestions, or one question for each."""


def targets(ask: Ask, proofs: Sequence[Proven], hints: Mapping[str, Hint], *, at_once: bool) -> list[Target]:
    """The target of each; what is a gift or a fantasy by the values is asked back."""
    asked = [one for one in proofs if one.draft.direction not in FIXED]
    typed = (_all(ask, asked, hints) if at_once and len(asked) > 1 else None) or [None] * len(asked)
    agreed = {
        one.draft.key: _sure(ask, one, hints[one.draft.key], target or _one(ask, one, hints[one.draft.key]))
        for one, target in zip(asked, typed, strict=True)
    }
    return [agreed.get(one.draft.key) or FIXED[one.draft.direction] for one in proofs]


def _all(ask: Ask, asked: Sequence[Proven], hints: Mapping[str, Hint]) -> Sequence[Target | None] | None:
    """None: one by one."""
    found = [_suggestion(hints[one.draft.key]) for one in asked]
    names = tuple(ask.texts.name(one.draft.name) for one in asked)
    likely = [its.agreed if its else one.draft.part for one, its in zip(asked, found, strict=True)]
    take = [_option(ask, ALL, "all")] if all(likely) else []
    field = TargetsField(
        targets=tuple(_field(ask, one.draft) for one in asked),
        names=names,
        label=ask.texts.plain("targets.all_of_them", known=all(likely)),
        hint=ask.texts.label("targets.in_a_line"),
        options=(*take, _option(ask, EACH, "each")),
    )
    key = ",".join(one.draft.key for one in asked)
    table = known_table(ask.texts, [_known(one, hints[one.draft.key]) for one in asked])
    given = ask.fields(Asking(f"targets:{key}", "targets", {"targets": field}, tuple(table)), _as_given)
    if isinstance(given, str):
        return [target for target in likely if target] if given == ALL else None
    return list(given)


def _one(ask: Ask, one: Proven, hint: Hint) -> Target:
    field, found = _field(ask, one.draft), _suggestion(hint)
    facts = [past_facts(ask.texts, one.draft.unit, one.past)] if one.past else []
    blocks = (*facts, *known_blocks(ask.texts, _known(one, hint)))
    likely = found.agreed if found else one.draft.part
    initial = {"target": levels_words(ask.texts, likely, field.unit)} if likely else {}
    return ask.field(Asking(f"target:{one.draft.key}", "target", {"target": field}, blocks, initial), Target)


def _sure(ask: Ask, one: Proven, hint: Hint, target: Target) -> Target:
    return judged(ask, one.draft.name, one.draft.key, _field(ask, one.draft), target, _suggestion(hint))


def _known(one: Proven, hint: Hint) -> Known:
    return Known(one.draft.name, one.draft.unit, one.past, hint.suggestion, hint.market, one.draft.part)


def _field(ask: Ask, draft: Draft) -> TargetField:
    return hinted_target_field(ask, draft.unit, draft.direction, ask.texts.plain("build.target", draft=draft))


def _suggestion(hint: Hint) -> Suggestion | None:
    return hint.suggestion if isinstance(hint.suggestion, Suggestion) else None


def _option(ask: Ask, value: str, key: str) -> Option:
    return Option(value, ask.texts.label(f"targets.{key}"), also=also_in_any("targets", key))


def _as_given(targets: str | tuple[Target, ...]) -> str | tuple[Target, ...]:
    return targets
