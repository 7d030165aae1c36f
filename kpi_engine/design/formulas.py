"""Formulas of a company's KPIs: names become ids, and what would mix units or go in circles is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from graphlib import TopologicalSorter

from kpi_engine.errors import Refusal
from kpi_engine.measure.formula.behaviour import Mixed, behaviour
from kpi_engine.measure.formula.compute import circle, operands
from kpi_engine.measure.formula.text import Unreadable, read_formula
from kpi_engine.model.kpi import Definition, Kpi, KpiVersion


def resolved(alive: Mapping[int, KpiVersion], drafts: Mapping[Kpi, Definition]) -> dict[Kpi, Definition]:
    """The definitions as they are kept: formulas with ids, and what follows from their operands.

    `alive` has the standing versions that a formula may name: those of any department and, where it is a person's,
    that person's own. How its values add up over time, and how often there is one, is not a matter of choice: it
    follows from the operands. Refusals, each with the kpi: formula_too_long, formula_unknown(piece), formula_syntax,
    formula_without_kpi, formula_circle, cycle_shorter, and what `measure.formula.behaviour.Mixed` names.
    """
    every = {version.kpi: version.definition for version in alive.values()} | dict(drafts)
    read = {kpi: _read(kpi, definition, every) for kpi, definition in drafts.items()}
    known = {kpi.id: definition for kpi, definition in (every | read).items()}
    _check_circle(known)
    given = {kpi.id for kpi in drafts}
    for id in _operands_first(known):
        if id in given:
            known[id] = _derived(known[id], known)
    return {kpi: known[kpi.id] for kpi in drafts}


def check_formulas(known: Mapping[int, Definition]) -> None:
    """Every formula has its operands among these, and they still are what it was made of.

    Refusals, each with the kpi that is computed: operands_changed, formula_circle, cycle_shorter and those of units.
    """
    _check_circle(known)
    for definition in known.values():
        gone = operands(definition.expression) - known.keys()
        if gone or _derived(definition, known) != definition:
            raise Refusal("operands_changed", kpi=definition.name)


def computed_from(known: Mapping[int, Definition], ids: Collection[int]) -> set[int]:
    """These KPIs, what is computed from them, and from that."""
    found = set(ids)
    while more := {id for id, one in known.items() if operands(one.expression) & found} - found:
        found |= more
    return found


def _read(kpi: Kpi, definition: Definition, every: Mapping[Kpi, Definition]) -> Definition:
    if not definition.expression:
        return definition
    near = sorted(
        (other for other in every if other.person_id in (None, kpi.person_id)),
        key=lambda other: (other.person_id != kpi.person_id, other.department_id != kpi.department_id, other.id),
    )
    found = read_formula(definition.expression, [(other.id, every[other].name) for other in near])
    if isinstance(found, Unreadable):
        if found.piece:
            raise Refusal("formula_unknown", kpi=definition.name, piece=found.piece)
        raise Refusal(found.key, kpi=definition.name)
    return replace(definition, expression=found)


def _check_circle(known: Mapping[int, Definition]) -> None:
    round_ = circle({id: one.expression for id, one in known.items()})
    if round_:
        raise Refusal("formula_circle", kpi=known[round_[0]].name)


def _operands_first(known: Mapping[int, Definition]) -> Iterable[int]:
    return TopologicalSorter({id: operands(one.expression) for id, one in known.items()}).static_order()


def _derived(definition: Definition, known: Mapping[int, Definition]) -> Definition:
    if not definition.expression:
        return definition
    of = {id: known[id] for id in operands(definition.expression)}
    found = behaviour(definition.expression, of, definition.unit)
    if isinstance(found, Mixed):
        raise Refusal(found.key, kpi=definition.name)
    frequency = max((one.frequency for one in of.values()), key=lambda kind: kind.rank)
    if definition.cycle.rank < frequency.rank:
        raise Refusal("cycle_shorter", kpi=definition.name)
    return replace(definition, aggregation=found.aggregation, frequency=frequency)
