"""A target held against what was measured: a gift or a fantasy is asked back, once for each target."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.asking import Asking
from conversations.cards.chance import levels_words
from conversations.target_fields import SureTargetField, TargetField
from conversations.texts import also_in_any
from conversations.view import Option, Text
from kpi_engine.design.level import odd
from kpi_engine.design.targets import Suggestion
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Name


def judged(
    ask: Ask,
    name: Name,
    key: str,
    field: TargetField,
    target: Target,
    found: Suggestion | None,
    offered: frozenset[str] = frozenset(),
) -> Target:
    """The target, unless it is odd by the values: then what is said when asked back.

    What was `offered` is taken, and so is a target that one comes back to; another one is judged like the first.
    """
    written = field.written(target)
    level = found.level(target) if found else None
    why = odd(level, field.direction) if level else None
    if found is None or level is None or why is None or written in offered:
        return target
    suggested = field.written(found.agreed)
    intro = Text(ask.texts.say("targets.odd", name=name, odd=why, level=level, unit=field.unit, cycle=found.cycle.kind))
    again = SureTargetField(
        unit=field.unit,
        direction=field.direction,
        currency=field.currency,
        label=ask.texts.plain("targets.sure"),
        options=(
            _option(ask, written, field, target, "typed"),
            _option(ask, suggested, field, found.agreed, "suggested"),
        ),
    )
    said = ask.field(Asking(f"sure_target:{key}:{written}", "sure_target", {"target": again}, (intro,)), Target)
    return judged(ask, name, key, field, said, found, offered | {written, suggested})


def _option(ask: Ask, value: str, field: TargetField, target: Target, whose: str) -> Option:
    label = ask.texts.label
    return Option(
        value, levels_words(ask.texts, target, field.unit), label(f"sure.{whose}"), also_in_any("sure", whose)
    )
