"""Formulas of a company's KPIs: names become ids, and what would mix units or go in circles is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from graphlib import TopologicalSorter

from kpi_engine.errors import Refusal
from kpi_engine.measure.formula.behaviour import Mixed, behaviour
from kpi_engine.measure.formula.compute import circle, operands
from kpi_engine.measure.formula.text import Unreadable, read_formula
from kpi_engine.model.kpi import Definition, Kpi
from kpi_engine.service.definitions import standing
from kpi_engine.store import load
from kpi_engine.store.work import Work


def resolved(work: Work, drafts: Mapping[Kpi, Definition], leaving: Collection[int] = ()) -> dict[Kpi, Definition]:
    """The definitions as they are kept: formulas with ids, and what follows from their operands.

    A formula may name the KPIs of any department and, where it is a person's, that person's own; none of those that
    are leaving. How its values add up over time, and how often there is one, is not a matter of choice: it follows
    from the operands. Refusals, each with the kpi: formula_too_long, formula_unknown(piece), formula_syntax,
    formula_without_kpi, formula_circle, cycle_shorter, and what `measure.formula.behaviour.Mixed` names.
    """
    staying = {id: one for id, one in _alive(work).items() if id not in leaving}
    alive = staying | {kpi.id: (kpi, definition) for kpi, definition in drafts.items()}
    read = {kpi: _read(kpi, definition, alive) for kpi, definition in drafts.items()}
    known = {id: definition for id, (_, definition) in alive.items()} | {kpi.id: one for kpi, one in read.items()}
    _check_circle(known)
    kpis = {kpi.id: kpi for kpi in drafts}
    for id in _operands_first(known):
        if id in kpis:
            known[id] = _derived(known[id], known)
    return {kpi: known[kpi.id] for kpi in drafts}


def check_formulas(work: Work) -> None:
    """After a change: every formula has its operands, and they still are what it was made of.

    Refusals, each with the kpi that is computed: operands_changed, formula_circle, cycle_shorter and those of units.
    """
    alive = _alive(work)
    known = {id: definition for id, (_, definition) in alive.items()}
    _check_circle(known)
    for definition in known.values():
        gone = operands(definition.expression) - known.keys()
        if gone or _derived(definition, known) != definition:
            raise Refusal("operands_changed", kpi=definition.name)


def _alive(work: Work) -> dict[int, tuple[Kpi, Definition]]:
    now = {id: standing(versions) for id, versions in load.versions(work.scope).items()}
    return {id: (version.kpi, version.definition) for id, version in now.items() if not version.retired}


def _read(kpi: Kpi, definition: Definition, alive: Mapping[int, tuple[Kpi, Definition]]) -> Definition:
    if not definition.expression:
        return definition
    near = sorted(
        ((other, known) for other, known in alive.values() if other.person_id in (None, kpi.person_id)),
        key=lambda one: (one[0].person_id != kpi.person_id, one[0].department_id != kpi.department_id, one[0].id),
    )
    found = read_formula(definition.expression, [(other.id, known.name) for other, known in near])
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
