"""Does a KPI's name say one thing that can be counted, and say it once?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kpi_engine.design.catalogue import called
from kpi_engine.design.check.finding import Apply, Choose, Finding, Fix, Option, Question, Topic
from kpi_engine.design.check.lexicon import both, spoken
from kpi_engine.design.check.mend import of_kpi, reweigh, weights_of
from kpi_engine.design.check.model import KpiSet, Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.match import alike, bare, likeness
from kpi_engine.design.vague import Vague, vague
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import Aggregation, Definition, Direction, UnitKind
from kpi_engine.model.name import Name

SAME = 0.8
"""Names more alike than this are taken for one."""


def vague_word(model: Model) -> Iterator[Finding]:
    """A name, or else the formula, says what is counted."""
    for record in model.kpis:
        found = _vague(record.definition.name)
        formula = record.definition.formula
        if found and (not formula.en or _vague(formula)):
            word = both(*(one.word for one in found))
            offers = tuple(dict.fromkeys(kpi.name for one in found for kpi in one.instead))
            yield of_kpi(RuleId.VAGUE_WORD, record, Question(Topic.MEASURE, offers), word=word, offers=offers)


def compound(model: Model) -> Iterator[Finding]:
    """A KPI is one thing; of two, one can be good and the other bad."""
    for record in model.kpis:
        name = record.definition.name
        known = record.definition.catalogue_id or called(name.en) or called(name.zh)
        if not known and (word := spoken(name, "joined")):
            yield of_kpi(RuleId.COMPOUND, record, Question(Topic.MEASURE), word=word)


def activity(model: Model) -> Iterator[Finding]:
    """What is counted is a result rather than something that was done."""
    for record in model.kpis:
        word = spoken(record.definition.name, "activity")
        if word and _is_done_often(record.definition):
            yield of_kpi(RuleId.ACTIVITY, record, Question(Topic.MEASURE), word=word)


def duplicate(model: Model) -> Iterator[Finding]:
    """No two KPIs of a set measure the same: by their formula, or by names that are more than 0.8 alike."""
    for kpi_set, one, other in twins(model):
        fix = _merge(model, kpi_set, one, other)
        yield of_kpi(RuleId.DUPLICATE, other, fix, other=one.definition.name)


def twins(model: Model) -> Iterator[tuple[KpiSet, KpiRecord, KpiRecord]]:
    """Two KPIs of a set that measure the same."""
    for kpi_set in model.sets():
        for one, other in combinations(kpi_set.kpis, 2):
            if _same(one, other):
                yield kpi_set, one, other


def _vague(name: Name) -> tuple[Vague, Vague] | None:
    """In both languages; None if one of them says what is counted."""
    en, zh = vague(name.en), vague(name.zh)
    return (en, zh) if en and zh else None


def _is_done_often(definition: Definition) -> bool:
    """The more often it is done, the better it seems."""
    counted = definition.unit.kind is UnitKind.COUNT and definition.aggregation is Aggregation.SUM
    return counted and definition.direction is Direction.HIGHER


def _same(one: KpiRecord, other: KpiRecord) -> bool:
    ours, theirs = one.definition, other.definition
    formula = bool(ours.formula.en) and alike(ours.formula, theirs.formula)
    names = max(likeness(ours.name.en, theirs.name.en), likeness(ours.name.zh, theirs.name.zh))
    return formula or names > SAME or bare(ours.name.en) == bare(theirs.name.en)


def _merge(model: Model, kpi_set: KpiSet, one: KpiRecord, other: KpiRecord) -> Fix:
    """One of them goes, and its weight to the other."""
    options = tuple(
        Option(keep.definition.name, fix.command)
        for keep, drop in ((one, other), (other, one))
        if isinstance(fix := _without(model, kpi_set, keep, drop), Apply)
    )
    return Choose(Topic.FEWER, options) if options else Question(Topic.FEWER)


def _without(model: Model, kpi_set: KpiSet, keep: KpiRecord, drop: KpiRecord) -> Fix:
    weights = weights_of(kpi_set)
    if not {keep.id, drop.id} <= weights.keys():
        return Question(Topic.FEWER)
    weights[keep.id] += weights.pop(drop.id)
    return reweigh(model, kpi_set, weights, (drop.id,))
