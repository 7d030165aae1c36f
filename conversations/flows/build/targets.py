"""Step 4 of building: proof that there are data, targets, who enters the values, and weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from conversations.ask import Ask
from conversations.asking import Asking
from conversations.cards.draft import past_facts
from conversations.choice_fields import ChoiceField, record_id
from conversations.flows.build.draft import Draft
from conversations.flows.people import person_options
from conversations.forms import choice, form
from conversations.kpi_fields import PastField, PointsField, TargetField
from conversations.view import Option, Text
from kpi_engine.design.weights import equal
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.name import Name

SEVERAL = "several"
"""The answer that the values are entered by different people."""


class Weighing(StrEnum):
    """How the weights come about."""

    EQUAL = "equal"
    POINTS = "points"


@form
class Weights:
    """How much each KPI counts."""

    how: Weighing = choice(of=Weighing)


@form
class Keeper:
    """Who enters the values."""

    who: str = choice()


@dataclass(frozen=True, slots=True)
class Proven:
    """A draft whose last values somebody could give, oldest first, and its target."""

    draft: Draft
    past: tuple[Decimal, ...]
    target: Target


def proven(ask: Ask, draft: Draft) -> Proven | None:
    """Asks for the last values and the target; None, and the KPI is parked, where nobody knows any value."""
    label = ask.texts.plain("build.past_label", frequency=draft.proof)
    intro = Text(ask.texts.say("build.proof", draft=draft))
    asked = PastField(unit=draft.unit, currency=ask.texts.format.currency, optional=True, label=label)
    past = ask.fields(Asking(f"past:{draft.key}", "past", {"values": asked}, (intro,)), _values)
    return Proven(draft, past, _target(ask, draft, past)) if past else None


def keepers(ask: Ask, department: Department, drafts: Sequence[Draft]) -> list[int]:
    """Who enters each KPI's values; asked once where it is one person."""
    people = person_options(ask, department)
    if len(people) == 1 or not drafts:
        return [int(record_id(people[0].value))] * len(drafts)
    several = [Option(SEVERAL, ask.texts.label("build.several"))] if len(drafts) > 1 else []
    who = ask(Keeper, options={"who": [*people, *several]}).who
    if who != SEVERAL:
        return [int(record_id(who))] * len(drafts)
    fields = {draft.key: ChoiceField(options=tuple(people), label=ask.texts.name(draft.name)) for draft in drafts}
    return [int(record_id(owner)) for owner in ask.fields(Asking("keepers", "keepers", fields), _in_order)]


def weights(ask: Ask, names: Mapping[str, Name]) -> tuple[Decimal, ...]:
    """A weight for each KPI of the set, named by key, 100 in all: points are for these KPIs in this order."""
    if len(names) == 1 or ask(Weights).how is Weighing.EQUAL:
        return equal(len(names))
    listed = tuple(map(ask.texts.name, names.values()))
    asked = PointsField(names=listed, label=ask.texts.plain("build.points", names=listed))
    return ask.fields(Asking(f"points:{','.join(names)}", "points", {"points": asked}), _points)


def _target(ask: Ask, draft: Draft, past: tuple[Decimal, ...]) -> Target:
    if draft.direction is Direction.YESNO:
        return Target(Decimal(1))
    asked = TargetField(
        unit=draft.unit,
        direction=draft.direction,
        currency=ask.texts.format.currency,
        label=ask.texts.plain("build.target", draft=draft),
        hint=ask.texts.label(f"build.target_hint_{draft.direction.value}"),
    )
    facts = past_facts(ask.texts, draft.unit, past)
    return ask.fields(Asking(f"target:{draft.key}", "target", {"target": asked}, (facts,)), _one_target)


# What the forms that are known only now make of their answers.


def _values(values: tuple[Decimal, ...] | None) -> tuple[Decimal, ...]:
    return values or ()


def _one_target(target: Target) -> Target:
    return target


def _points(points: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    return points


def _in_order(**answers: str) -> list[str]:
    return list(answers.values())
