"""The form that asks for values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conversations.ask import Ask
from conversations.asking import Asking
from conversations.flows.actual.called import Whose, whose
from conversations.flows.actual.wanted import Wanted
from conversations.value_field import ValueField, askable
from conversations.view import Option, Text
from kpi_engine.intake.said import Said

MOST = 10
"""Values asked for in one form."""
USUAL = 12
"""Past values that say what is usual."""


def said_of(ask: Ask, wanted: Sequence[Wanted]) -> dict[str, Said | None]:
    """What is said of each, by its key; None where it is left out."""
    answers: dict[str, Said | None] = {}
    for first in range(0, len(wanted), MOST):
        answers |= _asked(ask, wanted[first : first + MOST])
    return answers


def _asked(ask: Ask, wanted: Sequence[Wanted]) -> dict[str, Said | None]:
    names = whose(ask.know)
    fields = {one.key: _field(ask, one, names) for one in wanted}
    given = {one.key: one.given for one in wanted if one.given}
    spared = any(one.spared for one in wanted)
    intro = (Text(ask.texts.say("actual.spared")),) if spared else ()
    return ask.fields(Asking("values", "values", fields, intro), _by_key, given=given)


def _field(ask: Ask, one: Wanted, names: Whose) -> ValueField:
    definition = one.version.definition
    lines, kind = ask.know.recent(one.version.kpi.id, USUAL), one.period.kind
    past = [line for line in lines if line.period.kind is kind and line.period < one.period]
    last = past[-1].reading if past else None
    return ValueField(
        asked=replace(askable(one.version, last.value if last else None), whose=names.called(one.version)),
        currency=ask.texts.format.currency,
        optional=True,
        label=ask.texts.plain("actual.label", name=definition.name, period=one.period),
        hint=ask.texts.plain("actual.hint", definition=definition, last=last),
        options=_quick(ask, one, has_last=last is not None),
    )


def _quick(ask: Ask, one: Wanted, *, has_last: bool) -> tuple[Option, ...]:
    """What is typed with one press; away is for who was away on some of the days."""
    same = (Option("same", ask.texts.label("actual.same")),) if has_last else ()
    was_there = ask.me.presence.part(one.period, ask.know.company().calendar)
    away = (Option("away", ask.texts.label("actual.away")),) if was_there < 1 else ()
    return (*same, Option("n/a", ask.texts.label("actual.not_applicable")), *away)


def _by_key(**answers: Said | None) -> dict[str, Said | None]:
    return answers
