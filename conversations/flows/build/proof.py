"""Step 4 of building, the data: the last values of each KPI, and who enters those to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conversations.ask import Ask
from conversations.asking import Asking, in_order
from conversations.choice_fields import ChoiceField, record_id
from conversations.flows.build.draft import Draft
from conversations.flows.build.scope import Whose
from conversations.flows.build.unproven import Unknown, unproven
from conversations.flows.people import person_options
from conversations.forms import choice, form
from conversations.kpi_fields import PastField, written_row
from conversations.view import Option, Text
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.intake.odd_one import odd_one
from kpi_engine.measure.forecast.history import History
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import UnitKind

SEVERAL = "several"
"""The answer that the values are entered by different people."""


@form
class Keeper:
    """Who enters the values."""

    who: str = choice()


@dataclass(frozen=True, slots=True)
class Proven:
    """A draft with its last values, oldest first; none of what is computed, or is put in force all the same."""

    draft: Draft
    past: tuple[Decimal, ...]

    def history(self, today: date, calendar: Calendar) -> History:
        """The values as those of the periods up to the one before today's."""
        last = calendar.holding(today, self.draft.cycle).previous()
        share = self.draft.unit.kind is UnitKind.PERCENT
        return History.up_to(last, self.past, self.draft.aggregation, calendar, share=share)

    def by_period(self, today: date, calendar: Calendar) -> tuple[tuple[Period, Reading], ...]:
        """The values, oldest first, each with its period."""
        last = calendar.holding(today, self.draft.cycle)
        periods = (last.back(ago) for ago in range(len(self.past), 0, -1))
        return tuple(zip(periods, map(Reading, self.past), strict=True))

    def cycle(self, today: date, calendar: Calendar) -> Period:
        """The period that the target is for first."""
        return calendar.holding(today, self.draft.cycle)


def all_proven(ask: Ask, drafts: Sequence[Draft]) -> list[Proven]:
    """Asks for the last values of each; where nobody knows any, whether it is put in force or parked."""
    found, left = list[Proven](), list(drafts)
    while left:
        draft = left.pop(0)
        past = () if draft.expression else _past(ask, draft)
        known = Unknown.IN_FORCE if past or draft.expression else unproven(ask, draft, _entered(left))
        if known is not Unknown.PARKED:
            found.append(Proven(draft, past))
        if known is Unknown.ALL:
            return [*found, *(Proven(one, ()) for one in left)]
    return found


def keepers(ask: Ask, whose: Whose, drafts: Sequence[Draft]) -> list[int]:
    """Who enters each KPI's values: of a person's own that person; asked once where it is one person."""
    if whose.person:
        return [whose.person.id] * len(drafts)
    people = person_options(ask, whose.department)
    if len(people) == 1 or not drafts:
        return [int(record_id(people[0].value))] * len(drafts)
    several = [Option(SEVERAL, ask.texts.label("build.several"))] if len(drafts) > 1 else []
    who = ask(Keeper, options={"who": [*people, *several]}).who
    if who != SEVERAL:
        return [int(record_id(who))] * len(drafts)
    fields = {draft.key: ChoiceField(options=tuple(people), label=ask.texts.name(draft.name)) for draft in drafts}
    return [int(record_id(owner)) for owner in ask.fields(Asking("keepers", "keepers", fields), in_order)]


def _entered(drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts if not draft.expression]


def _past(ask: Ask, draft: Draft) -> tuple[Decimal, ...]:
    label = ask.texts.plain("build.past_label", frequency=draft.cycle)
    intro = Text(ask.texts.say("build.proof", draft=draft))
    asked = PastField(unit=draft.unit, currency=ask.texts.format.currency, optional=True, label=label)
    return _sure(ask, draft, ask.fields(Asking(f"past:{draft.key}", "past", {"values": asked}, (intro,)), _values))


def _sure(
    ask: Ask, draft: Draft, past: tuple[Decimal, ...], offered: frozenset[tuple[Decimal, ...]] = frozenset()
) -> tuple[Decimal, ...]:
    """The values, unless one is far off the others: then what is said when asked back, once for each row."""
    odd = odd_one(past, draft.unit, draft.direction)
    if odd is None or past in offered:
        return past
    label, written = ask.texts.plain("build.all_right"), written_row(past, draft.unit)
    field = PastField(unit=draft.unit, currency=ask.texts.format.currency, label=label)
    intro = Text(ask.texts.say("actual.odd", name=draft.name, slip=odd, unit=draft.unit))
    asking = Asking(f"odd_past:{draft.key}:{written}", "odd_past", {"values": field}, (intro,), {"values": written})
    return _sure(ask, draft, ask.fields(asking, _values), offered | {past})


def _values(values: tuple[Decimal, ...] | None) -> tuple[Decimal, ...]:
    return values or ()
