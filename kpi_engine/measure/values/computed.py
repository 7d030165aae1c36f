"""Values that nobody enters: a formula over what other KPIs come to in the same days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.formula.compute import NotComputable, compute, operands
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.measure.values.record import known_actuals, readings_in
from kpi_engine.measure.values.slots import Slot, last_begun, same_rule, slots
from kpi_engine.model.actual import ActualState, Reading, Standing
from kpi_engine.model.kpi import KpiVersion

States: TypeAlias = Mapping[Period, ActualState]


@dataclass(frozen=True, slots=True)
class Source:
    """A KPI's versions and its record; of a person's own KPI, when the person is there."""

    versions: Sequence[KpiVersion]
    actuals: Sequence[Standing] = ()
    presence: Presence = ALWAYS
    known: Mapping[Period, Standing] = field(init=False, compare=False, repr=False)
    """What stands for each period."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", known_actuals(self.actuals))


@dataclass(frozen=True, slots=True)
class Book:
    """All KPIs that a formula may name, on one day."""

    sources: Mapping[int, Source]
    today: date
    calendar: Calendar
    left_out: frozenset[int] = frozenset()
    """Those that are being computed from others now."""

    def source(self, kpi_id: int) -> Source | None:
        """The records of that KPI; None of one that is left out."""
        return None if kpi_id in self.left_out else self.sources.get(kpi_id)

    def without(self, kpi_id: int) -> Book:
        """The same for the operands of that KPI: nothing is computed from itself."""
        return replace(self, left_out=self.left_out | {kpi_id})


def states(source: Source, every: Sequence[Slot], book: Book) -> States:
    """What is known of each slot of a KPI: values are in, or there were none to enter; no state where one is missing.

    A formula is known where all its operands are, for all of the slot: half a week of revenue is not held
    against a week of cost.
    """
    found = {}
    for slot in every:
        if _formula(slot):
            if state := _computed_state(slot, book.without(slot.version.kpi.id)):
                found[slot.period] = state
        elif actual := source.known.get(slot.period):
            found[slot.period] = actual.state
    return found


def reading(source: Source, counted: Sequence[Slot], book: Book) -> Reading | NotComputable | None:
    """What the counted slots, all of one rule and with a value each, come to together."""
    if not counted:
        return None
    version = last_begun(counted, book.today).version
    formula = version.definition.expression
    if not formula:
        return aggregate(version.definition.aggregation, readings_in(counted, source.known))
    periods = [slot.period for slot in counted]
    others = book.without(version.kpi.id)
    values: dict[int, Decimal | None] = {}
    for id in operands(formula):
        found = _operand(id, periods, others)
        if isinstance(found, NotComputable):
            return found
        values[id] = None if found is None else found.value
    return compute(formula, values)


def _formula(slot: Slot) -> str:
    return slot.version.definition.expression


def _computed_state(slot: Slot, book: Book) -> ActualState | None:
    found = [_operand_state(id, slot.period, book) for id in sorted(operands(_formula(slot)))]
    if None in found:
        return None
    return ActualState.OK if set(found) == {ActualState.OK} else ActualState.NOT_APPLICABLE


def _slots(source: Source, inside: Period, book: Book) -> tuple[Slot, ...]:
    return slots(source.versions, inside, book.today, book.calendar, source.presence)


def _operand_state(id: int, inside: Period, book: Book) -> ActualState | None:
    """None where something is still to come, or the KPI is not measured in those days."""
    source = book.source(id)
    every = _slots(source, inside, book) if source else ()
    if source is None or not every:
        return None
    known = states(source, every, book)
    if any(slot.period not in known for slot in every if is_expected(slot.period, book.calendar)):
        return None
    of_slots = {known[slot.period] for slot in every if slot.period in known}
    if ActualState.OK in of_slots:
        return ActualState.OK
    return ActualState.NOT_APPLICABLE if of_slots else None


def _operand(id: int, periods: Iterable[Period], book: Book) -> Reading | NotComputable | None:
    source = book.sources[id]
    every = [slot for inside in periods for slot in _slots(source, inside, book)]
    if len(same_rule(every, book.today)) < len(every):
        return NotComputable("operand_changed")
    known = states(source, every, book)
    return reading(source, [slot for slot in every if known.get(slot.period) is ActualState.OK], book)
