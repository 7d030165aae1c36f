"""Values that nobody enters: a formula over what other KPIs come to in the same days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kpi_engine.calendar.due import is_expected
from kpi_engine.calendar.period import Period
from kpi_engine.measure.formula.compute import NotComputable, compute, operands
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.measure.values.slots import Slot, last_begun, same_rule, slots
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.score import Operand

States: TypeAlias = Mapping[Period, ActualState]


@dataclass(frozen=True, slots=True)
class Derived:
    """What some slots come to together, and what that was computed from."""

    reading: Reading | NotComputable | None
    operands: tuple[Operand, ...] = ()


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


def readings(source: Source, every: Iterable[Slot], book: Book) -> dict[Period, Reading]:
    """What was measured in each slot by itself; those without a value are left out."""
    found = {}
    for slot in every:
        if not _formula(slot):
            line = source.known.get(slot.period)
            one = line.reading if line else None
        else:
            one = _computed(source, slot, book)
        if one:
            found[slot.period] = one
    return found


def on_record(source: Source, book: Book) -> Iterator[Period]:
    """The periods for which anything is on record, of the KPI or of what it is or was computed from."""
    yield from source.known
    others = book.without(source.versions[0].kpi.id)
    for id in source.operands:
        if operand := others.source(id):
            yield from on_record(operand, others)


def derive(source: Source, counted: Sequence[Slot], book: Book) -> Derived:
    """What the counted slots, all of one rule and with a value each, come to together."""
    if not counted:
        return Derived(None)
    version = last_begun(counted, book.today).version
    formula = version.definition.expression
    if not formula:
        return Derived(aggregate(version.definition.aggregation, _entered(source, counted)))
    found = _operands(formula, [slot.period for slot in counted], book.without(version.kpi.id))
    if isinstance(found, NotComputable):
        return Derived(found)
    return Derived(compute(formula, {one.kpi.id: one.reading.value for one in found}), found)


def _computed(source: Source, slot: Slot, book: Book) -> Reading | None:
    if states(source, [slot], book).get(slot.period) is not ActualState.OK:
        return None
    found = derive(source, [slot], book).reading
    return found if isinstance(found, Reading) else None


def _entered(source: Source, counted: Sequence[Slot]) -> list[Reading]:
    found = (source.known[slot.period].reading for slot in counted)
    return [reading for reading in found if reading]


def _formula(slot: Slot) -> str:
    return slot.version.definition.expression


def _computed_state(slot: Slot, book: Book) -> ActualState | None:
    found = [_operand_state(id, slot.period, book) for id in sorted(operands(_formula(slot)))]
    if None in found:
        return None
    return ActualState.OK if set(found) == {ActualState.OK} else ActualState.NOT_APPLICABLE


def _operand_state(id: int, inside: Period, book: Book) -> ActualState | None:
    """None where something is still to come, or the KPI is not measured in those days."""
    source = book.source(id)
    every = slots(source, inside, book) if source else ()
    if source is None or not every:
        return None
    known = states(source, every, book)
    if any(slot.period not in known for slot in every if is_expected(slot.period, book.calendar)):
        return None
    of_slots = {known[slot.period] for slot in every if slot.period in known}
    if ActualState.OK in of_slots:
        return ActualState.OK
    return ActualState.NOT_APPLICABLE if of_slots else None


def _operands(formula: str, periods: Sequence[Period], book: Book) -> tuple[Operand, ...] | NotComputable:
    """In the order in which the formula names them."""
    found = []
    for id in sorted(operands(formula), key=lambda id: formula.index(f"{{{id}}}")):
        one = _operand(id, periods, book)
        if isinstance(one, NotComputable):
            return one
        if one:
            found.append(one)
    return tuple(found)


def _operand(id: int, periods: Sequence[Period], book: Book) -> Operand | NotComputable | None:
    source = book.sources[id]
    every = [slot for inside in periods for slot in slots(source, inside, book)]
    if len(same_rule(every, book.today)) < len(every):
        return NotComputable("operand_changed")
    known = states(source, every, book)
    counted = [slot for slot in every if known.get(slot.period) is ActualState.OK]
    own = derive(source, counted, book)
    if not isinstance(own.reading, Reading):
        return own.reading
    version = last_begun(counted, book.today).version
    definition = version.definition
    return Operand(
        version.kpi,
        definition.name,
        definition.unit,
        definition.aggregation,
        definition.expression,
        own.reading,
        entered=len(counted),
        first=counted[0].period,
        last=counted[-1].period,
        operands=own.operands,
    )
